"""What every council begins with: the steps of its account, and a time for answers to confirm."""

from datetime import datetime

from django.db import transaction

from sereno.assemblies import events
from sereno.assemblies.actions.process import load_steps
from sereno.assemblies.models import AnswerTime
from sereno.assemblies.rules.proposed import proposed
from sereno.logbook.actions import write


@transaction.atomic
def load_defaults(*, at: datetime) -> int:
    """Add the steps that are not there yet, and a time where there is none; how many."""
    steps = load_steps(by=None, at=at)
    if AnswerTime.objects.exists():
        return steps
    draft = proposed()
    time = AnswerTime.objects.create(
        days=draft.days, starts_on=draft.starts_on, source=draft.source
    )
    added = events.AnswerTimeAdded(days=draft.days, since=draft.starts_on.isoformat())
    write(added, about=time, by=None, at=at)
    return steps + 1
