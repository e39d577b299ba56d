"""What a barrio reads of itself, out of what is published and nothing else."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from pytest_django import DjangoAssertNumQueries

from sereno.assemblies.models import Matter, Suggestion
from sereno.plans.models import Indicator, Target
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.reports.queries.neighbourhood import neighbourhood, parishes
from sereno.reports.rules.small_cells import Cell
from sereno.results.models import Measurement
from sereno.territory.models import Barrio, Parish, Place
from tests.reports.conftest import MORNING, Council
from tests.reports.queries.test_coverage import published

Measured = Callable[..., Measurement]
TODAY = date(2026, 11, 20)


def barrio_of(council: Council, name: str = "La Banda") -> Barrio:
    return Barrio.objects.create(parish=council.parish, name=name)


def promised_to_the_parish(council: Council, measured: Measured, cases: int) -> Figure:
    target = Target.objects.create(
        indicator=council.indicator,
        kind="quantity",
        parish=council.parish,
        value=Decimal(8),
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )
    rows = {f"incident:{number}": "6" for number in range(cases)}
    return actions.publish(measured(rows, target=target), by=council.marta, at=MORNING)


def test_a_barrio_and_its_park_are_found_in_the_published_worksheet(
    council: Council, measured: Measured
) -> None:
    here, there = barrio_of(council), barrio_of(council, "Otro")
    rows = {f"barrio:{here.pk}": "1", f"barrio:{there.pk}": "0"}
    figure = published(council, measured, rows)
    reached = neighbourhood(here.pk, on=TODAY, minimum=5)
    waiting = neighbourhood(there.pk, on=TODAY, minimum=5)
    assert reached
    assert waiting
    assert [(one.figure, one.record, one.is_reached) for one in reached.counted] == [
        (figure, f"barrio:{here.pk}", True)
    ]
    assert [one.is_reached for one in waiting.counted] == [False]
    assert reached.responsible == [council.unit]


def test_a_place_of_the_barrio_is_told_by_its_name(council: Council, measured: Measured) -> None:
    barrio = barrio_of(council)
    park = Place.objects.create(
        kind="park",
        name="Parque Jipiro",
        parish=council.parish,
        barrio=barrio,
        latitude=-3.97,
        longitude=-79.2,
    )
    published(council, measured, {f"place:{park.pk}": "1"})
    found = neighbourhood(barrio.pk, on=TODAY, minimum=5)
    assert found
    assert [one.name for one in found.counted] == ["Parque Jipiro"]


def test_what_was_promised_to_the_parish_is_there_with_its_number(
    council: Council, measured: Measured
) -> None:
    barrio = barrio_of(council)
    figure = promised_to_the_parish(council, measured, cases=9)
    found = neighbourhood(barrio.pk, on=TODAY, minimum=5)
    assert found
    assert [(one.goal.figure, one.cell) for one in found.goals] == [(figure, Cell.SHOWN)]


def test_few_cases_of_people_are_not_told(council: Council, measured: Measured) -> None:
    barrio = barrio_of(council)
    promised_to_the_parish(council, measured, cases=3)
    found = neighbourhood(barrio.pk, on=TODAY, minimum=5)
    assert found
    assert [one.cell for one in found.goals] != [Cell.SHOWN]


def test_a_draft_plan_promises_nothing_yet(council: Council, measured: Measured) -> None:
    barrio = barrio_of(council)
    promised_to_the_parish(council, measured, cases=9)
    plan = council.project.objective.component.plan
    plan.published_at = plan.published_by = None
    plan.save()
    found = neighbourhood(barrio.pk, on=TODAY, minimum=5)
    assert found
    assert found.goals == ()


def test_what_the_parish_asked_is_told_and_what_others_asked_is_not(council: Council) -> None:
    barrio = barrio_of(council)
    other = Parish.objects.create(canton=council.parish.canton, name="Taquil", kind="rural")
    for number, parish in enumerate((council.parish, other)):
        matter = Matter.objects.create(
            title=f"Asunto de {parish}",
            text="Luminarias",
            year=2026,
            opened_at=MORNING,
            opened_by=council.carmen,
        )
        Suggestion.objects.create(
            text="Una persona pidió luz",
            channel="table",
            code_digest=str(number),
            parish=parish,
            matter=matter,
            received_at=MORNING,
            grouped_at=MORNING,
        )
    found = neighbourhood(barrio.pk, on=TODAY, minimum=5)
    assert found
    assert [one.matter.title for one in found.matters] == ["Asunto de El Valle"]


def test_no_barrio_is_no_page(db: None) -> None:
    assert neighbourhood(1, on=TODAY, minimum=5) is None
    assert list(parishes()) == []


def test_the_list_asks_the_same_whatever_its_length(
    council: Council, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(20):
        barrio_of(council, f"B{number}")
    with django_assert_num_queries(2):
        assert [len(parish.barrios.all()) for parish in parishes()] == [20]


def test_questions_do_not_grow_with_the_goals(
    council: Council, measured: Measured, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    barrio = barrio_of(council)
    promised_to_the_parish(council, measured, cases=9)
    for number in range(5):
        indicator = Indicator.objects.create(
            project=council.project,
            slug=f"otro-{number}",
            name=f"Otro {number}",
            unit="minutes",
            direction="fall",
            source="incidents.arrive_median",
            formula="median",
        )
        Target.objects.create(
            indicator=indicator,
            kind="quantity",
            parish=council.parish,
            value=Decimal(8),
            starts_on=date(2026, 1, 1),
            ends_on=date(2026, 12, 31),
        )
    with django_assert_max_num_queries(14):
        found = neighbourhood(barrio.pk, on=TODAY, minimum=5)
    assert found
    assert len(found.goals) == 6
