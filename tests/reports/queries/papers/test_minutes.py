"""The minutes count who came and name nobody; small groups cannot be worked out."""

from tests.reports.queries.papers.conftest import Scene


def rows(scene: Scene, code: str) -> dict[str, str]:
    document = scene.draft("minutes", f"deliberation:{scene.held.pk}").document
    table = next(table for table in document.tables if table.code == code)
    return {row[0].text: row[1].text for row in table.rows}


def test_a_small_group_and_the_one_that_would_tell_it_are_kept_back(scene: Scene) -> None:
    assert rows(scene, "pueblo") == {
        "Mestizas": "60",
        "Indígenas": "reservado",
        "Afroecuatorianas": "reservado",
        "Total": "71",
    }
    assert rows(scene, "sexo") == {"Mujeres": "40", "Hombres": "31", "Total": "71"}


def test_what_was_asked_has_its_answer(scene: Scene) -> None:
    document = scene.draft("minutes", f"deliberation:{scene.held.pk}").document
    table = next(table for table in document.tables if table.code == "asuntos")
    answers = {row[0].text: row[3].text for row in table.rows}
    assert answers == {
        "Alarmas": "Compromiso: Poner diez alarmas",
        "Patrullas propias": "No: Es tarea de la Policía",
    }
    assert "Pido" not in document.text


def test_agenda_course_and_resolutions_are_needed(scene: Scene) -> None:
    lacks = scene.draft("minutes", f"deliberation:{scene.held.pk}").lacks
    assert [str(lack.words) for lack in lacks if lack.bars] == [
        "Orden del día",
        "Desarrollo",
        "Resoluciones",
    ]


def test_the_certificate_says_day_place_and_how_many(scene: Scene) -> None:
    document = scene.draft("minutes", f"deliberation:{scene.held.pk}").document
    certificate = document.parts[-1]
    assert "el 20/05/2026, en Casa comunal" in certificate.sentences[0].text
    assert "71 asistentes" in certificate.sentences[0].text
