"""What can be done with an activity: plan it, record that it was held, cancel it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.community import events
from sereno.community.models import Activity
from sereno.logbook.actions import Draft, subject_of, write
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish


class AlreadySettled(Exception):
    """The activity was held or cancelled before; that stands."""

    def __init__(self, activity: Activity) -> None:
        self.activity = activity
        super().__init__(f"activity {activity.pk} is settled")


class NotYet(Exception):
    """An activity cannot have been held in the future."""

    def __init__(self, activity: Activity, held_at: datetime) -> None:
        self.activity, self.held_at = activity, held_at
        super().__init__(f"activity {activity.pk} held at {held_at}, which is still to come")


class NoReason(Exception):
    """Cancelling needs a reason: the people who were called must be told why."""


@transaction.atomic
def plan(
    kind: str,
    title: str,
    *,
    planned_for: datetime,
    by: Person,
    at: datetime,
    parish: Parish | None = None,
    barrio: Barrio | None = None,
    partners: str = "",
) -> Activity:
    """Set a date with a barrio, a parish or the whole canton."""
    activity = Activity.objects.create(
        kind=Activity.Kind(kind),
        title=title.strip(),
        planned_for=planned_for,
        planned_by=by,
        parish=barrio.parish if barrio else parish,
        barrio=barrio,
        partners=partners.strip(),
    )
    write(events.ActivityPlanned(kind=kind), about=activity, by=by, at=at)
    return activity


@transaction.atomic
def hold(
    activity: Activity,
    *,
    held_at: datetime,
    attendance: int | None,
    by: Person,
    at: datetime,
    partners: str | None = None,
) -> None:
    """Record that it took place; ``attendance`` is None where nobody counted.

    Refuses `NotYet` and `AlreadySettled`.
    """
    if held_at > at:
        raise NotYet(activity, held_at)
    came = activity.partners if partners is None else partners.strip()
    _settle(activity, held_at=held_at, attendance=attendance, partners=came)
    held = events.ActivityHeld(kind=activity.kind, attendance=attendance)
    write(held, about=activity, by=by, at=at)


@transaction.atomic
def cancel(activity: Activity, *, because: str, by: Person, at: datetime) -> None:
    """It will not take place. Refuses `NoReason` and `AlreadySettled`."""
    if not because.strip():
        raise NoReason(activity.pk)
    _settle(activity, cancelled_at=at, cancelled_because=because.strip())
    write(events.ActivityCancelled(kind=activity.kind), about=activity, by=by, at=at)


def _settle(activity: Activity, **values: object) -> None:
    if not Activity.objects.pending().filter(pk=activity.pk).update(**values):
        activity.refresh_from_db()
        raise AlreadySettled(activity)
    activity.refresh_from_db()


@dataclass(frozen=True)
class Past:
    """One activity of the past, as it went."""

    kind: str
    title: str
    by: Person
    planned_at: datetime
    planned_for: datetime
    parish: Parish | None = None
    barrio: Barrio | None = None
    partners: str = ""
    held_at: datetime | None = None
    attendance: int | None = None
    cancelled_at: datetime | None = None
    cancelled_because: str = ""


@transaction.atomic
def remember(past: Sequence[Past]) -> tuple[list[Activity], list[Draft]]:
    """Keep many activities of the past, and give the lines that tell of them.

    The lines are not written here: whoever brings in a past writes all of its
    lines together, in the order of their times.
    """
    activities = Activity.objects.bulk_create(
        (
            Activity(
                kind=one.kind,
                title=one.title,
                parish=one.parish,
                barrio=one.barrio,
                partners=one.partners,
                planned_for=one.planned_for,
                planned_by=one.by,
                held_at=one.held_at,
                attendance=one.attendance,
                cancelled_at=one.cancelled_at,
                cancelled_because=one.cancelled_because,
            )
            for one in past
        ),
        batch_size=500,
    )
    drafts = [
        draft
        for activity, one in zip(activities, past, strict=True)
        for draft in _lines(activity, one)
    ]
    return activities, sorted(drafts, key=lambda draft: draft.at)


def _lines(activity: Activity, one: Past) -> Iterator[Draft]:
    about, by = subject_of(activity), subject_of(one.by)
    yield Draft(events.ActivityPlanned(kind=one.kind), about=about, at=one.planned_at, by=by)
    if one.held_at:
        held = events.ActivityHeld(kind=one.kind, attendance=one.attendance)
        yield Draft(held, about=about, at=one.held_at, by=by)
    if one.cancelled_at:
        cancelled = events.ActivityCancelled(kind=one.kind)
        yield Draft(cancelled, about=about, at=one.cancelled_at, by=by)
