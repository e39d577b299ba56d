"""The categories of compliance: those in force, those before, and a form for the next ones."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.people.guards import Request, may
from sereno.results import actions
from sereno.results.forms import BandForm
from sereno.results.models import BandScheme
from sereno.results.rules.bands import PROPOSED, BadBands, read


@may("bands.set")
def bands(request: Request) -> HttpResponse:
    """The form is empty, or filled with the proposal: all but the document, which is theirs."""
    initial: dict[str, object] = {"starts_on": timezone.localdate()}
    if fills := "propuesta" in request.GET:
        initial |= {"name": _("Categorías de cumplimiento"), "lines": PROPOSED}
    form = BandForm(request.POST or None, initial=initial)
    if form.is_valid():
        try:
            actions.set_bands(form.draft(), by=request.user, at=timezone.now())
        except BadBands as problem:
            form.add_error("lines", _bad(str(problem)))
        except actions.BandsBackwards:
            form.add_error("starts_on", _("Las bandas rigen desde hoy o después, nunca antes."))
        except actions.BandsOfThatDay:
            form.add_error("starts_on", _("Otras bandas ya empiezan ese día. Elija otro."))
        else:
            messages.success(request, _("Las bandas quedaron registradas."))
            return redirect("results:bands")
    context = {
        "form": form,
        "schemes": BandScheme.objects.all(),
        "proposed": read(PROPOSED),
        "fills": fills,
    }
    return render(request, "results/bands.html", context, status=422 if form.errors else 200)


def _bad(why: str) -> str:
    return {
        "a_number_first": _("Cada línea lleva el porcentaje desde el que vale y su palabra."),
        "from_the_highest_to_zero": _(
            "Escriba al menos dos bandas, de la más alta a la que empieza en 0, sin repetir."
        ),
    }[why]
