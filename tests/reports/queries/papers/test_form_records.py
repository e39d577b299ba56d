"""What the house itself knows goes into the form: demands, meetings, programme, months."""

from sereno.reports.models import Edition
from sereno.reports.rules.document import Table
from tests.reports.conftest import MORNING
from tests.reports.queries.papers.conftest import SITE, Scene


def tables(scene: Scene) -> dict[str, Table]:
    return {table.code: table for table in scene.draft("form", "2026").document.tables}


def test_a_demand_says_whether_it_became_a_commitment(scene: Scene) -> None:
    demands = tables(scene)["demandas"]
    assert [(row[0].text, row[1].text, row[2].text) for row in demands.rows] == [
        ("Alarmas", "SI", "Poner diez alarmas"),
        ("Patrullas propias", "NO", "Es tarea de la Policía"),
    ]


def test_meetings_are_counted_by_kind(scene: Scene) -> None:
    rows = {row[0].text: row for row in tables(scene)["participacion"].rows}
    assert [cell.text for cell in rows["Deliberación pública"]][1:4] == ["SI", "1", "71"]
    assert [cell.text for cell in rows["Mesa temática"]][1:4] == ["NO", "0", "0"]


def test_the_yearly_programme_opens_its_figure(scene: Scene) -> None:
    (row,) = tables(scene)["poa"].rows
    assert row[5].opens == scene.figure.slug
    assert row[8].text == "Plan Nacional de Desarrollo, objetivo 9"


def test_the_development_plan_counts_goals_and_never_averages(scene: Scene) -> None:
    (row,) = tables(scene)["plan-de-desarrollo"].rows
    assert [cell.text for cell in row] == ["Llegar pronto", "1", "1", "Nada quedó atrás"]


def test_months_without_edition_are_said_and_later_ones_not_asked_for(scene: Scene) -> None:
    rows = tables(scene)["transparencia"].rows
    assert len(rows) == 11 + 2
    assert {row[1].text for row in rows} == {"NO"}
    assert [row[0].text for row in rows[11:]] == [
        "Informe de rendición de cuentas",
        "Medios de verificación del informe",
    ]


def test_the_report_of_the_year_is_named_with_its_address_once_it_is_out(scene: Scene) -> None:
    draft = scene.draft("narrative", "2026")
    edition = Edition.objects.create(
        kind=Edition.Kind.NARRATIVE,
        subject="2026",
        slug=draft.slug,
        title=draft.document.title,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        content=draft.document.text,
        seal=draft.document.seal,
        line=draft.document.line,
        prepared_at=MORNING,
        prepared_by=scene.council.carmen,
    )
    assert {row[1].text for row in tables(scene)["transparencia"].rows} == {"NO"}
    Edition.objects.update(published_at=MORNING, published_by=scene.council.marta)
    report, proofs = tables(scene)["transparencia"].rows[11:]
    assert [cell.text for cell in report[1:]] == ["SI", f"{SITE}/ediciones/{edition.slug}/"]
    assert proofs[1].text == "NO"  # its figures come from records, without files
