"""The units of the council and of its partners: who can be sent, and from where."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.incidents import actions
from sereno.incidents.forms import UnitForm
from sereno.incidents.models import Unit
from sereno.incidents.views.refusals import words
from sereno.people.guards import Request, may


@may("unit.keep")
def units(request: Request) -> HttpResponse:
    """Every unit in service, and the form for one more."""
    form = UnitForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        unit = actions.add_unit(given.pop("callsign"), by=request.user, at=timezone.now(), **given)
        messages.success(request, _("%(unit)s ya puede ser enviada.") % {"unit": unit})
        return redirect("incidents:units")
    shown = {
        "form": form,
        "units": Unit.objects.in_service().select_related("vehicle", "base"),
    }
    return render(request, "incidents/units.html", shown)


@require_POST
@may("unit.keep")
def retire(request: Request, pk: int) -> HttpResponse:
    unit = get_object_or_404(Unit, pk=pk)
    try:
        actions.retire_unit(unit, by=request.user, at=timezone.now())
        messages.success(request, _("%(unit)s quedó fuera de servicio.") % {"unit": unit})
    except actions.UnitBusy as refusal:
        messages.warning(request, words(refusal))
    return redirect("incidents:units")
