"""What is worked out from counted answers is what the rows come to, one by one."""

from collections import Counter
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as some

from sereno.results.rules import rows, tally

FORMULAS = sorted(tally.FORMULAS)
VALUES = some.decimals(min_value=-50, max_value=5000, places=2) | some.sampled_from(
    [Decimal(0), Decimal(1)]
)


def counted(listed: list[rows.Row]) -> tally.Tally:
    return tally.tally_of((row.value, 1) for row in listed)


def test_every_formula_over_rows_is_there_but_what_a_person_says() -> None:
    assert set(FORMULAS) == set(rows.FORMULAS) - {"reported"}


@given(some.lists(VALUES, max_size=60))
def test_a_tally_comes_to_what_its_rows_come_to(values: list[Decimal]) -> None:
    listed = [rows.Row(f"alert:{number}", value) for number, value in enumerate(values)]
    for formula in FORMULAS:
        assert tally.found(formula, counted(listed)) == rows.FORMULAS[formula](listed)
    assert tally.cases(counted(listed)) == len(listed)


def test_a_tally_of_nothing_is_zero_only_where_it_is_asked_how_many() -> None:
    assert [tally.found(name, {}).value for name in FORMULAS] == [0, None, None, None, 0]
    assert tally.found("share", {}).denominator == 0


def test_the_middle_lies_between_two_and_the_tenth_is_a_row() -> None:
    waits = {Decimal("1.5"): 2, Decimal(4): 2}
    assert tally.found("median", waits).value == Decimal("2.75")
    assert tally.found("p90", waits).value == 4
    million = dict(Counter({Decimal(1): 900_000, Decimal(7): 100_000}))
    assert tally.found("p90", million).value == 1
    assert tally.found("share", million).value == 160
