"""Which objectives a text says that it serves: a catalogue by its name, and each number once."""

import json
from pathlib import Path

import pytest

from sereno.documents.readers.values.alignments import aligned

SHIPPED = Path(__file__).parents[4] / "sereno" / "plans" / "data" / "catalogues.json"
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
