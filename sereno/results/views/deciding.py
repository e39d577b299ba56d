"""A measurement with its worksheet, seal and evidence; and the three things to decide about it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import FileResponse, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.results import actions, queries
from sereno.results.forms import EvidenceForm, ReturnForm
from sereno.results.models import Evidence, Measurement
from sereno.results.queries.compared import measured_period, says_otherwise
from sereno.results.queries.judging import attained
from sereno.results.queries.now import SHOWN, now
from sereno.results.rules import rows
from sereno.results.rules.evidence import ENDINGS, JPEG
from sereno.results.views.refusals import REFUSALS, said


@may("measurement.see")
def measurement(request: Request, pk: int) -> HttpResponse:
    return _page(request, _measurement(pk))


@may("measurement.see")
def sheet(request: Request, pk: int) -> HttpResponse:
    """The sealed file, as it was sealed: its SHA-256 is the seal."""
    found = _measurement(pk)
    response = HttpResponse(found.sealed, content_type="text/plain; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="medicion-{found.pk}.txt"'
    return response


@may("measurement.see")
def evidence(request: Request, pk: int) -> FileResponse:
    """A file of evidence, always as a download: it is never drawn as a page of this house."""
    found = get_object_or_404(Evidence, pk=pk, link="")
    name = f"evidencia-{found.pk}.{ENDINGS[found.media_type]}"
    return FileResponse(
        found.file.open("rb"), as_attachment=True, filename=name, content_type=found.media_type
    )


@may("measurement.see")
def public_copy(request: Request, pk: int) -> FileResponse:
    """What the public is shown of a photograph, to be looked at before it is published."""
    found = get_object_or_404(Evidence.objects.exclude(public_file=""), pk=pk)
    return FileResponse(found.public_file.open("rb"), content_type=JPEG)


@may("measurement.take")
@require_POST
def add_evidence(request: Request, pk: int) -> HttpResponse:
    found = _measurement(pk)
    form = EvidenceForm(request.POST, request.FILES, prefix="evidence")
    if not form.is_valid():
        return _page(request, found, proof=form)
    try:
        actions.add_evidence(found, form.draft(), by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return _page(request, found, proof=form)
    messages.success(request, _("La evidencia quedó registrada."))
    return redirect("results:measurement", pk)


@may("measurement.review")
@require_POST
def review(request: Request, pk: int) -> HttpResponse:
    done = _("Revisada. Falta que la dirección la apruebe.")
    return _decide(request, pk, actions.review, done)


@may("measurement.approve")
@require_POST
def approve(request: Request, pk: int) -> HttpResponse:
    done = _("Aprobada. Ya no cambia y puede publicarse.")
    return _decide(request, pk, actions.approve, done)


@may("measurement.return")
@require_POST
def send_back(request: Request, pk: int) -> HttpResponse:
    form = ReturnForm(request.POST)
    because = request.POST.get("because", "") if form.is_valid() else ""
    done = _("Devuelta a quien la hizo, con su razón.")
    return _decide(request, pk, actions.return_, done, because=because)


def _decide(
    request: Request, pk: int, act: Callable[..., None], done: str, **more: Any
) -> HttpResponse:
    found = _measurement(pk)
    try:
        act(found, by=request.user, at=timezone.now(), **more)
        messages.success(request, done)
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("results:measurement", pk)


def _measurement(pk: int) -> Measurement:
    return get_object_or_404(queries.measurements(), pk=pk)


def _again(found: Measurement) -> queries.Preview | None:
    """What the records say now of the period measured, where that is another number."""
    if found.origin != Measurement.Origin.COMPUTED or found.returned_at:
        return None
    period = measured_period(found)
    try:
        says = now(found.target, period)
    except queries.NoSource:  # its indicator was tied to something else since
        return None
    return (
        queries.preview(found.target, says.found, period)
        if says_otherwise(says.found, found)
        else None
    )


def _page(
    request: Request, found: Measurement, *, proof: EvidenceForm | None = None
) -> HttpResponse:
    me = request.user
    is_open = not found.approved_at and not found.returned_at
    mine = found.measured_by_id == me.pk
    others = is_open and not mine
    head, listed = rows.read(found.worksheet)
    return render(
        request,
        "results/measurement.html",
        {
            "measurement": found,
            "target": found.target,
            "plan": found.target.indicator.project.objective.component.plan,
            "progress": attained(found.target, found, today=timezone.localdate()),
            "whole": found.is_whole(),
            "head": head.items(),
            "rows": listed[:SHOWN],
            "total": len(listed),
            "again": _again(found),
            "evidence": found.evidence.all(),
            "proof": proof or EvidenceForm(prefix="evidence"),
            "adds": me.may("measurement.take") and is_open and not found.reviewed_at,
            "reviews": others and me.may("measurement.review") and not found.reviewed_at,
            "approves": others and me.may("measurement.approve") and found.reviewed_at,
            "returns": me.may("measurement.return") and is_open,
            "mine": mine and is_open,
        },
        status=422 if proof else 200,
    )
