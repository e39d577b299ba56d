"""The kinds of alert: those in use with their cards, those of before, and forms for them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sereno.alerts import actions, queries
from sereno.alerts.forms import KindForm
from sereno.alerts.models import AlertKind
from sereno.alerts.views.refusals import REFUSALS, said
from sereno.people.guards import Request, may


@may("kind.see")
@require_GET
def kinds(request: Request) -> HttpResponse:
    context = {
        "kinds": queries.kinds_in_force(),
        "before": AlertKind.objects.exclude(ends_on=None).order_by("-ends_on", "-pk"),
        "urgencies": queries.URGENCIES,
        "keeps": request.user.may("kind.keep"),
    }
    return render(request, "alerts/kinds.html", context)


@may("kind.keep")
def enter_kind(request: Request) -> HttpResponse:
    form = KindForm(request.POST or None)
    if form.is_valid():
        try:
            kind = actions.add_kind(form.draft(), by=request.user, at=timezone.now())
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, _("«%(kind)s» ya está en uso.") % {"kind": kind})
            return redirect("alerts:kinds")
    return _page(request, form, _("Registrar una clase de alerta"))


@may("kind.keep")
def amend_kind(request: Request, code: str) -> HttpResponse:
    kind = get_object_or_404(AlertKind, code=code, ends_on=None)
    form = KindForm(
        request.POST or None, initial={name: getattr(kind, name) for name in KindForm.base_fields}
    )
    if form.is_valid():
        try:
            actions.revise_kind(kind, form.draft(), by=request.user, at=timezone.now())
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, _("«%(kind)s» rige así desde hoy.") % {"kind": kind.name})
            return redirect("alerts:kinds")
    return _page(request, form, _("Cambiar «%(kind)s»") % {"kind": kind.name})


@may("kind.keep")
@require_POST
def retire_kind(request: Request, code: str) -> HttpResponse:
    kind = get_object_or_404(AlertKind, code=code, ends_on=None)
    try:
        actions.retire_kind(kind, by=request.user, at=timezone.now())
        messages.success(request, _("«%(kind)s» ya no está en uso.") % {"kind": kind})
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("alerts:kinds")


def _page(request: Request, form: KindForm, heading: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "list": "alerts:kinds"}
    return render(request, "alerts/form.html", context, status=422 if form.errors else 200)
