"""Words cut by a hyphen are mended; a hyphen that belongs to the word stays."""

import pytest

from sereno.documents.readers.geometry import mending

KNOWN = mending.vocabulary_of(["un enfoque socio-económico", "la prevención"])


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["medidas de preven-", "ción del delito"], "medidas de prevención del delito"),
        (["RECOMENDACIO-", "NES"], "RECOMENDACIONES"),
        (["el ámbito socio-", "económico"], "el ámbito socio-económico"),
        (["2025 -", "2027"], "2025 -\n2027"),
        (["2025-", "2027"], "2025-\n2027"),
        (["Seguridad", "ciudadana"], "Seguridad\nciudadana"),
        (["Policía-", "Municipio"], "Policía-Municipio"),
        (["coordi\u00ad", "nar"], "coordinar"),
        ([], ""),
    ],
)
def test_lines_become_a_text(lines: list[str], text: str) -> None:
    assert mending.joined(lines, KNOWN) == text
