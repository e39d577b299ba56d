"""What was promised and what is published about it: one goal, and what all are told by."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Protocol, TypeVar

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from sereno.plans.models import Indicator, Target, TargetChange
from sereno.plans.queries import changes_of
from sereno.plans.rules import Direction, Kind, printing
from sereno.reports.models import Figure
from sereno.reports.rules.period import Period
from sereno.reports.rules.standing import Standing, standing
from sereno.results.models import Measurement
from sereno.results.queries import Together, together
from sereno.results.queries.judging import accumulates, attained, promise_of
from sereno.results.rules.judged import Promised
from sereno.results.rules.progress import Progress, State, in_force, occasions

MOMENT = timedelta(microseconds=1)


class _Lasting(Protocol):
    """What begins on a day and ends on another: a target, or a row of one."""

    @property
    def starts_on(self) -> date: ...
    @property
    def ends_on(self) -> date: ...


Lasting = TypeVar("Lasting", bound=_Lasting)


@dataclass(frozen=True)
class Goal:
    """One indicator of a published plan: what was promised for now, and what is published."""

    indicator: Indicator
    target: Target | None
    figure: Figure | None
    progress: Progress
    standing: Standing
    past: tuple[Figure, ...] = ()

    @property
    def aim(self) -> Decimal | None:
        """The number to reach: of a rhythm, how often it was due by then.

        A document, a scale and a pair of bounds have none.
        """
        wordy = {Kind.MILESTONE, Kind.SCALE, Kind.OBSERVED}
        if self.target is None or self.target.kind in wordy or self.target.high is not None:
            return None
        until = period_of(self.figure.measurement).last if self.figure else self.target.ends_on
        promise = in_force(promise_of(self.target), until)
        if self.target.kind != Kind.FREQUENCY:
            return promise.value
        return Decimal(occasions(promise, until=until))

    @property
    def way_from(self) -> Decimal | None:
        """Where the way to the goal begins; what adds up begins at zero, whatever last year's."""
        return None if accumulates(self.indicator) else self.indicator.baseline

    @property
    def printed(self) -> printing.Printed | None:
        return printing.pieces(self.figure.printed_value) if self.figure else None


@dataclass(frozen=True)
class History:
    """Everything published about one goal, and what was promised for each parish."""

    goal: Goal
    figures: tuple[Figure, ...]
    targets: tuple[Goal, ...]
    parishes: tuple[Goal, ...]
    wholes: tuple[Together, ...]
    changes: tuple[TargetChange, ...]


def published_indicators() -> QuerySet[Indicator]:
    return (
        Indicator.objects.filter(project__objective__component__plan__published_at__isnull=False)
        .select_related("project__responsible", "project__objective__component__plan")
        .prefetch_related(Prefetch("targets", Target.objects.select_related("parish")))
        .order_by(
            "project__objective__component__plan_id",
            "project__objective__component__position",
            "project__objective__position",
            "project_id",
            "pk",
        )
    )


def standing_figures() -> QuerySet[Figure]:
    """The figures no later one corrects, oldest period first, without their worksheets."""
    return (
        Figure.objects.filter(corrected_by=None)
        .select_related("measurement", "overtaken")
        .defer("measurement__worksheet")
        .order_by("measurement__ends_at", "measurement__starts_at", "pk")
    )


def history(slug: str, on: date) -> History | None:
    """One goal with all its figures, the corrected ones too; nothing where no plan is published."""
    indicator = published_indicators().filter(slug=slug).first()
    if indicator is None:
        return None
    figures = tuple(
        Figure.objects.filter(measurement__target__indicator=indicator)
        .select_related("measurement__target__parish", "corrected_by", "overtaken")
        .defer("measurement__worksheet")
        .order_by("-measurement__ends_at", "-published_at", "-pk")
    )
    by_target: dict[int, list[Figure]] = defaultdict(list)
    for figure in reversed(figures):
        if not hasattr(figure, "corrected_by"):
            by_target[figure.measurement.target_id].append(figure)
    cantonal = [target for target in indicator.targets.all() if target.parish_id is None]
    target = current_of(cantonal, on)
    goal = judged(target, by_target[target.pk], on=on) if target else unpromised(indicator)
    in_parishes: dict[int, list[Target]] = defaultdict(list)
    for target in indicator.targets.all():
        if target.parish_id is not None:
            in_parishes[target.parish_id].append(target)
    current = [current_of(targets, on) for targets in in_parishes.values()]
    published = {
        pk: [figure.measurement for figure in reversed(of_target)]
        for pk, of_target in by_target.items()
    }
    return History(
        goal=goal,
        changes=tuple(changes_of(indicator)),
        wholes=tuple(together(list(indicator.targets.all()), published, today=on)),
        figures=tuple(f for f in figures if f.measurement.target.parish_id is None),
        targets=tuple(judged(t, by_target[t.pk], on=on) for t in cantonal),
        parishes=tuple(
            sorted(
                (judged(t, by_target[t.pk], on=on) for t in current if t),
                key=_parish_name,
            )
        ),
    )


def standings(goals: Iterable[Goal]) -> dict[Standing, int]:
    """How many goals stand in each way, in the order of a report; none left out."""
    counted = Counter(goal.standing for goal in goals)
    return {kind: counted[kind] for kind in Standing}


def tally(goals: Iterable[Goal]) -> dict[Standing, int]:
    """How many goals stand in each way there is one in."""
    return {kind: count for kind, count in standings(goals).items() if count}


def period_of(measurement: Measurement) -> Period:
    """The days a measurement covers, as the council's calendar counts them."""
    return Period(*_days(measurement.starts_at, measurement.ends_at))


def words_of(measurement: Measurement) -> str:
    """The number as it is printed, or why there is none: one rule for every page and document."""
    if measurement.value is not None:
        return str(measurement.said)
    is_empty = measurement.absence == Measurement.Absence.NOT_APPLICABLE
    return printing.NOT_APPLICABLE if is_empty else printing.NO_DATA


def judged(target: Target, figures: Sequence[Figure], *, on: date) -> Goal:
    """A promise with the last of its figures, and what that means on a day."""
    figure = figures[-1] if figures else None
    found = attained(target, figure.measurement if figure else None, today=on)
    stands = standing(found, adds_up=adds_up(target), ends_on=target.ends_on, on=on)
    return Goal(target.indicator, target, figure, found, stands, tuple(figures))


def adds_up(target: Promised) -> bool:
    """Whether what was reached cannot be undone: a document, or a count that only rises."""
    indicator = target.indicator
    return target.kind == Kind.MILESTONE or (
        target.kind == Kind.QUANTITY
        and accumulates(indicator)
        and indicator.direction == Direction.RISE
    )


def unpromised(indicator: Indicator) -> Goal:
    """A goal that was set no target: nothing can be said of it."""
    return Goal(indicator, None, None, Progress(State.UNKNOWN), Standing.UNKNOWN)


def current_of(targets: Sequence[Lasting], on: date) -> Lasting | None:
    """The promise of today; else the one that ended last; else the one that begins first."""
    begun = [target for target in targets if target.starts_on <= on]
    if begun:
        return max(begun, key=lambda target: (target.ends_on >= on, target.ends_on))
    return min(targets, key=lambda target: target.starts_on, default=None)


def _days(starts_at: datetime, ends_at: datetime) -> tuple[date, date]:
    """The first and the last day; the end of a period is the first moment outside it."""
    return timezone.localdate(starts_at), timezone.localdate(ends_at - MOMENT)


def _parish_name(goal: Goal) -> str:
    return goal.target.parish.name if goal.target and goal.target.parish else ""
