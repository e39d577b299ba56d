"""When the next joint operation is due, and how an activity stands."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

EVERY = timedelta(days=15)  # the council's own promise: a joint operation each fifteen days
SOON = timedelta(days=5)


class Standing(StrEnum):
    """How a planned activity stands on a day."""

    PLANNED = "planned"
    UNTOLD = "untold"  # its day went by and nobody said whether it was held
    HELD = "held"
    CANCELLED = "cancelled"


class Promise(StrEnum):
    """How the promise of a frequency stands on a day."""

    KEPT = "kept"
    SOON = "soon"
    BROKEN = "broken"
    NEVER = "never"


@dataclass(frozen=True)
class Next:
    """By when the next one must be held, and whether one is planned in time."""

    due_on: date | None
    state: Promise
    planned_on: date | None

    @property
    def covered(self) -> bool:
        return (
            self.due_on is not None
            and self.planned_on is not None
            and (self.planned_on <= self.due_on)
        )


def standing(planned_on: date, *, held: bool, cancelled: bool, on: date) -> Standing:
    if held:
        return Standing.HELD
    if cancelled:
        return Standing.CANCELLED
    return Standing.UNTOLD if planned_on < on else Standing.PLANNED


def next_due(
    last_held_on: date | None, *, planned_on: date | None, on: date, every: timedelta = EVERY
) -> Next:
    """Counted from the last one that was held: a cancelled one keeps no promise."""
    if last_held_on is None:
        return Next(None, Promise.NEVER, planned_on)
    due_on = last_held_on + every
    if on > due_on:
        state = Promise.BROKEN
    elif due_on - on <= SOON:
        state = Promise.SOON
    else:
        state = Promise.KEPT
    return Next(due_on, state, planned_on)


def months(of: date) -> tuple[date, date, date]:
    """The first day of a month, of the one before it and of the one after it."""
    first = of.replace(day=1)
    before = (first - timedelta(days=1)).replace(day=1)
    after = (first + timedelta(days=31)).replace(day=1)
    return first, before, after
