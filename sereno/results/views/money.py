"""A plan's unspent money beside its unmet goals: the two are never merged into one number."""

from dataclasses import dataclass

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from sereno.people.guards import Request, may
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries.year import terms_on
from sereno.plans.models import Plan
from sereno.results import queries
from sereno.results.rules.money import Goals, goals, order, stands_out


@dataclass(frozen=True)
class Beside:
    """A project with its money on one side and its goals on the other."""

    funds: funds.Funds
    standings: list[queries.Standing]
    goals: Goals

    @property
    def stands_out(self) -> bool:
        return stands_out(self.funds.unspent, self.goals)


@may("measurement.see")
def money(request: Request, slug: str) -> HttpResponse:
    plan = get_object_or_404(Plan, slug=slug)
    today = timezone.localdate()
    years = [year for year in funds.years_of(plan) if year <= today.year]
    month = funds.last_month(years[-1]) if years else None
    listed = funds.of_plan(plan, month, terms_on(today))
    found: dict[int, list[queries.Standing]] = {}
    for standing in queries.standings(queries.targets(plan=plan), today=today):
        if standing.target.starts_on <= today:
            found.setdefault(standing.target.indicator.project_id, []).append(standing)
    rows = [_beside(one, found.get(one.project.pk, [])) for one in listed]
    rows.sort(key=lambda row: order(row.funds.unspent, row.goals))
    outstanding = [row for row in rows if row.stands_out]
    left = sum(row.funds.unspent or 0 for row in outstanding)
    context = {"plan": plan, "rows": rows, "month": month, "outstanding": outstanding, "left": left}
    return render(request, "results/money.html", context)


def _beside(one: funds.Funds, standings: list[queries.Standing]) -> Beside:
    return Beside(one, standings, goals(standing.progress.state for standing in standings))
