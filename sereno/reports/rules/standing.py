"""How a promise stands on a day: kept, on its way, missed, not due, or unknown."""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sereno.results.rules.progress import Progress, State
from sereno.web.rules import Kind


class Standing(StrEnum):
    """What can be said of a promise. The last three are not numbers, and none of them is zero."""

    KEPT = "kept"
    HOLDING = "holding"
    UNDER_WAY = "under-way"
    MISSED = "missed"
    NOT_DUE = "not-due"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"


KINDS: dict[Standing, Kind] = {
    Standing.KEPT: Kind.ALIVE,
    Standing.HOLDING: Kind.ALIVE,
    Standing.UNDER_WAY: Kind.PLAIN,
    Standing.MISSED: Kind.ATTENTION,
    Standing.NOT_DUE: Kind.PLAIN,
    Standing.UNKNOWN: Kind.UNKNOWN,
    Standing.NOT_APPLICABLE: Kind.UNKNOWN,
}
ABSENT = {
    State.UNKNOWN: Standing.UNKNOWN,
    State.NOT_APPLICABLE: Standing.NOT_APPLICABLE,
    State.NOT_DUE: Standing.NOT_DUE,
}


OPEN_QUESTIONS = {Standing.MISSED, Standing.UNKNOWN}


def stands_out(unspent: Decimal | None, standings: Iterable[Standing]) -> bool:
    """Money was left while a promise was missed, or nobody knows what became of it.

    A promise still on its way is no reproach: neither is money that still has months to go.
    """
    left = unspent is not None and unspent > 0
    return left and any(standing in OPEN_QUESTIONS for standing in standings)


def standing(progress: Progress, *, adds_up: bool, ends_on: date, on: date) -> Standing:
    """What a progress means on a day of, or after, the promise's period.

    What adds up cannot be undone: a document handed in is kept from that day on. A share or
    a waiting time that is good so far only holds until its period ends.
    """
    if progress.state in ABSENT:
        return ABSENT[progress.state]
    is_open = on <= ends_on
    if progress.state != State.REACHED:
        return Standing.UNDER_WAY if is_open else Standing.MISSED
    return Standing.HOLDING if is_open and not adds_up else Standing.KEPT


def is_past(ends_on: date, *, on: date) -> bool:
    """Whether a plan was accounted for: that is done in the year after its last one."""
    return ends_on.year < on.year - 1
