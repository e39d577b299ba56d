"""What an objective serves is read by catalogue and number, and a nearer subject is told apart."""

import json
from pathlib import Path

import pytest

from sereno.documents.readers.findings.alignments import near, nearer, subjects
from sereno.documents.readers.values.alignments import aligned

SHIPPED = Path(__file__).parents[3] / "sereno" / "plans" / "data" / "catalogues.json"
NAMES = {one["code"]: one["name"] for one in json.loads(SHIPPED.read_text("utf-8"))["catalogues"]}
OLD = "pnd-2021-2025"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Plan de Creación de Oportunidades Objetivo 9: Orden", [(OLD, "9")]),
        (
            "PLAN DE CREACION DE OPORTUNIDADES 2021-2025, objetivos 11 y 12",
            [(OLD, "11"), (OLD, "12")],
        ),
        ("<p>Plan de Creación de Oportunidades</p><p>Objetivo 05. Familias</p>", [(OLD, "5")]),
        ("Objetivos de Desarrollo Sostenible: Objetivo 11. Ciudades", [("ods", "11")]),
        ("ODS 16", [("ods", "16")]),
        ("Plan de Desarrollo para el Nuevo Ecuador, objetivo 3", [("pnd-2024-2025", "3")]),
        ("Plan de Creación de Oportunidades 1999-2001, objetivo 9", []),
        ("Objetivo 9 de otro plan", []),
        ("Plan de Creación de Oportunidades", []),
        ("", []),
    ],
)
def test_the_catalogue_is_told_by_its_name_and_each_number_once(
    text: str, found: list[tuple[str, str]]
) -> None:
    assert aligned(text, NAMES) == found


def test_the_subjects_are_those_of_the_catalogues_with_words_of_their_own() -> None:
    shipped = {one["code"]: one for one in json.loads(SHIPPED.read_text("utf-8"))["catalogues"]}
    for code, (name, every) in subjects().items():
        held = shipped[code]
        assert name == held["name"]
        told = [(one["number"], one["title"]) for one in held["objectives"]]
        assert [(one.number, one.title) for one in every] == told
        assert all(len(one.words) > 4 for one in every)


SAFE = "Plan de Creación de Oportunidades. Objetivo 9: seguridad"
FAMILY = "Plan de Creación de Oportunidades. Objetivo 5: familias"


def test_another_subject_is_named_only_where_it_is_much_nearer() -> None:
    safe = "Instalar alarmas contra el delito con la policía"
    elsewhere = nearer(safe, FAMILY)
    assert elsewhere is not None
    mine, best = elsewhere
    assert (mine.number, best.subject.number) == ("5", "9")
    assert best.words == {"alarma", "delito", "policia"}
    assert nearer(safe, SAFE) is None
    assert nearer("Instalar alarmas en los barrios", FAMILY) is None  # one word tells nothing
    assert nearer(safe + " para la familia, la niñez y la mujer", FAMILY) is None
    assert nearer("Alarmas y delito, escuela y colegio", FAMILY) is None  # two are as near
    assert nearer(safe, "Plan propio, objetivo 5") is None


def test_a_word_that_more_subjects_share_counts_less() -> None:
    common = near("tecnologías", OLD)[0].score
    shared = near("movilidad", "pnd-2024-2025")[0].score
    assert common > 0
    assert shared == 0
    both = {one.subject.number: one.score for one in near("clima energía", "pnd-2024-2025")}
    assert both["10"] > 0
