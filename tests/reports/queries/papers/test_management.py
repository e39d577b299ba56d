"""The management report has its goals with their figures, and needs its three last texts."""

from tests.reports.queries.papers.conftest import Scene

ENDS = {"conclusiones": "Se llegó antes.", "recomendaciones": "Seguir.", "desafios": "El campo."}


def test_it_needs_conclusions_recommendations_and_challenges(scene: Scene) -> None:
    lacks = scene.draft("management", "2026").lacks
    barring = [str(lack.words) for lack in lacks if lack.bars]
    assert barring == ["Conclusiones", "Recomendaciones", "Desafíos"]
    written = scene.draft("management", "2026", ENDS)
    assert not [lack for lack in written.lacks if lack.bars]
    headings = [part.heading for part in written.document.parts]
    assert headings[-4:] == [
        "Conclusiones",
        "Recomendaciones",
        "Desafíos",
        "Firmas de responsabilidad",
    ]


def test_a_goal_opens_its_figure_and_says_how_far(scene: Scene) -> None:
    tables = list(scene.draft("management", "2026").document.tables)
    goals = next(table for table in tables if table.title.startswith("Metas"))
    (row,) = goals.rows
    assert row[3].opens == scene.figure.slug
    assert row[4].value == "125.00"  # from 12 minutes down to 7, where 8 was promised
    assert row[5].text == "Se cumple hasta hoy"


def test_alignment_is_told_by_objective(scene: Scene) -> None:
    tables = list(scene.draft("management", "2026").document.tables)
    aligned = next(table for table in tables if table.title.startswith("Alineación"))
    assert [cell.text for cell in aligned.rows[0]][1:3] == [
        "Plan Nacional de Desarrollo",
        "9. Seguridad",
    ]
