"""The list of incidents, and the whole story of one."""

from datetime import datetime, time, timedelta

from django.core.paginator import Paginator
from django.db.models import Count, F, Min, Q, QuerySet
from django.db.models.functions import Coalesce
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sereno.incidents.forms import NoteForm, SearchForm
from sereno.incidents.models import Incident
from sereno.incidents.queries.story import story
from sereno.incidents.queries.times import steps_of, targets
from sereno.people.guards import Request, may

PAGE = 50


@require_GET
@may("incident.see")
def index(request: Request) -> HttpResponse:
    form = SearchForm(request.GET)
    found = _found(form) if form.is_valid() else Incident.objects.none()
    page = Paginator(found, PAGE).get_page(request.GET.get("pagina"))
    asked = request.GET.copy()
    asked.pop("pagina", None)
    shown = {
        "form": form,
        "page": page,
        "asked": asked.urlencode(),
        "may_open": request.user.may("incident.open"),
    }
    return render(request, "incidents/list.html", shown)


def _found(form: SearchForm) -> QuerySet[Incident]:
    asked = form.cleaned_data
    found = (
        Incident.objects.select_related("kind", "parish", "barrio", "opened_by", "alert")
        .annotate(units=Count("dispatches"), first_arrival=Min("dispatches__arrived_at"))
        .annotate(to_arrive=F("first_arrival") - Coalesce("alert__raised_at", "opened_at"))
        .order_by("-opened_at", "-pk")
    )
    if asked["kind"]:
        # The same word may have been in force more than once.
        found = found.filter(kind__code=asked["kind"].code)
    if asked["state"]:
        found = found.filter(closed_at__isnull=asked["state"] == "open")
    if asked["since"]:
        found = found.filter(opened_at__gte=_midnight(asked["since"]))
    if asked["until"]:
        found = found.filter(opened_at__lt=_midnight(asked["until"] + timedelta(days=1)))
    return found.filter(_about(asked["q"].strip())) if asked["q"].strip() else found


def _midnight(day: datetime) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _about(words: str) -> Q:
    number = words.removeprefix("#")
    if number.isdecimal():
        return Q(pk=int(number)) if len(number) < 18 else Q(pk=None)
    return (
        Q(barrio__name__icontains=words)
        | Q(parish__name__icontains=words)
        | Q(reference__icontains=words)
    )


@require_GET
@may("incident.see")
def whole(request: Request, pk: int) -> HttpResponse:
    """Everything about one incident, to be read or printed."""
    incidents = Incident.objects.select_related(
        *("kind", "parish", "barrio", "opened_by", "closed_by"),
        *("alert__device", "alert__kind", "alert__caller"),
    )
    incident = get_object_or_404(incidents, pk=pk)
    dispatches = list(incident.dispatches.select_related("unit").order_by("sent_at", "pk"))
    notes = list(incident.notes.order_by("at"))
    at = timezone.now()
    began = incident.alert.raised_at if incident.alert else incident.opened_at
    allowed = targets(on=timezone.localdate(began))
    shown = {
        "incident": incident,
        "began": began,
        "dispatches": dispatches,
        "steps": steps_of(incident, dispatches, allowed=allowed, at=at),
        "story": story(incident, notes=notes),
        "signals": incident.alert.signals.count() if incident.alert else 0,
        "note_form": NoteForm(),
        "may_note": request.user.may("incident.note"),
        "may_answer": request.user.may("console.see"),
    }
    return render(request, "incidents/whole.html", shown)
