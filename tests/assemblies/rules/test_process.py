"""Deadlines from the calendar and from the deliberation; what keeps a phase open."""

from datetime import date

import pytest

from sereno.assemblies.rules.process import (
    Checked,
    Deadline,
    Standing,
    due_on,
    missing,
    standing,
)

EVENT = date(2026, 5, 22)


@pytest.mark.parametrize(
    ("deadline", "event", "day"),
    [
        (Deadline(4, 30), None, date(2026, 4, 30)),
        (Deadline(2), None, date(2026, 2, 28)),
        (Deadline(2, 30), None, date(2026, 2, 28)),
        (Deadline(5, 31, -15), EVENT, date(2026, 5, 7)),
        (Deadline(5, 31, 14), EVENT, date(2026, 5, 31)),
        (Deadline(days_from_deliberation=-15), EVENT, date(2026, 5, 7)),
        (Deadline(days_from_deliberation=-15), None, None),
    ],
)
def test_the_last_day_of_a_step(deadline: Deadline, event: date | None, day: date | None) -> None:
    assert due_on(deadline, year=2025, deliberation_on=event) == day


def test_a_year_with_a_29th_of_february_ends_its_month_there() -> None:
    assert due_on(Deadline(2), year=2027, deliberation_on=None) == date(2028, 2, 29)


@pytest.mark.parametrize(
    ("on", "done_on", "is_"),
    [
        (date(2026, 5, 8), date(2026, 5, 7), Standing.DONE),
        (date(2026, 5, 8), date(2026, 5, 8), Standing.DONE_LATE),
        (date(2026, 5, 8), None, Standing.LATE),
        (date(2026, 5, 7), None, Standing.SOON),
        (date(2026, 4, 22), None, Standing.SOON),
        (date(2026, 4, 21), None, Standing.AHEAD),
    ],
)
def test_it_warns_before_it_is_late(on: date, done_on: date | None, is_: Standing) -> None:
    assert standing(date(2026, 5, 7), done_on=done_on, on=on) is is_


def test_a_step_without_a_day_is_not_late() -> None:
    assert standing(None, done_on=None, on=EVENT) is Standing.UNDATED
    assert standing(None, done_on=EVENT, on=EVENT) is Standing.DONE


def test_a_phase_lacks_what_is_not_done_and_what_nothing_shows() -> None:
    steps = [
        Checked("equipo", done=True, working_evidence=1),
        Checked("consulta", done=True, working_evidence=0),
        Checked("temas", done=False, working_evidence=2),
    ]
    assert missing(steps) == ("consulta", "temas")
