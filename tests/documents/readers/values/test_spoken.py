"""Numbers in words become figures, and what only looks like one stays as it is written."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.documents.readers.values.spoken import figures


@pytest.mark.parametrize(
    ("spoken", "written"),
    [
        ("dos mil quinientas veinte y cinco luces", "2.525 luces"),
        ("Treinta y dos canchas", "32 canchas"),
        ("veintiún huertos", "21 huertos"),
        ("cien por ciento de los puentes", "100% de los puentes"),
        ("40 por ciento", "40%"),
        ("tres (3) ferias", "3 ferias"),
        ("3 (tres) ferias", "3 ferias"),
        ("un (1) mural", "1 mural"),
        ("La mitad de las paradas", "50% de las paradas"),
        ("Todas las paradas", "100% de las paradas"),
        ("Ningún accidente", "0 accidente"),
        ("media docena y una docena de faroles", "media docena y 12 faroles"),
        ("Un mural", "Un mural"),
        ("plaza Veinte de Mayo", "plaza Veinte de Mayo"),
        ("tres (4) ferias", "3 (4) ferias"),
        ("dos tres", "dos tres"),
    ],
)
def test_a_spoken_number_is_written_in_figures(spoken: str, written: str) -> None:
    assert figures(spoken) == written


@given(st.text(max_size=120))
def test_no_text_makes_it_fall_over(text: str) -> None:
    assert isinstance(figures(text), str)
