"""What was promised and what is published about it: all goals at a glance, or one of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from itertools import groupby

from django.db.models import Prefetch, QuerySet
from django.utils import timezone

from sereno.plans.models import Component, Indicator, Plan, Target, TargetChange
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
LONG = 20  # goals of a plan that a page shows one by one
PLAN_ORDER = {Plan.Kind.YEARLY: 0, Plan.Kind.COMMITMENTS: 1, Plan.Kind.PLURIANNUAL: 2}


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
class ComponentGoals:
    component: Component
    goals: tuple[Goal, ...]

    @property
    def tally(self) -> dict[Standing, int]:
        return tally(self.goals)


@dataclass(frozen=True)
class PlanGoals:
    """A published plan with the goals of each of its components."""

    plan: Plan
    components: tuple[ComponentGoals, ...]

    @property
    def goals(self) -> tuple[Goal, ...]:
        return tuple(goal for part in self.components for goal in part.goals)

    @property
    def is_long(self) -> bool:
        """Too much to be read in one go: of its parts only the tally is shown at a glance."""
        return len(self.goals) > LONG

    @property
    def tally(self) -> dict[Standing, int]:
        return tally(self.goals)


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


def glance(on: date, *, within: Period | None = None) -> tuple[PlanGoals, ...]:
    """Every goal of the published plans as it stood on a day; three queries whatever their number.

    ``within`` asks about a period: what was promised for part of it, and measured up to a day
    of it; what was measured later belongs to a later report.
    """
    promised = published_indicators().exclude(
        project__objective__component__plan__kind=Plan.Kind.INDICATORS
    )
    plans = _plans(promised, standing_figures(), on=on, within=within)
    return tuple(sorted(plans, key=lambda found: _rank(found.plan, on)))


def of_plan(plan: Plan, on: date) -> PlanGoals:
    """The goals of one published plan as they stood on a day, in three questions too."""
    promised = published_indicators().filter(project__objective__component__plan=plan)
    figures = standing_figures().filter(measurement__target__indicator__in=promised)
    return next(iter(_plans(promised, figures, on=on, within=None)), PlanGoals(plan, ()))


def _plans(
    promised: QuerySet[Indicator],
    published: QuerySet[Figure],
    *,
    on: date,
    within: Period | None,
) -> list[PlanGoals]:
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in published:
        if within is None or within.first <= period_of(figure.measurement).last <= within.last:
            figures[figure.measurement.target_id].append(figure)
    found = (_goal(indicator, figures, on=on, within=within) for indicator in promised)
    goals = [goal for goal in found if goal]
    return [
        PlanGoals(plan, tuple(_components(list(some)))) for plan, some in groupby(goals, key=_plan)
    ]


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
    goal = _goal(indicator, by_target, on=on, within=None)
    if goal is None:
        return None
    cantonal = [target for target in indicator.targets.all() if target.parish_id is None]
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


def _goal(
    indicator: Indicator,
    figures: Mapping[int, Sequence[Figure]],
    *,
    on: date,
    within: Period | None,
) -> Goal | None:
    targets = [target for target in indicator.targets.all() if target.parish_id is None]
    if within is not None:
        targets = [t for t in targets if _overlaps(Period(t.starts_on, t.ends_on), within)]
        if not targets:
            return None
    target = current_of(targets, on)
    if target is None:
        return Goal(indicator, None, None, Progress(State.UNKNOWN), Standing.UNKNOWN)
    return judged(target, figures.get(target.pk, ()), on=on)


def current_of(targets: Sequence[Target], on: date) -> Target | None:
    """The promise of today; else the one that ended last; else the one that begins first."""
    begun = [target for target in targets if target.starts_on <= on]
    if begun:
        return max(begun, key=lambda target: (target.ends_on >= on, target.ends_on))
    return min(targets, key=lambda target: target.starts_on, default=None)


def _days(starts_at: datetime, ends_at: datetime) -> tuple[date, date]:
    """The first and the last day; the end of a period is the first moment outside it."""
    return timezone.localdate(starts_at), timezone.localdate(ends_at - MOMENT)


def _components(goals: list[Goal]) -> Iterable[ComponentGoals]:
    for component, of_component in groupby(goals, key=_component):
        yield ComponentGoals(component, tuple(of_component))


def _component(goal: Goal) -> Component:
    return goal.indicator.project.objective.component


def _plan(goal: Goal) -> Plan:
    return _component(goal).plan


def _rank(plan: Plan, on: date) -> tuple[bool, int, int]:
    """The plans in force first, the yearly one before those of several years."""
    return plan.ends_on < on, PLAN_ORDER.get(Plan.Kind(plan.kind), 9), -plan.ends_on.toordinal()


def _parish_name(goal: Goal) -> str:
    return goal.target.parish.name if goal.target and goal.target.parish else ""


def _overlaps(one: Period, other: Period) -> bool:
    return one.first <= other.last and other.first <= one.last
