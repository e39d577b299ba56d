"""A goal with its whole history: promises and their changes, numbers and what replaced them."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from django.utils import timezone

from sereno.logbook.actions import subject_of
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans.models import Indicator, Target, TargetChange
from sereno.plans.rules import Kind
from sereno.results.models import Measurement
from sereno.results.queries import Standing, measurements, standings, targets
from sereno.results.rules.chart import Chart, Point, Promised, chart
from sereno.results.rules.progress import Amount

LINES = 200


@dataclass(frozen=True)
class Told:
    """A measurement, with the one that stands in its place where there is one."""

    measurement: Measurement
    replaced_by: Measurement | None

    @property
    def is_late(self) -> bool:
        """Replaced by a number for the same days, rather than followed by one that counts on."""
        later = self.replaced_by
        return later is not None and later.ends_at == self.measurement.ends_at


@dataclass(frozen=True)
class Line:
    """A line of the logbook with the name of whoever acted, where it was a person."""

    entry: Entry
    who: str


@dataclass(frozen=True)
class Goal:
    """Everything that is known of an indicator at the desk."""

    indicator: Indicator
    standings: list[Standing]
    changes: list[TargetChange]
    told: list[Told]
    chart: Chart | None
    lines: list[Line]


def goal(indicator: Indicator, *, today: date) -> Goal:
    """As many questions for a goal of one period as for one of a hundred."""
    listed = list(targets().filter(indicator=indicator))
    taken = list(
        measurements()
        .filter(target__indicator=indicator)
        .order_by("-measured_at", "-pk")
        .defer("worksheet")
    )
    changes = list(
        TargetChange.objects.filter(target__indicator=indicator).select_related(
            "target__indicator", "target__parish", "proposed_by", "confirmed_by", "refused_by"
        )
    )
    return Goal(
        indicator,
        standings(listed, today=today),
        changes,
        _told(taken),
        _chart(listed, taken),
        _lines([indicator, *listed, *changes, *taken]),
    )


def _told(taken: Sequence[Measurement]) -> list[Told]:
    """Of each target the approved number that came next stands in the place of the one before."""
    by_target: dict[int, list[Measurement]] = {}
    for one in reversed(taken):
        if one.approved_at:
            by_target.setdefault(one.target_id, []).append(one)
    next_of: dict[int, Measurement] = {}
    for approved in by_target.values():
        ordered = sorted(approved, key=lambda one: (one.ends_at, one.measured_at, one.pk))
        next_of |= {earlier.pk: later for earlier, later in pairwise(ordered)}
    return [Told(one, next_of.get(one.pk)) for one in taken]


def _chart(listed: Sequence[Target], taken: Sequence[Measurement]) -> Chart | None:
    """The whole canton, or the one parish there is: several parishes are no single line."""
    drawn = [one for one in listed if one.parish_id is None] or _only_parish(listed)
    drawn = [one for one in drawn if one.kind in {Kind.QUANTITY, Kind.SHARE, Kind.OBSERVED}]
    known = {one.pk for one in drawn}
    points: dict[date, Point] = {}
    for one in sorted(taken, key=lambda one: (one.measured_at, one.pk)):
        if one.target_id in known and one.approved_at and one.value is not None:
            day = timezone.localdate(one.ends_at - timedelta(microseconds=1))
            points[day] = Point(day, one.value, str(one.said))
    return chart(list(points.values()), [span for one in drawn for span in _promised(one)])


def _only_parish(listed: Sequence[Target]) -> list[Target]:
    return list(listed) if len({one.parish_id for one in listed}) == 1 else []


def _promised(target: Target) -> list[Promised]:
    """What was in force, stretch by stretch: a change never reaches back."""
    found, starts_on = [], target.starts_on
    for row in target.earlier:
        amount = Amount.kept(row)
        until = min(amount.until, target.ends_on)
        if amount.value is not None and starts_on <= until:
            found.append(Promised(starts_on, until, amount.value, amount.high))
        starts_on = max(starts_on, amount.until + timedelta(days=1))
    if target.value is not None and starts_on <= target.ends_on:
        found.append(Promised(starts_on, target.ends_on, target.value, target.high))
    return found


def _lines(things: Sequence[Indicator | Target | TargetChange | Measurement]) -> list[Line]:
    subjects = [subject_of(thing) for thing in things]
    subjects += [
        subject_of(proof)
        for thing in things
        if isinstance(thing, Measurement)
        for proof in thing.evidence.all()
    ]
    entries = list(Entry.objects.filter(subject__in=subjects).order_by("-number")[:LINES])
    keys = {entry.actor for entry in entries}
    numbers = [key.partition(":")[2] for key in keys if key.startswith("person:")]
    names = {subject_of(one): str(one) for one in Person.objects.filter(pk__in=numbers)}
    return [Line(entry, names.get(entry.actor, "")) for entry in entries]
