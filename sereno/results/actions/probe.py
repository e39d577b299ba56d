"""What became of a visit to a link is kept beside the evidence, with its date."""

from datetime import datetime

from django.db import transaction

from sereno.logbook.actions import write
from sereno.results import events
from sereno.results.models import Evidence, Visit
from sereno.results.rules.links import Verdict


@transaction.atomic
def keep_visit(evidence: Evidence, found: Verdict, *, at: datetime) -> Visit:
    """Add a visit to those before it; nobody acted, so the line names nobody."""
    visit = Visit.objects.create(evidence=evidence, at=at, found=found.value)
    write(events.EvidenceProbed(found=found.value), about=evidence, by=None, at=at)
    return visit
