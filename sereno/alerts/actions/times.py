"""How soon each step is due, from a day on; a day that began keeps the times it began with."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction
from django.utils import timezone

from sereno.alerts import events, rules
from sereno.alerts.models import AlertKind, TimeTarget
from sereno.logbook.actions import hold_the_pen, write
from sereno.people.models import Person


class TimesBackwards(Exception):
    """A day that began is judged by the times that were in force when it did."""


class TimesInDisorder(Exception):
    """Help is taken up, then sent, and then it arrives; none of them after a month."""


class NothingChanged(Exception):
    """These are the times in force."""


class NoSuchKind(Exception):
    """No kind in force has that code."""


@dataclass(frozen=True)
class TimesDraft:
    """Seconds for each step of an urgency, or of one kind of it, in a zone; none: not said."""

    urgency: rules.Urgency
    zone: str
    starts_on: date
    source: str
    kind: str = ""
    acknowledge: int | None = None
    dispatch: int | None = None
    arrive: int | None = None

    def seconds(self) -> dict[str, int | None]:
        return {step: getattr(self, step) for step in TimeTarget.Step.values}


@transaction.atomic
def set_times(draft: TimesDraft, *, by: Person, at: datetime) -> list[TimeTarget]:
    """Let these be in force from a day on, in the place of those that stand; a blank ends one."""
    hold_the_pen()
    wanted = draft.seconds()
    if not rules.in_order(wanted.values()):
        raise TimesInDisorder
    if draft.kind and not AlertKind.objects.filter(code=draft.kind, ends_on=None).exists():
        raise NoSuchKind(draft.kind)
    key = {"urgency": draft.urgency, "kind": draft.kind, "zone": draft.zone}
    standing = {one.step: one for one in TimeTarget.objects.filter(ends_on=None, **key)}
    changed = {
        step: seconds
        for step, seconds in wanted.items()
        if (seconds, draft.source) != _said(standing.get(step), draft.source)
    }
    if not changed:
        raise NothingChanged
    replaced = [standing[step] for step in changed if step in standing]
    _refuse_backwards(draft.starts_on, replaced, today=timezone.localdate(at))
    TimeTarget.objects.filter(pk__in=[one.pk for one in replaced]).update(ends_on=draft.starts_on)
    made = [
        TimeTarget.objects.create(
            step=step, seconds=seconds, source=draft.source, starts_on=draft.starts_on, **key
        )
        for step, seconds in changed.items()
        if seconds is not None
    ]
    said = events.TimesSet(
        urgency=draft.urgency,
        kind=draft.kind,
        zone=draft.zone,
        acknowledge=draft.acknowledge,
        dispatch=draft.dispatch,
        arrive=draft.arrive,
        since=draft.starts_on.isoformat(),
    )
    write(said, about=(made or replaced)[0], by=by, at=at)
    return made


def _said(standing: TimeTarget | None, source: str) -> tuple[int | None, str]:
    """What a step says now; where nothing is said there is no source to change either."""
    return (standing.seconds, standing.source) if standing else (None, source)


def _refuse_backwards(starts_on: date, replaced: list[TimeTarget], *, today: date) -> None:
    if starts_on < today or (replaced and starts_on == today):
        raise TimesBackwards(starts_on)
    if any(starts_on < one.starts_on for one in replaced):
        raise TimesBackwards(starts_on)
