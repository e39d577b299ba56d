"""How a change that waits is answered, whatever it is a change of: by another person, once."""

from datetime import datetime

from sereno.logbook.actions import in_time
from sereno.people.models import Person
from sereno.plans.actions.refusals import AlreadyDecided, NoReason, SamePerson
from sereno.plans.models import TargetChange, TaskChange

Waiting = TargetChange | TaskChange


def reason(because: str, *, of: int) -> str:
    """The words that are kept; raises ``NoReason`` where there are none."""
    if not because.strip():
        raise NoReason(of)
    return because.strip()


def confirm_waiting(change: Waiting, *, of: str, by: Person, at: datetime) -> None:
    """Mark it confirmed; what it changes must be held already, and is changed by the caller."""
    if change.proposed_by_id == by.pk:
        raise SamePerson(of)
    in_time(at=at, after=change.proposed_at)
    waiting = type(change).objects.waiting().filter(pk=change.pk).exclude(proposed_by=by)
    if not waiting.update(confirmed_at=at, confirmed_by=by):
        raise AlreadyDecided(change.pk)


def refuse_waiting(change: Waiting, *, of: int, because: str, by: Person, at: datetime) -> None:
    """Mark it refused with its reason; whoever asked may withdraw it so, too."""
    words = reason(because, of=of)
    in_time(at=at, after=change.proposed_at)
    waiting = type(change).objects.waiting().filter(pk=change.pk)
    if not waiting.update(refused_at=at, refused_by=by, refused_because=words):
        raise AlreadyDecided(change.pk)
    change.refresh_from_db()
