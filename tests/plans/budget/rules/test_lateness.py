"""Execution is late only beyond the band, and held to its programming where there is one."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.budget.rules import Lag, Terms, cautions

TERMS = Terms(behind_time=Decimal(15), behind_programming=Decimal(10))
LATE_YEAR = [Decimal(0)] * 9 + [Decimal(20), Decimal(30), Decimal(50)]


def test_a_line_behind_the_calendar_is_told_with_both_numbers() -> None:
    (found,) = cautions(Decimal(40), [], month=9, terms=TERMS)
    assert (found.lag, found.expected, found.found) == (Lag.TIME, Decimal(75), Decimal(40))
    assert found.points == 35


def test_a_line_programmed_for_the_end_of_the_year_is_not_late_in_september() -> None:
    assert cautions(Decimal(0), LATE_YEAR, month=9, terms=TERMS) == ()
    (found,) = cautions(Decimal(30), LATE_YEAR, month=11, terms=TERMS)
    assert (found.lag, found.expected) == (Lag.PROGRAMMING, Decimal(50))


def test_the_band_itself_is_not_late() -> None:
    assert cautions(Decimal(60), [], month=9, terms=TERMS) == ()
    assert cautions(Decimal("59.99"), [], month=9, terms=TERMS) != ()


def test_what_has_nothing_to_execute_is_never_late() -> None:
    assert cautions(None, [], month=12, terms=TERMS) == ()


@given(st.decimals(0, 100, places=2), st.decimals(0, 100, places=2), st.integers(1, 12))
def test_more_execution_never_makes_a_line_later(one: Decimal, other: Decimal, month: int) -> None:
    less, more = sorted((one, other))
    if not cautions(less, [], month=month, terms=TERMS):
        assert not cautions(more, [], month=month, terms=TERMS)
