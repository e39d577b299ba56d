"""The desk of whoever publishes: what is approved and not yet public, what must be corrected."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.plans.rules import printing
from sereno.reports import actions
from sereno.reports.forms import Correction
from sereno.reports.models import Figure
from sereno.reports.queries import desk as waiting


@may("figure.publish")
def desk(request: Request) -> HttpResponse:
    return render(
        request,
        "reports/desk.html",
        {"waiting": waiting.to_publish(request.user), "published": waiting.lately()},
    )


@require_POST
@may("figure.publish")
def publish(request: Request, pk: int) -> HttpResponse:
    measurement = get_object_or_404(waiting.unpublished(), pk=pk)
    try:
        figure = actions.publish(measurement, by=request.user, at=timezone.now())
    except actions.REFUSALS as refusal:
        messages.error(request, sentence(refusal))
        return redirect("reports:desk")
    said = _("La cifra ya es pública: %(value)s.") % {
        "value": printing.as_read(figure.printed_value)
    }
    messages.success(request, said)
    return redirect("reports:desk")


@may("figure.publish")
def correct(request: Request, slug: str, pk: int) -> HttpResponse:
    figure = get_object_or_404(Figure, slug=slug)
    measurement = get_object_or_404(waiting.unpublished(), pk=pk)
    form = Correction(request.POST or None)
    if form.is_valid():
        try:
            actions.correct(
                figure,
                measurement,
                form.cleaned_data["because"],
                by=request.user,
                at=timezone.now(),
            )
        except actions.REFUSALS as refusal:
            messages.error(request, sentence(refusal))
        else:
            messages.success(request, _("La corrección ya es pública, junto a la cifra anterior."))
        return redirect("reports:desk")
    return render(
        request,
        "reports/correct.html",
        {"figure": figure, "measurement": measurement, "form": form},
        status=400 if form.is_bound else 200,
    )


def sentence(refusal: Exception) -> str:
    """What happened, and what to do about it."""
    if isinstance(refusal, actions.AlreadyPublished):
        return _(
            "Esta meta ya tiene una cifra publicada para ese período: %(slug)s. "
            "Si el número cambió, corríjala."
        ) % {"slug": refusal.figure.slug}
    return str(
        {
            actions.NotApproved: _(
                "La medición aún no está aprobada. Apruébela primero y vuelva a publicar."
            ),
            actions.PlanNotPublished: _(
                "El plan de esta meta todavía no es público. Publique el plan primero."
            ),
            actions.OwnWork: _(
                "Usted midió o revisó este número. Debe publicarlo otra persona de la dirección."
            ),
            actions.NothingToCorrect: _(
                "Esa cifra ya fue corregida, o el número nuevo es de otra meta o período. "
                "Revise cuál es la vigente."
            ),
            actions.NoReason: _("Escriba por qué se corrige la cifra."),
        }[type(refusal)]
    )
