"""The old matrix: five columns, unit by unit, and the block at its foot."""

from tests.reports.queries.papers.conftest import Scene


def test_a_unit_tells_what_it_promised_for_the_month(scene: Scene) -> None:
    scene.council.unit.code, scene.council.unit.objective = "9.1", "Mirar y avisar"
    scene.council.unit.save()
    (table,) = scene.draft("goals", "2026-10").document.tables
    assert [cell.text for cell in table.rows[0]] == [
        "9.1",
        "Centro de monitoreo",
        "Mirar y avisar",
        "Minutos que tarda en llegar la ayuda",
        "mediana de 8 minutos",
    ]
    assert ("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN", "31/10/2026") in table.facts


def test_a_unit_that_promised_nothing_says_so(scene: Scene) -> None:
    scene.council.unit.objective = "Mirar y avisar"
    scene.council.unit.save()
    (table,) = scene.draft("goals", "2027-01").document.tables
    assert [cell.text for cell in table.rows[0]][3:] == ["NO APLICA", "NO APLICA"]
