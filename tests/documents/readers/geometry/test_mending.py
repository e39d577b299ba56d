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


WHOLE = mending.vocabulary_of(["para la videovigilancia del barrio"])


@pytest.mark.parametrize(
    ("before", "after", "text"),
    [
        ("Capacitació", "n de promotores", "Capacitación de promotores"),
        ("Fortalecimient", "o al vivero", "Fortalecimiento al vivero"),
        ("interinstitucio", "nal", "interinstitucional"),
        ("videovigil", "ancia", "videovigilancia"),
        ("seguime", "ncia", "seguimencia"),
        ("desconcentrada", ", además", "desconcentrada, además"),
        ("transporte", "nocturno", "transporte\nnocturno"),
        ("conformados", "por los", "conformados\npor los"),
        ("Ordenanzas", "Reglamentos", "Ordenanzas\nReglamentos"),
        ("de formació", "n", "de formació\nn"),
        ("2025", "n", "2025\nn"),
    ],
)
def test_a_word_that_fills_its_line_alone_may_be_cut_without_a_hyphen(
    before: str, after: str, text: str
) -> None:
    lines = [before, after]
    assert mending.joined(lines, KNOWN, full=[True, False], whole=WHOLE) == text
    assert mending.joined(lines, KNOWN, full=[False, False], whole=WHOLE) == f"{before}\n{after}"
