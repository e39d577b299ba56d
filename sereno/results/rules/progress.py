"""How far a promise was kept: the one function behind every page, document and API."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sereno.plans.rules import Direction, Kind
from sereno.web.rules import Absent

ONE = Decimal(1)


class State(StrEnum):
    """Zero, unknown, not applicable and not yet due are four things."""

    REACHED = "reached"
    ON_THE_WAY = "on_the_way"
    ZERO = "zero"
    WORSE = "worse"
    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not_applicable"
    NOT_DUE = "not_due"


ABSENT = {
    Absent.UNKNOWN: State.UNKNOWN,
    Absent.NOT_APPLICABLE: State.NOT_APPLICABLE,
    Absent.NOT_DUE: State.NOT_DUE,
}


@dataclass(frozen=True)
class Progress:
    """How far: ``ratio`` is 1 where the promise is kept, 0 where nothing moved, under 0 worse.

    ``ratio`` is missing where there is no number, or no way to divide. ``from_baseline`` says
    whether it counts the way from the baseline or compares with the target alone. ``over``
    marks what went past its target: a reason to be glad, or to look at how it was set. ``off``
    marks a ratio that says how near it lies to what had to be kept, from whichever side: it is
    no share of the target, and under 0 it lies farther off than the target is large.
    """

    state: State
    ratio: Decimal | None = None
    from_baseline: bool = False
    over: bool = False
    off: bool = False

    @property
    def has_number(self) -> bool:
        return self.state not in set(ABSENT.values())


def progress(
    baseline: Decimal | None,
    target: Decimal,
    actual: Decimal | Absent,
    direction: str,
    high: Decimal | None = None,
) -> Progress:
    """How far ``actual`` came, in exact decimals; two bounds are ``target`` and ``high``.

    The way counts from the baseline where there is one on the right side of the target.
    Without it: what must rise is compared with the target (``actual / target``), what must
    fall the other way round (``target / actual``), and what must be kept by how far it is off
    (``1 - |actual - target| / target``). Between two bounds all is reached and nothing is over;
    outside them, the way counts to the nearer one.
    """
    if isinstance(actual, Absent):
        return Progress(ABSENT[actual])
    if direction == Direction.KEEP:
        return _near(target, actual)
    if direction == Direction.WITHIN:
        return _within(baseline, target, target if high is None else high, actual)
    falls = direction == Direction.FALL
    reached = actual <= target if falls else actual >= target
    if baseline is not None and (baseline > target if falls else baseline < target):
        way = (actual - baseline) / (target - baseline)
        return _judged(way, reached=reached, from_baseline=True)
    ratio = _fallen(target, actual) if falls else _risen(target, actual)
    return _judged(ratio, reached=reached, past=actual != target)


def _risen(target: Decimal, actual: Decimal) -> Decimal | None:
    return actual / target if target > 0 else None


def _fallen(target: Decimal, actual: Decimal) -> Decimal | None:
    return target / actual if target >= 0 and actual > 0 else None


def _kept(target: Decimal, actual: Decimal) -> Decimal | None:
    return ONE - abs(actual - target) / abs(target) if target else None


def _within(baseline: Decimal | None, low: Decimal, high: Decimal, actual: Decimal) -> Progress:
    """One between the bounds; outside, the way from a baseline on the same side, or how far off."""
    if low <= actual <= high:
        return Progress(State.REACHED, ONE)
    below = actual < low
    bound = low if below else high
    if baseline is not None and (baseline < low if below else baseline > high):
        return _judged((actual - baseline) / (bound - baseline), reached=False, from_baseline=True)
    return _near(bound, actual)


def _near(bound: Decimal, actual: Decimal) -> Progress:
    """How far off, whichever side; nobody can tell from it where it began, nor if it got worse."""
    if actual == bound:
        return Progress(State.REACHED, _kept(bound, actual))
    return Progress(State.ON_THE_WAY, _kept(bound, actual), off=True)


def _stepped(baseline: Decimal | None, target: Decimal, step: Decimal) -> Progress:
    """A scale has an order and no distances, so its progress is a word and never a share."""
    first = ONE if baseline is None else baseline
    if step >= target:
        return Progress(State.REACHED, over=step > target)
    if step < first:
        return Progress(State.WORSE)
    return Progress(State.ZERO if step == first else State.ON_THE_WAY)


def _judged(
    ratio: Decimal | None, *, reached: bool, from_baseline: bool = False, past: bool = False
) -> Progress:
    if reached:
        over = ratio > ONE if ratio is not None else past
        return Progress(State.REACHED, ratio, from_baseline, over)
    if ratio == 0:
        return Progress(State.ZERO, ratio, from_baseline)
    if from_baseline and ratio is not None and ratio < 0:
        return Progress(State.WORSE, ratio, from_baseline)
    return Progress(State.ON_THE_WAY, ratio, from_baseline)


@dataclass(frozen=True)
class Amount:
    """How much was promised up to and including a day, before it was changed in the open."""

    until: date
    value: Decimal | None = None
    high: Decimal | None = None
    every_days: int | None = None

    @classmethod
    def kept(cls, row: Mapping[str, Any]) -> "Amount":
        """As a target keeps it: a day in ISO 8601, decimals as exact text."""
        value, high = row["value"], row["high"]
        return cls(
            until=date.fromisoformat(row["until"]),
            value=None if value is None else Decimal(value),
            high=None if high is None else Decimal(high),
            every_days=row["every_days"],
        )


@dataclass(frozen=True)
class Promise:
    """A target as far as its arithmetic goes; ``earlier`` is what was promised before, in order."""

    kind: str
    direction: str
    starts_on: date
    ends_on: date
    value: Decimal | None = None
    every_days: int | None = None
    baseline: Decimal | None = None
    high: Decimal | None = None
    earlier: tuple[Amount, ...] = ()


@dataclass(frozen=True)
class Actual:
    """What was measured, from one day up to and including another."""

    value: Decimal | Absent
    starts_on: date
    ends_on: date


def attainment(promise: Promise, actual: Actual | None, *, today: date) -> Progress:
    """How far a promise of any kind was kept; what nobody measured is due only once it ended.

    It is compared with what was in force on the last day counted.
    """
    if actual is None:
        return Progress(State.NOT_DUE if today <= promise.ends_on else State.UNKNOWN)
    if isinstance(actual.value, Absent):
        return Progress(ABSENT[actual.value])
    promise = in_force(promise, actual.ends_on)
    if promise.kind == Kind.MILESTONE:
        return _judged(min(actual.value, ONE), reached=actual.value >= ONE)
    if promise.kind == Kind.FREQUENCY:
        due = occasions(promise, until=actual.ends_on, since=actual.starts_on)
        if not due:
            return Progress(State.NOT_DUE)
        return progress(None, Decimal(due), actual.value, Direction.RISE)
    if promise.kind == Kind.OBSERVED or promise.value is None:
        return Progress(State.NOT_APPLICABLE)
    if promise.kind == Kind.SCALE:
        return _stepped(promise.baseline, promise.value, actual.value)
    return progress(promise.baseline, promise.value, actual.value, promise.direction, promise.high)


def in_force(promise: Promise, on: date) -> Promise:
    """The promise as it stood on a day: a change never reaches back before it was confirmed."""
    for amount in promise.earlier:
        if on <= amount.until:
            return replace(
                promise,
                value=amount.value,
                high=amount.high,
                every_days=amount.every_days,
                earlier=(),
            )
    return promise


def occasions(promise: Promise, *, until: date, since: date | None = None) -> int:
    """How often it should have happened: whole intervals, both days counted."""
    first = max(since or promise.starts_on, promise.starts_on)
    last = min(until, promise.ends_on)
    days = (last - first + timedelta(days=1)).days
    return max(0, days) // (promise.every_days or 1)
