"""What is due, what waits for someone, and a whole plan with what was achieved."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from sereno.people.guards import Request, may
from sereno.plans.models import Indicator, Plan
from sereno.results import queries
from sereno.results.queries.goal import goal as history

TABS = ("medir", "revisar", "aprobar", "devueltas", "todas")


@may("measurement.see")
def results(request: Request) -> HttpResponse:
    """Every promise of the published plans, sorted by what it waits for."""
    standings = queries.promised(today=timezone.localdate())
    waiting = queries.waiting(standings)
    asked = request.GET.get("ver", "")
    here = asked if asked in TABS else _first(request, waiting)
    return render(
        request,
        "results/list.html",
        {
            "here": here,
            "takes": request.user.may("measurement.take"),
            "sets_bands": request.user.may("bands.set"),
            "shown": waiting[here],
            "counts": {name: len(waiting[name]) for name in TABS},
        },
    )


@may("measurement.see")
def goal(request: Request, slug: str) -> HttpResponse:
    """An indicator with everything that happened to it."""
    whole = Indicator.objects.select_related("project__objective__component__plan")
    found = get_object_or_404(whole, slug=slug)
    told = history(found, today=timezone.localdate())
    plan = found.project.objective.component.plan
    return render(request, "results/goal.html", {"goal": told, "plan": plan})


@may("measurement.see")
def plan(request: Request, slug: str) -> HttpResponse:
    """A plan from its other side: each promise with the number that stands for it."""
    found = get_object_or_404(Plan, slug=slug)
    standings = queries.standings(queries.targets(plan=found), today=timezone.localdate())
    computed = any(one.target.indicator.is_computed for one in standings)
    recomputes = computed and request.user.may("measurement.take")
    context = {"plan": found, "standings": standings, "recomputes": recomputes}
    return render(request, "results/plan.html", context)


def _first(request: Request, waiting: dict[str, list[queries.Standing]]) -> str:
    """Begin with what this person can do something about."""
    acts = {
        "aprobar": "measurement.approve",
        "revisar": "measurement.review",
        "medir": "measurement.take",
    }
    for name, act in acts.items():
        if waiting[name] and request.user.may(act):
            return name
    return "medir"
