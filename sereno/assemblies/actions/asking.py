"""A suggestion is received, put with others into a matter, and supported."""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from sereno.assemblies import events
from sereno.assemblies.actions.refusals import AlreadyDecided, NothingSaid
from sereno.assemblies.models import Contact, Deliberation, Matter, Suggestion, Support
from sereno.assemblies.rules.codes import digest
from sereno.assemblies.rules.drafts import MatterDraft, SuggestionDraft
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.territory.models import Parish


@transaction.atomic
def receive(
    draft: SuggestionDraft,
    *,
    code: str,
    at: datetime,
    by: Person | None = None,
    parish: Parish | None = None,
    deliberation: Deliberation | None = None,
) -> Suggestion:
    """Keep what someone asks, as they said it; ``by`` is whoever wrote it down, not who asks.

    The code itself is not kept: whoever holds it follows the suggestion.
    """
    if not draft.text.strip():
        raise NothingSaid("text")
    suggestion = Suggestion.objects.create(
        text=draft.text.strip(),
        channel=Suggestion.Channel(draft.channel),
        code_digest=digest(code),
        parish=parish,
        deliberation=deliberation,
        received_at=at,
        taken_by=by,
    )
    if draft.contact.strip():
        Contact.objects.create(suggestion=suggestion, words=draft.contact.strip())
    write(events.SuggestionReceived(channel=draft.channel), about=suggestion, by=by, at=at)
    return suggestion


@transaction.atomic
def erase_contact(suggestion: Suggestion, *, by: Person, at: datetime) -> None:
    """Forget how to reach who asked: the suggestion and its answer stay."""
    if Contact.objects.filter(suggestion=suggestion).delete()[0]:
        write(events.ContactErased(), about=suggestion, by=by, at=at)


@transaction.atomic
def open_matter(
    draft: MatterDraft, suggestions: Iterable[Suggestion], *, by: Person, at: datetime
) -> Matter:
    """Write in the council's words what these suggestions ask, and put them into it."""
    for name in ("title", "text"):
        if not getattr(draft, name).strip():
            raise NothingSaid(name)
    matter = Matter.objects.create(
        title=draft.title.strip(),
        text=draft.text.strip(),
        year=draft.year,
        opened_at=at,
        opened_by=by,
    )
    write(events.MatterOpened(year=draft.year), about=matter, by=by, at=at)
    group(suggestions, matter, by=by, at=at)
    return matter


@transaction.atomic
def group(suggestions: Iterable[Suggestion], matter: Matter, *, by: Person, at: datetime) -> None:
    """Put suggestions into a matter. One that stands in another is refused, and none is moved."""
    for suggestion in suggestions:
        alone = Suggestion.objects.waiting().filter(pk=suggestion.pk)
        if not alone.update(matter=matter, grouped_at=at):
            raise AlreadyDecided(subject_of(suggestion))
        suggestion.refresh_from_db()
        put = events.SuggestionGrouped(matter=subject_of(matter))
        write(put, about=suggestion, by=by, at=at)


@transaction.atomic
def support(matter: Matter, *, voice: str, at: datetime) -> bool:
    """One more asks the same; false where this voice was heard before."""
    Matter.objects.select_for_update().get(pk=matter.pk)
    _one, is_new = Support.objects.get_or_create(matter=matter, voice=voice, defaults={"at": at})
    if is_new:
        write(events.MatterSupported(), about=matter, by=None, at=at)
    return is_new
