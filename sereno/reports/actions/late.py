"""A figure that its own records no longer give is marked: on the public page, never silently."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.reports import events
from sereno.reports.models import Figure, Overtaken


@transaction.atomic
def mark_overtaken(figures: Iterable[Figure], *, at: datetime) -> int:
    """Mark those that are not marked yet; nobody acted, so the line names nobody."""
    marked = 0
    for figure in figures:
        _row, is_new = Overtaken.objects.get_or_create(figure=figure, defaults={"seen_at": at})
        if is_new:
            write(events.FigureSuperseded(), about=figure, by=None, at=at, after=figure.measurement)
            marked += 1
    return marked
