"""The council says what it is called, how it is reached, and who answers for its transparency."""

from dataclasses import asdict, dataclass
from datetime import datetime

from django.db import models, transaction

from sereno.logbook.actions import write
from sereno.territory import events
from sereno.territory.models import Canton, Council


class NoCanton(Exception):
    """Nobody said yet which canton the council serves."""


@dataclass(frozen=True)
class CouncilDraft:
    """What the council says of itself; ``transparency_officer`` is a post, or a name and a post."""

    name: str
    short_name: str = ""
    email: str = ""
    telephone: str = ""
    address: str = ""
    transparency_officer: str = ""


@transaction.atomic
def describe_council(draft: CouncilDraft, *, by: models.Model | None, at: datetime) -> Council:
    """Keep it, and say which parts changed; saying the same again is no act."""
    canton = Canton.objects.select_for_update().first()
    if canton is None:
        raise NoCanton
    council = Council.objects.filter(canton=canton).first() or Council(canton=canton)
    said = asdict(draft)
    changed = tuple(name for name, value in said.items() if getattr(council, name) != value)
    if not changed:
        return council
    for name in changed:
        setattr(council, name, said[name])
    council.save()
    write(events.CouncilDescribed(changed=changed), about=council, by=by, at=at)
    return council
