"""Everything that waits for the director on one page: decided one by one, or several at once.

Each is judged by itself, by the action of its own room; one that cannot be says why, and no other
is held up by it.
"""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.contrib import messages
from django.db import models
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.assemblies import actions as asking
from sereno.assemblies.models import Advance, Refusal
from sereno.assemblies.views import refusals as of_assemblies
from sereno.people.guards import Request, may
from sereno.plans import actions as planning
from sereno.plans import views as of_plans
from sereno.plans.budget import actions as budgeting
from sereno.plans.budget.models import Correction
from sereno.plans.budget.views import refusals as of_budget
from sereno.plans.models import Plan, TargetChange, TaskChange, TaskProgress
from sereno.results import actions
from sereno.results.models import Measurement
from sereno.results.queries.approvals import ACTS, kinds, waiting
from sereno.results.views import refusals as of_results

Act = Callable[..., Any]
DECIDES: dict[str, tuple[type[models.Model], Act, Act | None]] = {
    "measurement": (Measurement, actions.approve, actions.return_),
    "change": (TargetChange, planning.confirm_change, planning.refuse_change),
    "task": (TaskChange, planning.confirm_reprogramming, planning.refuse_reprogramming),
    "progress": (TaskProgress, planning.confirm_progress, planning.return_progress),
    "plan": (Plan, planning.publish_plan, None),
    "advance": (Advance, asking.confirm_advance, None),
    "no": (Refusal, asking.confirm_no, asking.return_no),
    "correction": (Correction, budgeting.agree, budgeting.refuse),
}
WORDED = (of_results, of_plans, of_budget, of_assemblies)
MOST = 200


class _Left(Exception):
    """One of several was not decided on; the text says why."""


@may("measurement.approve")
def approvals(request: Request) -> HttpResponse:
    if request.method == "POST":
        _decide(request)
        return redirect("results:approvals")
    found = waiting(request.user)
    return render(
        request, "results/approvals.html", {"kinds": kinds(found).items(), "count": len(found)}
    )


def _decide(request: Request) -> None:
    verb, asked = next(
        ((verb, request.POST[verb]) for verb in ("approve", "return") if verb in request.POST),
        ("", ""),
    )
    keys = request.POST.getlist("ticked") if asked == "ticked" else [asked]
    if not verb or not any(keys):
        messages.error(request, _("No marcó nada. Marque lo que quiere decidir."))
        return
    at, done, names = timezone.now(), 0, {one.key: one.title for one in waiting(request.user)}
    for key in dict.fromkeys(keys[:MOST]):
        name = "because" if asked == "ticked" else f"because-{key}"
        try:
            _one(request, verb, key, because=request.POST.get(name, "").strip(), at=at)
            done += 1
        except _Left as left:
            messages.error(request, f"«{names.get(key, key)}»: {left}")
    if done:
        words = (
            ngettext("%(count)d aprobado.", "%(count)d aprobados.", done)
            if verb == "approve"
            else ngettext("%(count)d devuelto.", "%(count)d devueltos.", done)
        )
        messages.success(request, words % {"count": done})


def _one(request: Request, verb: str, key: str, *, because: str, at: datetime) -> None:
    """Decide on one thing by the action of its room; a refusal is told in the room's own words."""
    kind, _colon, pk = key.partition(":")
    if kind not in DECIDES or not pk.isdecimal() or not request.user.may(ACTS[kind]):
        raise _Left(_("Usted no puede decidir sobre esto."))
    model, approve, send_back = DECIDES[kind]
    thing = model._default_manager.filter(pk=int(pk)).first()
    if thing is None:
        raise _Left(_("Ya no está. Alguien lo cambió: vuelva a mirar la lista."))
    if verb == "return" and send_back is None:
        raise _Left(_("Esto no se devuelve desde aquí: se corrige en su propia página."))
    if verb == "return" and not because:
        raise _Left(_("Escriba por qué lo devuelve."))
    try:
        if verb == "approve":
            approve(thing, by=request.user, at=at)
        elif send_back:
            send_back(thing, because=because, by=request.user, at=at)
    except tuple(refusal for room in WORDED for refusal in room.REFUSALS) as refusal:
        room = next(one for one in WORDED if isinstance(refusal, one.REFUSALS))
        raise _Left(room.said(refusal)) from refusal
