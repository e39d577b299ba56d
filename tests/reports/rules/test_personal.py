"""Personal data are found by their own rules, and what only looks like them is left alone."""

import pytest

from sereno.reports.rules.personal import Datum, is_identity, personal


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("cédula 1710034065", (Datum.IDENTITY,)),
        ("código 1710034066", ()),
        ("partida 7306010000", ()),
        ("llame al 0991234567", (Datum.TELEPHONE,)),
        ("+593 99 123 4567", (Datum.TELEPHONE,)),
        ("07 258 1234, oficina", ()),
        ("rosa@gmail.com", (Datum.MAIL,)),
        ("proyectos@ccscl.gob.ec", ()),
    ],
)
def test_what_is_personal_in_a_text(text: str, found: tuple[Datum, ...]) -> None:
    assert personal(text) == found


def test_the_check_digit_decides() -> None:
    assert [last for last in range(10) if is_identity(f"171003406{last}")] == [5]
