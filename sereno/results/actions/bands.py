"""The council says in which categories it speaks of compliance, from a day on, and why."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import IntegrityError, transaction
from django.utils import timezone

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.results import events
from sereno.results.actions.refusals import BandsBackwards, BandsOfThatDay
from sereno.results.models import BandScheme
from sereno.results.rules import bands


@dataclass(frozen=True)
class BandDraft:
    """The lines of the bands, what they are called, and the document that defines them."""

    name: str
    source: str
    starts_on: date
    lines: str


@transaction.atomic
def set_bands(draft: BandDraft, *, by: Person, at: datetime) -> BandScheme:
    """Let new bands be in force from a day on; never for days that have passed."""
    read = bands.read(draft.lines)
    if draft.starts_on < timezone.localdate(at):
        raise BandsBackwards(draft.starts_on)
    try:
        with transaction.atomic():
            scheme = BandScheme.objects.create(
                name=draft.name,
                source=draft.source,
                starts_on=draft.starts_on,
                lines="\n".join(f"{band.starts:f} {band.word}" for band in read),
                set_at=at,
                set_by=by,
            )
    except IntegrityError as problem:
        raise BandsOfThatDay(draft.starts_on) from problem
    write(events.BandsSet(bands=len(read), seal=scheme.seal), about=scheme, by=by, at=at)
    return scheme
