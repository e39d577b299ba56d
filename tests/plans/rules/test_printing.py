"""One rule writes every number."""

from decimal import Decimal

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.rules.printing import Printed, as_read, pieces, printed

TIED = "\u00a0"


@pytest.mark.parametrize(
    ("value", "unit", "parts", "words"),
    [
        ("7", "minutes", (), f"7,0{TIED}min"),
        ("0.5", "minutes", (), f"0,50{TIED}min"),
        ("1234.5678", "minutos", (), f"1.234,6{TIED}min"),
        ("88.8889", "percent", ("8", "9"), f"88,9{TIED}% (8 de 9)"),
        ("0", "%", ("0", "9"), f"0,0{TIED}% (0 de 9)"),
        ("88.8", "%", (), f"88,8{TIED}%"),
        ("24", "operations", (), f"24{TIED}operativos"),
        ("1", "operations", (), f"1{TIED}operativo"),
        ("0", "people", (), f"0{TIED}personas"),
        ("2.5", "hectáreas", (), f"2,50{TIED}hectáreas"),
        ("12000", "", (), "12.000"),
        ("4884.15", "USD", (), f"USD{TIED}4.884,15"),
        ("1", "milestone", (), "cumplido"),
        ("0", "milestone", (), "pendiente"),
    ],
)
def test_a_value_is_written_as_in_ecuador(
    value: str, unit: str, parts: tuple[str, ...], words: str
) -> None:
    some, whole = (Decimal(parts[0]), Decimal(parts[1])) if parts else (None, None)
    assert str(printed(Decimal(value), unit, numerator=some, denominator=whole)) == words


@pytest.mark.parametrize(
    ("kept", "read"),
    [
        (f"66,3{TIED}% (1.522 de 2.295)", f"66,3{TIED}% (1.522 of 2.295)"),
        ("1.522 de 2.295", "1.522 of 2.295"),
        ("sin dato", "unknown"),
        ("cumplido", "met"),
        (f"7,0{TIED}min", f"7,0{TIED}min"),
    ],
)
def test_what_was_printed_is_read_in_the_language_of_the_page(kept: str, read: str) -> None:
    assert as_read(kept) == kept
    with translation.override("en"):
        assert as_read(kept) == read


def test_zero_unknown_and_not_applicable_are_three_things() -> None:
    zero = printed(Decimal(0), "%", numerator=Decimal(0), denominator=Decimal(9))
    unknown = printed(None, "%")
    empty = printed(None, "%", numerator=Decimal(0), denominator=Decimal(0))
    assert len({str(zero), str(unknown), str(empty)}) == 3


@given(
    value=st.decimals(-100_000, 100_000, places=4),
    unit=st.sampled_from(["percent", "minutes", "operations", "hectáreas", "USD", ""]),
    whole=st.integers(0, 5000),
)
def test_the_pieces_of_a_printed_value_are_those_it_was_made_of(
    value: Decimal, unit: str, whole: int
) -> None:
    made: Printed = printed(value, unit, numerator=Decimal(1), denominator=Decimal(whole))
    assert pieces(str(made)) == made
