"""All goals of the published plans at a glance, each by its promise of the day.

Of a plan of four years a page tells the promise of this one: only that is read, with its figures,
and what many goals share (their project, unit, component and plan) is read once.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import NamedTuple

from django.db.models import QuerySet

from sereno.plans.models import Component, Indicator, Plan, Target
from sereno.reports.models import Figure
from sereno.reports.queries.goals import (
    Goal,
    current_of,
    judged,
    period_of,
    published_indicators,
    standing_figures,
    tally,
    unpromised,
)
from sereno.reports.rules.period import Period
from sereno.reports.rules.standing import Standing

LONG = 20  # goals of a plan that a page shows one by one
PLAN_ORDER = {Plan.Kind.YEARLY: 0, Plan.Kind.COMMITMENTS: 1, Plan.Kind.PLURIANNUAL: 2}
SHARED = ("project__responsible", "project__objective__component__plan")


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


class Span(NamedTuple):
    """A target as far as its days go."""

    pk: int
    starts_on: date
    ends_on: date


def glance(on: date, *, within: Period | None = None) -> tuple[PlanGoals, ...]:
    """Every goal of the published plans as it stood on a day; nine questions at any number.

    ``within`` asks about a period: what was promised for part of it, and measured up to a day
    of it; what was measured later belongs to a later report.
    """
    promised = published_indicators().exclude(
        project__objective__component__plan__kind=Plan.Kind.INDICATORS
    )
    plans = _plans(promised, on=on, within=within)
    return tuple(sorted(plans, key=lambda found: _rank(found.plan, on)))


def of_plan(plan: Plan, on: date) -> PlanGoals:
    """The goals of one published plan as they stood on a day, in as many questions."""
    promised = published_indicators().filter(project__objective__component__plan=plan)
    return next(iter(_plans(promised, on=on, within=None)), PlanGoals(plan, ()))


def _plans(
    promised: QuerySet[Indicator], *, on: date, within: Period | None
) -> Iterable[PlanGoals]:
    indicators = promised.select_related(None).prefetch_related(None).prefetch_related(*SHARED)
    current = _current(promised, on=on, within=within)
    figures = _figures(current.values(), within)
    goals = [
        _goal(indicator, current.get(indicator.pk), figures, on=on)
        for indicator in indicators
        if within is None or indicator.pk in current
    ]
    for plan, some in groupby(goals, key=_plan):
        yield PlanGoals(plan, tuple(_components(some)))


def _current(
    promised: QuerySet[Indicator], *, on: date, within: Period | None
) -> dict[int, Target]:
    """The promise of the canton that each goal is told by, by indicator."""
    cantonal = Target.objects.filter(indicator__in=promised.values("pk"), parish=None)
    spans: dict[int, list[Span]] = defaultdict(list)
    for indicator, *cells in cantonal.values_list("indicator_id", *Span._fields):
        span = Span._make(cells)
        if within is None or (span.starts_on <= within.last and within.first <= span.ends_on):
            spans[indicator].append(span)
    chosen = [one.pk for some in spans.values() if (one := current_of(some, on))]
    return {target.indicator_id: target for target in Target.objects.filter(pk__in=chosen)}


def _figures(targets: Iterable[Target], within: Period | None) -> Mapping[int, Sequence[Figure]]:
    found: dict[int, list[Figure]] = defaultdict(list)
    for figure in standing_figures().filter(measurement__target__in=[one.pk for one in targets]):
        if within is None or within.first <= period_of(figure.measurement).last <= within.last:
            found[figure.measurement.target_id].append(figure)
    return found


def _goal(
    indicator: Indicator,
    target: Target | None,
    figures: Mapping[int, Sequence[Figure]],
    *,
    on: date,
) -> Goal:
    if target is None:
        return unpromised(indicator)
    target.indicator = indicator
    return judged(target, figures.get(target.pk, ()), on=on)


def _components(goals: Iterable[Goal]) -> Iterable[ComponentGoals]:
    for component, of_component in groupby(goals, key=_component):
        yield ComponentGoals(component, tuple(of_component))


def _component(goal: Goal) -> Component:
    return goal.indicator.project.objective.component


def _plan(goal: Goal) -> Plan:
    return _component(goal).plan


def _rank(plan: Plan, on: date) -> tuple[bool, int, int]:
    """The plans in force first, the yearly one before those of several years."""
    return plan.ends_on < on, PLAN_ORDER.get(Plan.Kind(plan.kind), 9), -plan.ends_on.toordinal()
