"""National ids, telephones and mails are found; amounts, codes and dates are not."""

import pytest

from sereno.documents.rules import personal

A_CEDULA = "1710034065"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"Cédula {A_CEDULA}", "id"),
        ("llamar al 0991234567", "telephone"),
        ("central 07 257 0407", "telephone"),
        ("+593 99 123 4567", "telephone"),
        ("escriba a rosa.p@ejemplo.ec", "mail"),
    ],
)
def test_what_tells_of_a_person_is_found(text: str, kind: str) -> None:
    (found,) = personal.found(text)
    assert found.kind == kind
    assert personal.HIDDEN in personal.without(text)
    assert text[found.start : found.end] not in personal.without(text)


@pytest.mark.parametrize(
    "text",
    [
        "USD 5.500,00",
        "partida 730606.01",
        "12/05/2026",
        "1710034066",
        "2025 - 2027",
        "4.884,15 y 0,50",
        "1.1.01.730606.001.0000",
    ],
)
def test_what_is_no_person_is_left(text: str) -> None:
    assert personal.found(text) == ()
    assert personal.without(text) == text
