"""What became of something that people asked, and by when they must hear of it."""

from datetime import date, timedelta
from enum import StrEnum


class Fate(StrEnum):
    WAITING = "waiting"
    LATE = "late"  # the day of the answer went by without one
    COMMITTED = "committed"
    OVERDUE = "overdue"  # the day of the promise went by, and nobody confirmed that it was kept
    KEPT = "kept"
    REFUSED = "refused"


def answer_due_on(asked_on: date | None, *, days: int | None) -> date | None:
    """The last day for an answer; none where nobody asked yet, or no time was in force."""
    return None if asked_on is None or days is None else asked_on + timedelta(days=days)


def fate(
    *,
    promised_until: date | None,
    kept: bool,
    refused: bool,
    due_on: date | None,
    on: date,
) -> Fate:
    """How a matter stands; ``promised_until`` is the day of its commitment, none without one."""
    if promised_until is not None:
        if kept:
            return Fate.KEPT
        return Fate.OVERDUE if on > promised_until else Fate.COMMITTED
    if refused:
        return Fate.REFUSED
    return Fate.LATE if due_on is not None and on > due_on else Fate.WAITING
