"""The work plan tells what was asked and what was promised for it, six columns, by component."""

from sereno.plans.models import Plan
from tests.reports.queries.papers.conftest import Scene


def test_a_commitment_is_a_row_of_six_columns(scene: Scene) -> None:
    draft = scene.draft("work_plan", "2026")
    table = next(draft.document.tables)
    assert len(table.columns) == 6
    assert [cell.text for cell in table.rows[0]] == [
        "Alarmas. Que haya alarmas",
        "Despacho de unidades",
        "Poner diez alarmas",
        "Sin indicador todavía",
        "31/12/2026",
        "Centro de monitoreo",
    ]
    assert draft.document.parts[0].heading == "Componente 1. Respuesta a las alertas"


def test_a_no_is_told_with_its_reason(scene: Scene) -> None:
    refused = list(scene.draft("work_plan", "2026").document.tables)[-1]
    row = [cell.text for cell in refused.rows[0]]
    assert row == ["Patrullas propias", "Es tarea de la Policía"]


def test_what_nobody_answered_yet_is_lacking(scene: Scene) -> None:
    assert scene.draft("work_plan", "2026").lacks == ()
    no = scene.refused.refusals.get()
    no.returned_at, no.confirmed_at, no.confirmed_by = no.proposed_at, None, None
    no.returned_because = "Falta la razón"
    no.save()
    (lack,) = scene.draft("work_plan", "2026").lacks
    assert str(lack.words) == "Asuntos sin respuesta: 1"


def test_a_plan_of_commitments_gives_the_suggestion_it_came_from(
    scene: Scene, promises: Plan
) -> None:
    draft = scene.draft("work_plan", f"plan:{promises.pk}")
    (row,) = next(draft.document.tables).rows
    assert [row[0].text, row[1].text, row[4].text] == ["Más cámaras", "Cámaras", "2025-2027"]
