"""How soon help is due: the times in force, those that begin later, those of before."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from sereno.alerts import actions, queries
from sereno.alerts.forms import TimesForm
from sereno.alerts.views.refusals import REFUSALS, said
from sereno.people.guards import Request, may


@may("kind.see")
@require_GET
def times(request: Request) -> HttpResponse:
    today = timezone.localdate()
    context = {
        "rows": queries.times_in_force(on=today),
        "others": queries.times_of_other_days(today=today),
        "sets": request.user.may("times.set"),
    }
    return render(request, "alerts/times.html", context)


@may("times.set")
def set_times(request: Request) -> HttpResponse:
    """The form, filled with what stands where an address says of which."""
    form = TimesForm(request.POST or None, initial=_standing(request))
    if form.is_valid():
        try:
            actions.set_times(form.draft(), by=request.user, at=timezone.now())
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, _("Los tiempos quedaron fijados."))
            return redirect("alerts:times")
    context = {"form": form, "heading": _("Fijar tiempos de respuesta"), "list": "alerts:times"}
    return render(request, "alerts/form.html", context, status=422 if form.errors else 200)


def _standing(request: Request) -> dict[str, object]:
    today = timezone.localdate()
    urgency, kind, zone = (request.GET.get(name, "") for name in ("urgencia", "clase", "zona"))
    return queries.times_to_change(urgency, kind, zone, today=today)
