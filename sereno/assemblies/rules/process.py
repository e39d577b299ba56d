"""When each step of the accountability process is due, and whether a phase may be closed."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

SOON = timedelta(days=15)


class Standing(StrEnum):
    DONE = "done"
    DONE_LATE = "done_late"
    LATE = "late"
    SOON = "soon"
    AHEAD = "ahead"
    UNDATED = "undated"  # its day hangs on a deliberation that has no date yet


@dataclass(frozen=True)
class Deadline:
    """A month and day of the year after the one accounted for, or days from the deliberation."""

    month: int | None = None
    day: int | None = None
    days_from_deliberation: int | None = None


@dataclass(frozen=True)
class Checked:
    """A step at the moment its phase is to be closed."""

    code: str
    done: bool
    working_evidence: int


def due_on(deadline: Deadline, *, year: int, deliberation_on: date | None) -> date | None:
    """The last day of a step of the account of ``year``; the earlier of its two, if it has both."""
    days = []
    if deadline.month is not None:
        last = calendar.monthrange(year + 1, deadline.month)[1]
        days.append(date(year + 1, deadline.month, min(deadline.day or last, last)))
    if deadline.days_from_deliberation is not None and deliberation_on is not None:
        days.append(deliberation_on + timedelta(days=deadline.days_from_deliberation))
    return min(days, default=None)


def standing(due: date | None, *, done_on: date | None, on: date) -> Standing:
    """How a step stands: done in time or after it, late, near its day, or still ahead."""
    if done_on is not None:
        return Standing.DONE_LATE if due is not None and done_on > due else Standing.DONE
    if due is None:
        return Standing.UNDATED
    if on > due:
        return Standing.LATE
    return Standing.SOON if due - on <= SOON else Standing.AHEAD


def missing(steps: Iterable[Checked]) -> tuple[str, ...]:
    """The steps that keep a phase open: not done, or without evidence that somebody opened."""
    return tuple(step.code for step in steps if not (step.done and step.working_evidence))
