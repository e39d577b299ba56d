"""Feeds: published figures, editions and corrections (Atom); assemblies and trainings (ICS)."""

from datetime import datetime, time
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.assemblies.models import Deliberation
from sereno.reports.formats.opened.atom import Entry, feed
from sereno.reports.formats.opened.calendar import Meeting, calendar
from sereno.reports.formats.opened.cells import finished
from sereno.reports.queries.opened.results import EDITIONS, FIGURES
from sereno.reports.queries.opened.table import Table
from sereno.reports.views.open_data import council, host
from sereno.reports.views.page import open_page, state_of, today
from sereno.results.queries.calendar import trainings

MOST = 50


@open_page
def news(request: HttpRequest, name: str) -> HttpResponse:
    """The newest fifty of a kind."""
    if name not in {"cifras", "ediciones", "correcciones"}:
        raise Http404(name)
    title, entries = {
        "cifras": (_("Cifras publicadas"), _figures),
        "ediciones": (_("Ediciones publicadas"), _editions),
        "correcciones": (_("Correcciones"), _corrections),
    }[name]
    _tag, changed_at = state_of(request, about="")
    content = feed(
        f"{title}. {council()}",
        entries(request),
        address=request.build_absolute_uri(request.path),
        home=request.build_absolute_uri(reverse("reports:home")),
        author=council(),
        at=changed_at,
    )
    return HttpResponse(content, "application/atom+xml; charset=utf-8")


@open_page
def meetings(request: HttpRequest) -> HttpResponse:
    """Every assembly that was called, and the trainings and drills of the barrios."""
    named = request.get_host()
    index = request.build_absolute_uri(reverse("assemblies:index"))
    found = [
        Meeting(
            f"asamblea-{one.pk}@{named}",
            one.title,
            one.held_on,
            one.place,
            one.get_kind_display(),
            index,
            one.called_at,
        )
        for one in Deliberation.objects.order_by("held_on", "pk")
    ]
    barrios = request.build_absolute_uri(reverse("reports:barrios"))
    found += [
        Meeting(
            f"actividad-{one.number}@{named}",
            one.title,
            timezone.localtime(one.starts_at),
            one.place,
            one.kind,
            barrios,
            _midnight(one.starts_at),
        )
        for one in trainings()
    ]
    return HttpResponse(calendar(council(), found), "text/calendar; charset=utf-8")


def _figures(request: HttpRequest) -> list[Entry]:
    return [
        Entry(one["caption"], one["url"], one["published_at"], one["printed"])
        for one in _rows(request, FIGURES)
    ]


def _editions(request: HttpRequest) -> list[Entry]:
    return [
        Entry(one["title"], one["url"], one["published_at"], one["correction_note"])
        for one in _rows(request, EDITIONS)
    ]


def _corrections(request: HttpRequest) -> list[Entry]:
    """Figures and editions that correct one before them, and why."""
    both = [
        Entry(one[title], one["url"], one["published_at"], one["correction_note"])
        for table, title in ((FIGURES, "caption"), (EDITIONS, "title"))
        for one in _rows(request, table, corrects__isnull=False)
    ]
    return sorted(both, key=lambda one: one.at, reverse=True)[:MOST]


def _rows(request: HttpRequest, table: Table, **wanted: Any) -> list[dict[str, Any]]:
    found = table.source().filter(**wanted)[:MOST]
    names = [one.name for one in table.columns]
    rows = finished(table, table.rows(found, on=today()), host=host(request))
    return [dict(zip(names, row, strict=True)) for row in rows]


def _midnight(at: datetime) -> datetime:
    """When a training was told is no public fact; its day is."""
    return datetime.combine(timezone.localdate(at), time.min, timezone.get_default_timezone())
