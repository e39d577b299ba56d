"""What tells of a person is hidden; amounts, codes and dates stay."""

import pytest

from sereno.documents.rules import personal


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Cédula 1710034065", "1710034065"),
        ("llamar al 0991234567", "0991234567"),
        ("central 07 257 0407", "257 0407"),
        ("escriba a rosa.p@ejemplo.ec", "rosa.p@ejemplo.ec"),
    ],
)
def test_what_tells_of_a_person_is_hidden(text: str, told: str) -> None:
    assert personal.holds(text)
    assert told not in personal.without(text)
    assert personal.HIDDEN in personal.without(text)


@pytest.mark.parametrize(
    "text",
    ["USD 5.500,00", "partida 730606.01", "12/05/2026", "1710034066", "2025 - 2027", "4.884,15"],
)
def test_what_is_no_person_is_left(text: str) -> None:
    assert not personal.holds(text)
    assert personal.without(text) == text
