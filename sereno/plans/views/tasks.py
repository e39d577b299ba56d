"""An activity on the desk: its months, what was done, and what two people change."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.plans import actions, queries
from sereno.plans.forms import ProgressForm, ReprogramForm
from sereno.plans.models import Task, TaskChange, TaskProgress
from sereno.plans.views.refusals import REFUSALS, said


@may("plan.see")
def task(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.tasks(), pk=pk)
    plan = actions.plan_of(found)
    return render(
        request,
        "plans/task.html",
        {
            "task": found,
            "plan": plan,
            "months": queries.months_of(found),
            "changes": found.changes.select_related("proposed_by", "confirmed_by", "refused_by"),
            "progress": found.progress.select_related(
                "told_by", "confirmed_by", "returned_by"
            ).order_by("-told_at", "-pk"),
            "tells": request.user.may("task.tell")
            and plan.published_at
            and found.starts_on <= timezone.localdate(),
            "confirms_progress": request.user.may("task.confirm"),
            "proposes": request.user.may("target.change") and plan.published_at,
            "confirms": request.user.may("target.confirm"),
        },
    )


@may("task.tell")
def tell_progress(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.tasks(), pk=pk)
    form = ProgressForm(found, timezone.localdate(), request.POST or None)

    def keep() -> None:
        year, month = form.month()
        data = form.cleaned_data
        actions.tell_progress(
            found,
            data["done"],
            year=year,
            month=month,
            evidence=data["evidence"],
            note=data["note"],
            by=request.user,
            at=timezone.now(),
        )

    done = _("El avance espera que otra persona lo confirme.")
    return _asked(request, found, form, keep, heading=_("Informar el avance"), done=done)


@may("target.change")
def reprogram(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(queries.tasks(), pk=pk)
    form = ReprogramForm(request.POST or None, initial=vars(found.programming))

    def keep() -> None:
        because = form.cleaned_data["because"]
        new = form.programming()
        actions.propose_reprogramming(
            found, new, because=because, by=request.user, at=timezone.now()
        )

    done = _("El cambio espera que otra persona lo confirme.")
    return _asked(request, found, form, keep, heading=_("Proponer otra programación"), done=done)


@may("target.confirm")
@require_POST
def confirm_reprogramming(request: Request, pk: int) -> HttpResponse:
    change = get_object_or_404(TaskChange.objects.select_related("task"), pk=pk)
    done = _("La nueva programación rige desde hoy. La anterior queda a la vista.")
    return _decide(request, change, actions.confirm_reprogramming, done)


@may("target.confirm")
@require_POST
def refuse_reprogramming(request: Request, pk: int) -> HttpResponse:
    change = get_object_or_404(TaskChange.objects.select_related("task"), pk=pk)
    refuse = partial(actions.refuse_reprogramming, because=request.POST.get("because", ""))
    return _decide(request, change, refuse, _("La actividad queda programada como estaba."))


@may("task.confirm")
@require_POST
def confirm_progress(request: Request, pk: int) -> HttpResponse:
    progress = get_object_or_404(TaskProgress.objects.select_related("task"), pk=pk)
    return _decide(request, progress, actions.confirm_progress, _("El avance ya cuenta."))


@may("task.confirm")
@require_POST
def return_progress(request: Request, pk: int) -> HttpResponse:
    progress = get_object_or_404(TaskProgress.objects.select_related("task"), pk=pk)
    give_back = partial(actions.return_progress, because=request.POST.get("because", ""))
    return _decide(request, progress, give_back, _("El avance volvió a quien lo informó."))


def _decide(
    request: Request, thing: TaskChange | TaskProgress, act: Callable[..., None], done: str
) -> HttpResponse:
    try:
        act(thing, by=request.user, at=timezone.now())
        messages.success(request, done)
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("plans:task", thing.task_id)


def _asked(
    request: Request,
    found: Task,
    form: forms.Form,
    keep: Callable[[], None],
    *,
    heading: str,
    done: str,
) -> HttpResponse:
    """The form, until what it says could be kept."""
    if form.is_valid():
        try:
            keep()
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, done)
            return redirect("plans:task", found.pk)
    back = reverse("plans:task", args=[found.pk])
    context: dict[str, Any] = {"form": form, "heading": heading, "back": back}
    return render(request, "plans/form.html", context, status=422 if form.errors else 200)
