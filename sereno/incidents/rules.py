"""How an answer is judged: what is due, which comes first, who is nearest, what may be done."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from math import asin, cos, radians, sin, sqrt

from sereno.alerts.rules import Class, Urgency

NEARLY_DUE_FROM = 0.7  # of the time allowed
EARTH_RADIUS_METRES = 6_371_008.8
FRESH = timedelta(minutes=5)  # an older position of a vehicle says where it was, not where it is
URGENCIES = tuple(Urgency)


class Step(StrEnum):
    """The steps of an answer that have a time of their own, in order."""

    ACKNOWLEDGE = "acknowledge"
    DISPATCH = "dispatch"
    ARRIVE = "arrive"


class Punctuality(IntEnum):
    """How a step stands against its target; what still runs sorts above what is done."""

    KEPT = 0
    LATE = 1
    NO_TARGET = 2
    ON_TIME = 3
    NEARLY_DUE = 4
    OVERDUE = 5


@dataclass(frozen=True)
class Due:
    """One step: when it is due, when it was done, how much time remains (less than none: late)."""

    step: Step
    state: Punctuality
    due_at: datetime | None = None
    done_at: datetime | None = None
    remaining: timedelta | None = None
    took: timedelta | None = None

    @property
    def runs(self) -> bool:
        return self.done_at is None


def due(
    raised_at: datetime,
    *,
    done: Mapping[Step, datetime | None],
    targets: Mapping[Step, int],
    at: datetime,
) -> tuple[Due, ...]:
    """Every step against its target, in seconds since the alert was raised."""
    return tuple(
        _due(step, raised_at, done_at=done.get(step), allowed=targets.get(step), at=at)
        for step in Step
    )


def _due(
    step: Step, raised_at: datetime, *, done_at: datetime | None, allowed: int | None, at: datetime
) -> Due:
    took = done_at - raised_at if done_at else None
    if allowed is None:
        return Due(step, Punctuality.NO_TARGET, done_at=done_at, took=took)
    due_at = raised_at + timedelta(seconds=allowed)
    if done_at is not None:
        state = Punctuality.KEPT if done_at <= due_at else Punctuality.LATE
        return Due(step, state, due_at, done_at, took=took)
    return Due(step, punctuality(raised_at, due_at=due_at, at=at), due_at, None, due_at - at)


def punctuality(raised_at: datetime, *, due_at: datetime, at: datetime) -> Punctuality:
    """How a step that was not done yet stands: it asks for attention before it is late."""
    if at >= due_at:
        return Punctuality.OVERDUE
    if at - raised_at >= (due_at - raised_at) * NEARLY_DUE_FROM:
        return Punctuality.NEARLY_DUE
    return Punctuality.ON_TIME


def next_due(steps: Iterable[Due]) -> Due | None:
    """The first step that still runs; the ones after it wait for it."""
    return next((step for step in steps if step.runs), None)


QueueKey = tuple[bool, bool, int, datetime]


def queue_key(urgency: str, *, is_overdue: bool, raised_at: datetime) -> QueueKey:
    """Danger to life first, then what is overdue, then by urgency, then the oldest.

    An urgency nobody knows counts as danger to life.
    """
    known = urgency in set(URGENCIES)
    rank = URGENCIES.index(Urgency(urgency)) if known else 0
    return (rank != 0, not is_overdue, rank, raised_at)


@dataclass(frozen=True)
class Point:
    """A point in WGS 84, in degrees."""

    latitude: float
    longitude: float


def point(latitude: float | None, longitude: float | None) -> Point | None:
    return None if latitude is None or longitude is None else Point(latitude, longitude)


def metres(here: Point, there: Point) -> float:
    """The great-circle distance."""
    phi, psi = radians(here.latitude), radians(there.latitude)
    half_north = sin((psi - phi) / 2) ** 2
    half_east = sin(radians(there.longitude - here.longitude) / 2) ** 2
    return 2 * EARTH_RADIUS_METRES * asin(sqrt(half_north + cos(phi) * cos(psi) * half_east))


class Whence(StrEnum):
    """Where the position of a unit was taken from."""

    VEHICLE = "vehicle"
    OLD_VEHICLE = "old_vehicle"
    BASE = "base"
    NOWHERE = "nowhere"


@dataclass(frozen=True)
class Position:
    """Where a unit is taken to be, and on whose word."""

    point: Point | None
    whence: Whence
    seen_at: datetime | None = None


def position(
    vehicle: Point | None, *, seen_at: datetime | None, base: Point | None, at: datetime
) -> Position:
    """Where its vehicle was just seen; else its base; else where its vehicle was seen long ago."""
    if vehicle and seen_at and at - seen_at <= FRESH:
        return Position(vehicle, Whence.VEHICLE, seen_at)
    if base:
        return Position(base, Whence.BASE)
    if vehicle:
        return Position(vehicle, Whence.OLD_VEHICLE, seen_at)
    return Position(None, Whence.NOWHERE)


@dataclass(frozen=True)
class Candidate:
    """A unit that could be sent, with the reason it stands where it stands in the list."""

    unit: int
    position: Position
    busy_with: int | None = None  # the incident that has this crew
    metres: float | None = None


def nearest(candidates: Iterable[Candidate], *, to: Point | None) -> list[Candidate]:
    """Free before busy, then the nearest; a unit of unknown place comes after the known ones."""
    measured = [
        Candidate(
            one.unit,
            one.position,
            one.busy_with,
            metres(one.position.point, to) if to and one.position.point else None,
        )
        for one in candidates
    ]
    return sorted(
        measured,
        key=lambda one: (one.busy_with is not None, one.metres is None, one.metres or 0.0),
    )


def known_by(channel: str, *, device_kind: str = "") -> str:
    """How a matter became known, from the channel of its alert and the device that cried."""
    if channel == "neighbour":
        return "neighbour"
    return {"camera": "camera", "vehicle": "patrol", "": "other"}.get(device_kind, "device")


def may_go_alone(classification: str) -> bool:
    """Whether units may be sent without asking twice: a test never sends anyone silently."""
    return classification != Class.TEST


def outcome_fits(outcome: str, *, sent: int) -> bool:
    """Whether an outcome agrees with what was done: nobody attends without going."""
    if outcome == "not_sent":
        return sent == 0
    return sent > 0 or outcome not in {"attended", "nothing_found"}


def likely_outcome(classification: str, *, sent: int, arrived: bool) -> str:
    """The outcome to offer first; the operator decides. Nothing where nothing is likely."""
    if classification in {Class.FALSE, Class.MALICIOUS, Class.TEST, Class.SYSTEM_ERROR}:
        return "false"
    if arrived:
        return "attended"
    return "not_sent" if classification and not sent else ""
