"""The console: one page, and the same page part by part for whoever keeps it open."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sereno.alerts.rules import Class
from sereno.incidents.models import Incident
from sereno.incidents.queries import hand, map, queue  # noqa: A004
from sereno.logbook.actions import subject_of
from sereno.logbook.models import Entry
from sereno.people.guards import Request, may


@require_GET
@may("console.see")
def console(request: Request) -> HttpResponse:
    """The alert that most needs a hand; where nothing waits, the operator's own matter."""
    at = timezone.now()
    lists = queue.queue(by=request.user, at=at)
    held = None
    if lists.first:
        held = hand.of_alert(lists.first.pk, at=at)
    elif lists.mine:
        held = hand.of_incident(lists.mine[0].incident.pk, at=at)
    return _draw(request, held, lists=lists, at=at)


@require_GET
@may("console.see")
def alert(request: Request, pk: int) -> HttpResponse:
    """One alert in hand; once somebody took it, the incident it became."""
    at = timezone.now()
    held = hand.of_alert(pk, at=at)
    if held is None:
        raise Http404
    return _draw(request, held, at=at)


@require_GET
@may("console.see")
def incident(request: Request, pk: int) -> HttpResponse:
    at = timezone.now()
    held = hand.of_incident(pk, at=at)
    if held is None:
        raise Http404
    return _draw(request, held, at=at)


@require_GET
@may("console.see")
def waiting(request: Request) -> HttpResponse:
    """The queue alone; ``?en=alert:7`` marks the row in hand."""
    lists = queue.queue(by=request.user, at=timezone.now())
    current = request.GET.get("en", "")
    return render(request, "incidents/parts/queue.html", {"queue": lists, "current": current})


@require_GET
@may("console.see")
def moving(request: Request) -> JsonResponse:
    """Positions of vehicles and places of what is open."""
    return JsonResponse(map.moving(at=timezone.now()))


@require_GET
@may("console.see")
def ground(request: Request) -> JsonResponse:
    """What the map stands on: the outline of the canton and the devices of the street."""
    today: date = timezone.localdate()
    return JsonResponse(
        {"outline": map.outline(on=today), "devices": map.devices(), "names": map.names()}
    )


def _draw(
    request: Request,
    held: hand.Hand | None,
    *,
    at: datetime,
    lists: queue.Queue | None = None,
) -> HttpResponse:
    """The whole page, or only what this page asks again for."""
    current = subject_of(held.subject) if held else ""
    shown: dict[str, Any] = {
        "hand": held,
        "current": current,
        "now": at,
        "classes": tuple(Class),
        "outcomes": Incident.Outcome,
        "tiles": settings.TILES_URL,
    }
    part = request.headers.get("Sereno-Part", "")
    if part in {"hand", "units"}:
        return render(request, f"incidents/parts/{part}.html", shown)
    shown["queue"] = lists or queue.queue(by=request.user, at=at)
    if part == "console":
        return render(request, "incidents/parts/all.html", shown)
    shown["live_since"] = (
        Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0
    )
    return render(request, "incidents/console.html", shown)


def back_to(request: HttpRequest, matter: Incident) -> HttpResponse:
    """Where an operator goes on after an act: to the matter, or to the queue once it ended."""
    if matter.closed_at:
        return redirect("incidents:console")
    return redirect("incidents:incident", pk=matter.pk)


def say(request: HttpRequest, words: str) -> None:
    messages.success(request, words)


def refuse(request: HttpRequest, words: str) -> None:
    messages.warning(request, words)
