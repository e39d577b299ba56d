"""What a year asks of a target, month by month: when a number is due, and what became of it.

A target is closed on its last day, by a number for the whole of its period. While it runs it is
looked at once a month; one that promises a rhythm slower than a month only in the months in which
an occasion falls; a document or milestone only on its last day. A number counts from the start of
the period, so a later one covers every look before it.
"""

import calendar
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import StrEnum

from sereno.plans.rules import Kind

SOON = timedelta(days=30)
MONTH = 31


class Wait(StrEnum):
    """What a due day waits for; what presses most comes first."""

    LATE = "late"
    RETURNED = "returned"
    STALE = "stale"
    SOON = "soon"
    TO_REVIEW = "to_review"
    TO_APPROVE = "to_approve"
    AHEAD = "ahead"
    DONE = "done"
    COVERED = "covered"


@dataclass(frozen=True)
class Span:
    """A target as far as its calendar goes."""

    kind: str
    starts_on: date
    ends_on: date
    every_days: int | None = None


@dataclass(frozen=True)
class Numbers:
    """The last day that each number counts: the approved one, those on their way, the returned.

    Of each one on its way ``drafts`` says whether it was reviewed.
    """

    approved: date | None = None
    drafts: Mapping[date, bool] = field(default_factory=dict)
    returned: date | None = None


@dataclass(frozen=True)
class Mark:
    """A day on which a number is due, and what it waits for."""

    day: date
    closes: bool
    wait: Wait
    occasions: int = 0


def marks(span: Span, numbers: Numbers, *, year: int, today: date) -> list[Mark]:
    """The due days of a target in a year, in order."""
    days = _days(span)
    drafts = {_place(days, until): reviewed for until, reviewed in sorted(numbers.drafts.items())}
    returned = _place(days, numbers.returned)
    passed = max((day for day in days if day < today), default=None)
    found = []
    for day in days:
        if day.year != year:
            continue
        closes = day == span.ends_on
        if numbers.approved and numbers.approved >= day:
            wait = Wait.DONE
        elif day in drafts:
            wait = Wait.TO_APPROVE if drafts[day] else Wait.TO_REVIEW
        elif day == returned:
            wait = Wait.RETURNED
        elif day < today:
            wait = _passed(closes=closes, newest=day == passed)
        else:
            wait = Wait.SOON if day - today <= SOON else Wait.AHEAD
        found.append(Mark(day, closes, wait, _occasions(span, day)))
    return found


def count(found: Iterable[Mark]) -> Counter[Wait]:
    return Counter(mark.wait for mark in found)


def pressing(found: Sequence[Mark]) -> Wait:
    """The wait that presses most of several in one cell."""
    order = list(Wait)
    return min((mark.wait for mark in found), key=order.index)


def _passed(*, closes: bool, newest: bool) -> Wait:
    if closes:
        return Wait.LATE
    return Wait.STALE if newest else Wait.COVERED


def _days(span: Span) -> list[date]:
    """The last day of each month that asks for a look, and the last day of all."""
    if span.kind == Kind.MILESTONE:
        return [span.ends_on]
    found, day = [], _month_end(span.starts_on)
    while day < span.ends_on:
        if not _is_slow(span) or _occasions(span, day):
            found.append(day)
        day = _month_end(day + timedelta(days=1))
    return [*found, span.ends_on]


def _is_slow(span: Span) -> bool:
    return bool(span.every_days and span.every_days > MONTH)


def _occasions(span: Span, day: date) -> int:
    """How many occasions of a rhythm fall in the month of a day, up to that day."""
    if not span.every_days:
        return 0
    before = max(span.starts_on, day.replace(day=1)) - timedelta(days=1)
    return _until(span, day) - _until(span, before)


def _until(span: Span, day: date) -> int:
    days = (day - span.starts_on).days + 1
    return max(0, days) // (span.every_days or 1)


def _place(days: Sequence[date], until: date | None) -> date | None:
    """The due day that a number answers: the first one it does not pass."""
    return None if until is None else next((day for day in days if day >= until), days[-1])


def _month_end(day: date) -> date:
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])
