"""A plan as a document: objective, alignment, activities with a mark in each of their years."""

from decimal import Decimal

from sereno.plans.models import Plan
from sereno.reports.queries import papers
from tests.reports.queries.papers.conftest import Scene


def test_an_activity_is_marked_in_its_years(scene: Scene) -> None:
    plan = Plan.objects.get(slug="poa-2026")
    plan.ends_on = plan.ends_on.replace(year=2028)
    plan.save()
    document = scene.draft("plan", f"plan:{plan.pk}").document
    (table,) = document.tables
    assert [column.name for column in table.columns][4:] == ["2026", "2027", "2028"]
    assert [cell.text for cell in table.rows[0]] == [
        "Despacho de unidades",
        "Minutos que tarda en llegar la ayuda",
        "mediana de 8 minutos",
        "Centro de monitoreo",
        "X",
        "",
        "",
    ]
    part = next(part for part in document.parts if part.table)
    assert part.labels == (("Plan Nacional de Desarrollo", "9. Seguridad"),)


def test_the_vision_and_the_numbers_of_the_diagnosis_stand_before_the_objectives(
    scene: Scene,
) -> None:
    plan = Plan.objects.get(slug="poa-2026")
    plan.vision, plan.vision_until = "Un cantón para vivir", 2050
    plan.save()
    plan.facts.create(
        position=1,
        name="Población",
        value=Decimal(254000),
        unit="habitantes",
        year=2022,
        source="INEC",
    )
    document = scene.draft("plan", f"plan:{plan.pk}").document
    vision = next(part for part in document.parts if part.heading == "Visión al 2050")
    assert vision.paragraphs == ("Un cantón para vivir",)
    facts = next(table for table in document.tables if table.code == "datos")
    assert [cell.text for cell in facts.rows[0]] == [
        "Población",
        "254.000 habitantes",
        "2022",
        "INEC",
    ]


def test_an_activity_without_goal_is_lacking_one(scene: Scene) -> None:
    plan = Plan.objects.get(slug="poa-2026")
    scene.council.project.indicators.create(
        slug="sin-meta", name="Sin meta todavía", unit="%", direction="rise"
    )
    lacks = [str(lack.words) for lack in scene.draft("plan", f"plan:{plan.pk}").lacks]
    assert lacks == ["Sin meta: Sin meta todavía"]


def test_a_draft_plan_is_no_subject(scene: Scene) -> None:
    Plan.objects.update(published_at=None, published_by=None)
    assert papers.PAPERS["plan"].subjects() == []
    assert scene.figure.pk
