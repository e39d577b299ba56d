"""A plan is worked out again: what its records say now, and the drafts that a planner asks for."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.people.guards import Request, may
from sereno.plans.models import Plan
from sereno.results import actions, queries
from sereno.results.queries.compared import Change, compared
from sereno.results.views.refusals import said


@may("measurement.take")
def recompute(request: Request, slug: str) -> HttpResponse:
    """Nothing is kept by looking; what is ticked becomes drafts, which other people review."""
    plan = get_object_or_404(Plan, slug=slug)
    at = timezone.now()
    if request.method == "POST":
        return _drafted(request, plan)
    listed = compared(plan, at=at)
    order = list(Change)
    return render(
        request,
        "results/recompute.html",
        {
            "plan": plan,
            "at": at,
            "listed": sorted(listed, key=lambda one: order.index(one.change)),
            "differ": sum(one.is_measured for one in listed),
        },
    )


def _drafted(request: Request, plan: Plan) -> HttpResponse:
    asked = set(request.POST.getlist("target"))
    ticked = [one for one in queries.targets(plan=plan) if str(one.pk) in asked]
    if not ticked:
        messages.error(request, _("No marcó ninguna meta. Marque al menos una y vuelva a pedirlo."))
        return redirect("results:recompute", plan.slug)
    done = actions.measure_many(ticked, by=request.user, at=timezone.now())
    if done.kept:
        words = ngettext(
            "%(count)d meta quedó en borrador. Falta que otra persona la revise.",
            "%(count)d metas quedaron en borrador. Falta que otra persona las revise.",
            len(done.kept),
        )
        messages.success(request, words % {"count": len(done.kept)})
    for target, problem in done.refused:
        messages.error(request, f"{target.indicator.name}: {said(problem)}")
    return redirect("results:recompute", plan.slug)
