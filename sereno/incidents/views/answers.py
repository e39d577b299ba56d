"""What an operator does: take, classify, send, arrived, free, note, close, open by telephone."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.alerts.actions import AlreadyTaken
from sereno.alerts.models import Alert
from sereno.incidents import actions
from sereno.incidents.forms import ClassifyForm, CloseForm, NoteForm, OpenForm, SendForm
from sereno.incidents.models import Dispatch, Incident
from sereno.incidents.views.console import back_to, refuse, say
from sereno.incidents.views.refusals import REFUSALS, taken, words
from sereno.people.guards import Request, may
from sereno.territory.models import Barrio, Parish


@require_POST
@may("alert.take")
def take(request: Request, pk: int) -> HttpResponse:
    alert = get_object_or_404(Alert, pk=pk)
    try:
        incident = actions.take(alert, by=request.user, at=timezone.now())
    except AlreadyTaken as refusal:
        refuse(request, taken(refusal.alert))
        return redirect("incidents:alert", pk=pk)
    return redirect("incidents:incident", pk=incident.pk)


@require_POST
@may("alert.classify")
def classify(request: Request, pk: int) -> HttpResponse:
    def act(incident: Incident, given: dict[str, Any]) -> None:
        actions.classify(incident, given["classification"], by=request.user, at=timezone.now())

    return _act(request, pk, ClassifyForm(request.POST), act)


@require_POST
@may("incident.dispatch")
def send(request: Request, pk: int) -> HttpResponse:
    def act(incident: Incident, given: dict[str, Any]) -> None:
        unit = given.pop("unit")
        actions.send(incident, unit, by=request.user, at=timezone.now(), **given)

    return _act(request, pk, SendForm(request.POST), act)


@require_POST
@may("incident.arrive")
def arrive(request: Request, pk: int) -> HttpResponse:
    return _move(request, pk, lambda one: actions.arrive(one, by=request.user, at=timezone.now()))


@require_POST
@may("incident.arrive")
def clear(request: Request, pk: int) -> HttpResponse:
    return _move(request, pk, lambda one: actions.clear(one, by=request.user, at=timezone.now()))


@require_POST
@may("incident.note")
def note(request: Request, pk: int) -> HttpResponse:
    def act(incident: Incident, given: dict[str, Any]) -> None:
        actions.note(incident, given["text"], by=request.user, at=timezone.now())

    return _act(request, pk, NoteForm(request.POST), act)


@require_POST
@may("incident.close")
def close(request: Request, pk: int) -> HttpResponse:
    def act(incident: Incident, given: dict[str, Any]) -> None:
        actions.close(incident, given["outcome"], by=request.user, at=timezone.now())
        outcome = incident.get_outcome_display()
        closed = _("El incidente #%(number)s quedó cerrado: %(outcome)s.")
        say(request, closed % {"number": incident.pk, "outcome": outcome})

    return _act(request, pk, CloseForm(request.POST), act)


@may("incident.open")
def open_by_hand(request: Request) -> HttpResponse:
    """A telephone call, or what an operator sees on a camera."""
    at = timezone.now()
    form = OpenForm(request.POST or None, on=timezone.localdate(at))
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        barrio: Barrio | None = given.pop("barrio")
        parish: Parish | None = given.pop("parish")
        place = (given["latitude"], given["longitude"])
        if place == (None, None) and barrio:
            # The seat of the barrio is better than no place, and is said to be approximate.
            given |= {"latitude": barrio.latitude, "longitude": barrio.longitude}
            given["is_approximate"] = barrio.latitude is not None
        incident = actions.open_incident(
            given.pop("kind"), barrio=barrio, parish=parish, by=request.user, at=at, **given
        )
        return redirect("incidents:incident", pk=incident.pk)
    return render(request, "incidents/open.html", {"form": form, "tiles": settings.TILES_URL})


def _act(
    request: Request, pk: int, form: forms.Form, act: Callable[[Incident, dict[str, Any]], None]
) -> HttpResponse:
    """One act in one incident: done, or refused in words; and back to where the operator was."""
    incident = get_object_or_404(Incident.objects.select_related("alert"), pk=pk)
    if not form.is_valid():
        refuse(request, _first_fault(form))
        return back_to(request, incident)
    try:
        act(incident, dict(form.cleaned_data))
    except REFUSALS as refusal:
        refuse(request, words(refusal))
    return back_to(request, incident)


def _move(request: Request, pk: int, act: Callable[[Dispatch], None]) -> HttpResponse:
    dispatch = get_object_or_404(Dispatch.objects.select_related("incident", "unit"), pk=pk)
    try:
        act(dispatch)
    except REFUSALS as refusal:
        refuse(request, words(refusal))
    return back_to(request, dispatch.incident)


def _first_fault(form: forms.Form) -> str:
    return next(f"{form.fields[name].label}: {faults[0]}" for name, faults in form.errors.items())
