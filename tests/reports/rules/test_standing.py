"""A promise kept, missed, not due and unknown are told apart."""

from datetime import date
from decimal import Decimal

import pytest

from sereno.reports.rules.standing import KINDS, Standing, is_past, standing, stands_out
from sereno.results.rules.progress import Progress, State

END = date(2026, 12, 31)
BEFORE, AFTER = date(2026, 11, 20), date(2027, 1, 15)


@pytest.mark.parametrize(
    ("state", "on", "expected"),
    [
        (State.NOT_DUE, BEFORE, Standing.NOT_DUE),
        (State.UNKNOWN, AFTER, Standing.UNKNOWN),
        (State.NOT_APPLICABLE, AFTER, Standing.NOT_APPLICABLE),
        (State.ZERO, END, Standing.UNDER_WAY),
        (State.ZERO, AFTER, Standing.MISSED),
        (State.WORSE, AFTER, Standing.MISSED),
        (State.ON_THE_WAY, BEFORE, Standing.UNDER_WAY),
        (State.ON_THE_WAY, AFTER, Standing.MISSED),
        (State.REACHED, BEFORE, Standing.HOLDING),
        (State.REACHED, AFTER, Standing.KEPT),
    ],
)
def test_a_promise_stands(state: State, on: date, expected: Standing) -> None:
    found = standing(Progress(state), adds_up=False, ends_on=END, on=on)
    assert found == expected


def test_what_was_handed_over_is_kept_before_its_day() -> None:
    reached = Progress(State.REACHED)
    assert standing(reached, adds_up=True, ends_on=END, on=BEFORE) == Standing.KEPT


def test_unknown_is_never_drawn_as_proven() -> None:
    proven = {standing for standing, kind in KINDS.items() if kind == "alive"}
    assert proven == {Standing.KEPT, Standing.HOLDING}


@pytest.mark.parametrize(
    ("on", "past"),
    [
        (date(2026, 12, 31), False),
        (date(2027, 1, 1), False),
        (date(2027, 12, 31), False),
        (date(2028, 1, 1), True),
    ],
)
def test_a_plan_is_past_once_the_year_of_its_account_is_over(on: date, past: bool) -> None:
    assert is_past(END, on=on) is past


@pytest.mark.parametrize(
    ("unspent", "found", "expected"),
    [
        (Decimal(1), Standing.MISSED, True),
        (Decimal(1), Standing.UNKNOWN, True),
        (Decimal(1), Standing.UNDER_WAY, False),
        (Decimal(1), Standing.NOT_DUE, False),
        (Decimal(0), Standing.MISSED, False),
        (None, Standing.MISSED, False),
    ],
)
def test_money_left_stands_out_beside_what_was_missed_or_is_unknown(
    unspent: Decimal | None, found: Standing, expected: bool
) -> None:
    assert stands_out(unspent, [Standing.KEPT, found]) is expected
