"""What the links of registers turned out to be is kept, with one line for the whole round."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.reports import events
from sereno.reports.models import LinkVisit
from sereno.results.rules.links import Verdict


@transaction.atomic
def keep_link_visits(found: Mapping[str, Verdict], *, at: datetime) -> int:
    """Add a visit for each link; nobody acted, so the line names nobody."""
    visits = [LinkVisit(link=link, found=verdict.value, at=at) for link, verdict in found.items()]
    kept = LinkVisit.objects.bulk_create(visits, batch_size=200)
    if kept:
        working = sum(verdict == Verdict.WORKS for verdict in found.values())
        told = events.LinksVisited(links=len(kept), working=working)
        write(told, about=kept[0], by=None, at=at)
    return len(kept)
