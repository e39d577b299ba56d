"""The desk of what the council does with the barrios: the month, one activity, its three acts."""

from datetime import date, datetime, time
from typing import Any

from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sereno.community import actions, rules
from sereno.community.forms import CancelForm, HoldForm, PlanForm
from sereno.community.models import Activity
from sereno.logbook.models import Entry
from sereno.people.guards import Request, may

UNTOLD_SHOWN = 20


@require_GET
@may("community.see")
def index(request: Request) -> HttpResponse:
    """One month of activities, what nobody has told of yet, and the next joint operation."""
    at = timezone.now()
    today = timezone.localdate(at)
    month, before, after = rules.months(_month(request.GET.get("mes", ""), today))
    activities = Activity.objects.select_related("parish", "barrio")
    kind = request.GET.get("clase", "")
    if kind in Activity.Kind.values:
        activities = activities.filter(kind=kind)
    of_the_month = activities.filter(
        planned_for__gte=_midnight(month), planned_for__lt=_midnight(after)
    )
    untold = Activity.objects.pending().filter(planned_for__lt=_midnight(today))
    shown = {
        "month": month,
        "before": before,
        "after": after,
        "kind": kind,
        "kinds": Activity.Kind,
        "rows": _rows(of_the_month.order_by("planned_for", "pk"), on=today),
        "untold": untold.select_related("parish", "barrio")[:UNTOLD_SHOWN],
        "untold_count": untold.count(),
        "next": _next_operation(on=today),
        "may_plan": request.user.may("community.plan"),
        "live_since": _newest_line(),
    }
    return render(request, "community/list.html", shown)


def _month(asked: str, today: date) -> date:
    try:
        return date.fromisoformat(f"{asked}-01")
    except ValueError:
        return today


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _rows(activities: QuerySet[Activity], *, on: date) -> list[dict[str, Any]]:
    return [{"activity": one, "standing": _standing(one, on=on)} for one in activities]


def _standing(activity: Activity, *, on: date) -> rules.Standing:
    return rules.standing(
        timezone.localdate(activity.planned_for),
        held=activity.held_at is not None,
        cancelled=activity.cancelled_at is not None,
        on=on,
    )


def _next_operation(*, on: date) -> rules.Next:
    operations = Activity.objects.filter(kind=Activity.Kind.JOINT_OPERATION)
    held = operations.held().values_list("held_at", flat=True).last()
    coming = operations.pending().filter(planned_for__gte=_midnight(on))
    planned = coming.values_list("planned_for", flat=True).first()
    return rules.next_due(
        timezone.localdate(held) if held else None,
        planned_on=timezone.localdate(planned) if planned else None,
        on=on,
    )


def _newest_line() -> int:
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0


@require_GET
@may("community.see")
def activity(request: Request, pk: int) -> HttpResponse:
    one = get_object_or_404(
        Activity.objects.select_related("parish", "barrio", "planned_by"), pk=pk
    )
    return _draw(request, one)


@may("community.plan")
def plan(request: Request) -> HttpResponse:
    form = PlanForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        planned = actions.plan(
            given.pop("kind"), given.pop("title"), by=request.user, at=timezone.now(), **given
        )
        messages.success(request, _("La actividad quedó en el calendario."))
        return redirect("community:activity", pk=planned.pk)
    return render(request, "community/plan.html", {"form": form})


@require_POST
@may("community.hold")
def hold(request: Request, pk: int) -> HttpResponse:
    one = get_object_or_404(Activity, pk=pk)
    form = HoldForm(request.POST)
    if not form.is_valid():
        return _draw(request, one, hold_form=form)
    try:
        actions.hold(one, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("Quedó registrada como realizada."))
    except actions.NotYet:
        form.add_error("held_at", _("Esa hora todavía no llega: escriba cuándo se hizo."))
        return _draw(request, one, hold_form=form)
    except actions.AlreadySettled as refusal:
        _refuse(request, refusal.activity)
    return redirect("community:activity", pk=pk)


@require_POST
@may("community.plan")
def cancel(request: Request, pk: int) -> HttpResponse:
    one = get_object_or_404(Activity, pk=pk)
    form = CancelForm(request.POST)
    if not form.is_valid():
        return _draw(request, one, cancel_form=form)
    try:
        actions.cancel(one, by=request.user, at=timezone.now(), **form.cleaned_data)
        messages.success(request, _("La actividad quedó cancelada."))
    except actions.AlreadySettled as refusal:
        _refuse(request, refusal.activity)
    return redirect("community:activity", pk=pk)


def _refuse(request: Request, settled: Activity) -> None:
    words = (
        _("Otra persona ya la registró como realizada. No se cambió nada.")
        if settled.held_at
        else _("Otra persona ya la canceló. Si se hará, planifíquela de nuevo.")
    )
    messages.warning(request, words)


def _draw(
    request: Request,
    one: Activity,
    *,
    hold_form: HoldForm | None = None,
    cancel_form: CancelForm | None = None,
) -> HttpResponse:
    today = timezone.localdate()
    is_open = one.held_at is None and one.cancelled_at is None
    came = {"held_at": timezone.localtime(one.planned_for), "partners": one.partners}
    shown = {
        "activity": one,
        "standing": _standing(one, on=today),
        "hold_form": hold_form or HoldForm(initial=came),
        "cancel_form": cancel_form or CancelForm(),
        "may_hold": is_open and request.user.may("community.hold"),
        "may_cancel": is_open and request.user.may("community.plan"),
    }
    return render(request, "community/activity.html", shown)
