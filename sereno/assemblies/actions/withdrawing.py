"""What was entered by mistake is taken out again, as long as nothing hangs on it."""

from datetime import datetime

from django.db import transaction

from sereno.assemblies import events
from sereno.assemblies.actions.refusals import InUse
from sereno.assemblies.models import Commitment, Matter, Suggestion
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person


@transaction.atomic
def withdraw_commitment(commitment: Commitment, *, by: Person, at: datetime) -> None:
    """Take a promise back before anything was noted of it; the logbook keeps both."""
    held = Commitment.objects.select_for_update().get(pk=commitment.pk)
    if held.advances.exists():
        raise InUse(subject_of(held))
    write(events.CommitmentWithdrawn(), about=held, by=by, at=at, after=held.matter)
    held.delete()


@transaction.atomic
def withdraw_matter(matter: Matter, *, by: Person, at: datetime) -> None:
    """Close a matter that nobody answered or supported; its suggestions wait again."""
    held = Matter.objects.select_for_update().get(pk=matter.pk)
    answered = Commitment.objects.filter(matter=held).exists() or held.refusals.exists()
    if answered or held.supports.exists():
        raise InUse(subject_of(held))
    held.suggestions.update(matter=None, grouped_at=None)
    write(events.MatterWithdrawn(), about=held, by=by, at=at)
    held.delete()


@transaction.atomic
def withdraw_suggestion(suggestion: Suggestion, *, by: Person, at: datetime) -> None:
    """Forget what somebody wrote down from paper, and nobody put into a matter."""
    held = Suggestion.objects.select_for_update(of=("self",)).get(pk=suggestion.pk)
    is_followed = hasattr(held, "contact") or held.channel != Suggestion.Channel.PAPER
    if held.matter_id or is_followed:
        raise InUse(subject_of(held))
    write(events.SuggestionWithdrawn(), about=held, by=by, at=at)
    held.delete()
