"""A step counts when it was done, something shows it, and another person found it working."""

from datetime import date

import pytest

from sereno.reports.rules.phases import Told, Why, lacking

DONE, DUE, TODAY = date(2026, 3, 1), date(2026, 3, 31), date(2026, 4, 1)


def step(done_on: date | None, *works: bool | None) -> Told:
    return Told(1, 1, "Nombrar el equipo", done_on, DUE, works)


@pytest.mark.parametrize(
    ("told", "why"),
    [
        (step(None), Why.NOT_DONE),
        (step(None, True), Why.NOT_DONE),
        (step(DONE), Why.NO_PROOF),
        (step(DONE, False), Why.BROKEN),
        (step(DONE, None), Why.NOT_OPENED),
        (step(DONE, False, None), Why.NOT_OPENED),
    ],
)
def test_a_step_that_would_not_count_says_why(told: Told, why: Why) -> None:
    (found,) = lacking([told], on=TODAY)
    assert found.why == why
    assert found.is_late


def test_one_working_proof_is_enough() -> None:
    assert lacking([step(DONE, False, None, True)], on=TODAY) == ()


def test_a_step_is_not_late_on_its_day_nor_without_one() -> None:
    (found,) = lacking([step(None)], on=DUE)
    assert not found.is_late
    (undated,) = lacking([Told(1, 1, "x", None, None)], on=TODAY)
    assert not undated.is_late
