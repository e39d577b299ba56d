"""What an activity's days, monthly parts and money must agree on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from sereno.plans.rules import (
    Misprogrammed,
    Programming,
    as_row,
    misprogrammed,
    of_row,
    programmed,
)

STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
MARCH_TO_MAY = tuple(Decimal(part) for part in (0, 0, 20, 30, 50, 0, 0, 0, 0, 0, 0, 0))
MONEY = tuple(Decimal(part) for part in (0, 0, 400, 0, 600, 0, 0, 0, 0, 0, 0, 0))
WELL = Programming(date(2026, 3, 1), date(2026, 5, 31), MARCH_TO_MAY, Decimal(1000), MONEY)


def fault(said: Programming) -> Misprogrammed | None:
    return misprogrammed(said, plan_starts_on=STARTS, plan_ends_on=ENDS)


def test_well_programmed_or_not_programmed_at_all() -> None:
    assert fault(WELL) is None
    assert fault(Programming(STARTS, ENDS)) is None
    assert fault(Programming(STARTS, ENDS, cost=Decimal(0))) is None


def unlike(parts: tuple[Decimal, ...], month: int, part: str) -> tuple[Decimal, ...]:
    return (*parts[: month - 1], Decimal(part), *parts[month:])


@pytest.mark.parametrize(
    ("said", "why"),
    [
        (replace(WELL, ends_on=date(2026, 2, 1)), Misprogrammed.PERIOD_BACKWARDS),
        (replace(WELL, starts_on=date(2025, 12, 31)), Misprogrammed.OUTSIDE_THE_PLAN),
        (replace(WELL, ends_on=date(2027, 1, 1)), Misprogrammed.OUTSIDE_THE_PLAN),
        (replace(WELL, shares=MARCH_TO_MAY[:11]), Misprogrammed.NOT_TWELVE),
        (replace(WELL, shares=unlike(MARCH_TO_MAY, 5, "-50")), Misprogrammed.NEGATIVE),
        (replace(WELL, shares=unlike(MARCH_TO_MAY, 5, "47")), Misprogrammed.NOT_A_HUNDRED),
        (replace(WELL, shares=unlike(MARCH_TO_MAY, 5, "50.01")), Misprogrammed.NOT_A_HUNDRED),
        (replace(WELL, cost=Decimal("1000.01")), Misprogrammed.NOT_THE_COST),
        (replace(WELL, cost=Decimal(-1), spending=()), Misprogrammed.NEGATIVE),
        (replace(WELL, starts_on=date(2026, 4, 1)), Misprogrammed.OUTSIDE_ITS_MONTHS),
        (replace(WELL, ends_on=date(2026, 4, 30)), Misprogrammed.OUTSIDE_ITS_MONTHS),
    ],
)
def test_what_contradicts_itself_is_named(said: Programming, why: Misprogrammed) -> None:
    assert fault(said) is why


def test_the_months_of_two_years_are_not_twelve_parts_of_one() -> None:
    long = replace(WELL, ends_on=date(2027, 5, 31))
    why = misprogrammed(long, plan_starts_on=STARTS, plan_ends_on=date(2027, 12, 31))
    assert why is Misprogrammed.MORE_THAN_A_YEAR


def test_what_is_due_by_a_month_adds_up_and_is_unknown_where_unprogrammed() -> None:
    assert [programmed(MARCH_TO_MAY, month=month) for month in (2, 3, 4, 12)] == [0, 20, 50, 100]
    assert programmed((), month=12) is None


@pytest.mark.parametrize("said", [WELL, Programming(STARTS, ENDS)])
def test_a_programming_is_written_down_and_read_again(said: Programming) -> None:
    assert of_row(as_row(said)) == said
