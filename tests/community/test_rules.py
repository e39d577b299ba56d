"""When the next joint operation is due, and how an activity stands on a day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.community import rules
from sereno.community.rules import Promise, Standing

TODAY = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("days_ago", "state"),
    [
        (0, Promise.KEPT),
        (9, Promise.KEPT),
        (10, Promise.SOON),
        (15, Promise.SOON),
        (16, Promise.BROKEN),
        (90, Promise.BROKEN),
    ],
)
def test_an_operation_every_fifteen_days_is_counted_from_the_last_one_held(
    days_ago: int, state: Promise
) -> None:
    last = TODAY - timedelta(days=days_ago)
    found = rules.next_due(last, planned_on=None, on=TODAY)
    assert found.state is state
    assert found.due_on == last + timedelta(days=15)
    assert not found.covered


def test_without_any_operation_nothing_is_due_and_nothing_is_kept() -> None:
    found = rules.next_due(None, planned_on=TODAY, on=TODAY)
    assert (found.state, found.due_on, found.covered) == (Promise.NEVER, None, False)


@pytest.mark.parametrize(("planned_in", "covered"), [(5, True), (6, False)])
def test_a_planned_operation_covers_the_promise_only_if_it_comes_in_time(
    planned_in: int, *, covered: bool
) -> None:
    planned_on = TODAY + timedelta(days=planned_in)
    found = rules.next_due(TODAY - timedelta(days=10), planned_on=planned_on, on=TODAY)
    assert found.covered is covered


@pytest.mark.parametrize(
    ("planned_in", "held", "cancelled", "standing"),
    [
        (1, False, False, Standing.PLANNED),
        (0, False, False, Standing.PLANNED),
        (-1, False, False, Standing.UNTOLD),
        (-1, True, False, Standing.HELD),
        (-1, False, True, Standing.CANCELLED),
        (9, False, True, Standing.CANCELLED),
    ],
)
def test_an_activity_nobody_told_of_is_not_taken_for_held(
    planned_in: int, *, held: bool, cancelled: bool, standing: Standing
) -> None:
    planned_on = TODAY + timedelta(days=planned_in)
    assert rules.standing(planned_on, held=held, cancelled=cancelled, on=TODAY) is standing


@given(st.dates(date(2000, 1, 1), date(2100, 1, 1)))
def test_months_follow_each_other(day: date) -> None:
    first, before, after = rules.months(day)
    assert (first.day, before.day, after.day) == (1, 1, 1)
    assert (first.year, first.month) == (day.year, day.month)
    assert rules.months(before)[2] == first
    assert rules.months(after)[1] == first
