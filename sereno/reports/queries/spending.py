"""A published plan's money beside its goals, at the end of the newest month that was closed.

Months still open may change at any moment and are not told. The two are never made one number.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from sereno.plans.budget import rules
from sereno.plans.budget.models import Month
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries.year import Row, terms_on
from sereno.plans.models import Plan, Project
from sereno.reports.queries.glance import PlanGoals
from sereno.reports.queries.goals import Goal
from sereno.reports.rules.standing import stands_out


@dataclass(frozen=True)
class Glance:
    """What each component of a plan was assigned and accrued, where a line serves it."""

    month: Month
    by_component: Mapping[int, Row]


@dataclass(frozen=True)
class Beside:
    """A project with its money on one side and its published goals on the other."""

    funds: funds.Funds
    goals: tuple[Goal, ...]

    @property
    def stands_out(self) -> bool:
        return stands_out(self.funds.unspent, (goal.standing for goal in self.goals))


@dataclass(frozen=True)
class PlanMoney:
    """The projects of a plan, first those with money left and goals missed or untold."""

    month: Month
    projects: tuple[Beside, ...]
    total: Row

    @property
    def outstanding(self) -> tuple[Beside, ...]:
        return tuple(one for one in self.projects if one.stands_out)

    @property
    def left(self) -> Decimal:
        return sum((one.funds.unspent or Decimal(0) for one in self.outstanding), Decimal(0))


def at_a_glance(plans: Iterable[Plan]) -> dict[int, Glance]:
    """The money of the components of many plans, by plan: four questions whatever their number."""
    month = funds.closed_month()
    covered = [plan for plan in plans if month and _covers(plan, month)]
    if month is None or not covered:
        return {}
    parts = funds.parts_by_project(month)
    placed = Project.objects.filter(pk__in=parts, objective__component__plan__in=covered)
    sums: dict[int, dict[int, list[rules.Amounts]]] = defaultdict(lambda: defaultdict(list))
    for pk, component, plan in placed.values_list(
        "pk", "objective__component_id", "objective__component__plan_id"
    ):
        sums[plan][component] += [part.amounts for part in parts[pk]]
    terms = rules.Terms()
    return {
        plan: Glance(
            month,
            {
                component: Row(rules.total(found), month.number, terms)
                for component, found in by_component.items()
            },
        )
        for plan, by_component in sums.items()
    }


def of_plan(promised: PlanGoals) -> PlanMoney | None:
    """The money of every project of a plan, beside its goals; nothing where no month is closed."""
    plan = promised.plan
    month = funds.closed_month(within=plan)
    if month is None:
        return None
    by_project: dict[int, list[Goal]] = defaultdict(list)
    for goal in promised.goals:
        by_project[goal.indicator.project_id].append(goal)
    terms = terms_on(month.first_day)
    found = [
        Beside(one, tuple(by_project[one.project.pk])) for one in funds.of_plan(plan, month, terms)
    ]
    found.sort(key=lambda one: (not one.stands_out, -(one.funds.unspent or Decimal(0))))
    whole = rules.total(one.funds.row.amounts for one in found if one.funds.row.amounts)
    return PlanMoney(month, tuple(found), Row(whole, month.number, terms))


def _covers(plan: Plan, month: Month) -> bool:
    return plan.starts_on.year <= month.year <= plan.ends_on.year
