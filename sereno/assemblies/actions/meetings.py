"""A deliberation gets its day, its heads are counted, its minutes are kept."""

from datetime import date, datetime

from django.db import transaction

from sereno.assemblies import events
from sereno.assemblies.actions.proofs import add_proof
from sereno.assemblies.actions.refusals import AlreadyDecided, NothingSaid, NotYet
from sereno.assemblies.models import Attendance, Deliberation, Proof
from sereno.assemblies.rules.drafts import AttendanceDraft, DeliberationDraft, ProofDraft
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person


@transaction.atomic
def call(draft: DeliberationDraft, *, by: Person, at: datetime) -> Deliberation:
    for name in ("title", "place"):
        if not getattr(draft, name).strip():
            raise NothingSaid(name)
    deliberation = Deliberation.objects.create(
        year=draft.year,
        kind=Deliberation.Kind(draft.kind),
        title=draft.title.strip(),
        place=draft.place.strip(),
        held_on=draft.held_on,
        called_at=at,
        called_by=by,
    )
    write(events.DeliberationCalled(year=draft.year), about=deliberation, by=by, at=at)
    return deliberation


@transaction.atomic
def count(
    deliberation: Deliberation, draft: AttendanceDraft, *, by: Person, at: datetime, today: date
) -> None:
    """Keep how many came, once. Refuses ``NotYet``, ``NothingSaid`` and ``AlreadyDecided``."""
    if deliberation.held_on > today:
        raise NotYet(deliberation.held_on)
    counted = [
        Attendance(deliberation=deliberation, by=by_what, group=Attendance.Group(group), count=n)
        for by_what, groups in (
            (Attendance.By.SEX, draft.by_sex),
            (Attendance.By.PEOPLE, draft.by_people),
        )
        for group, n in groups.items()
    ]
    if not counted:
        raise NothingSaid("attendance")
    uncounted = Deliberation.objects.filter(pk=deliberation.pk, counted_at=None)
    if not uncounted.update(counted_at=at):
        raise AlreadyDecided(subject_of(deliberation))
    Attendance.objects.bulk_create(counted)
    deliberation.refresh_from_db()
    told = events.DeliberationCounted(groups=len(counted))
    write(told, about=deliberation, by=by, at=at)


@transaction.atomic
def keep_minutes(
    deliberation: Deliberation, draft: ProofDraft, *, by: Person, at: datetime
) -> Proof:
    """Keep the minutes, once: what was agreed does not change."""
    held = Deliberation.objects.select_for_update().get(pk=deliberation.pk)
    if held.minutes_id is not None:
        raise AlreadyDecided(subject_of(held))
    proof = add_proof(draft, by=by, at=at)
    Deliberation.objects.filter(pk=held.pk).update(minutes=proof)
    deliberation.refresh_from_db()
    added = events.MinutesAdded(proof=subject_of(proof))
    write(added, about=deliberation, by=by, at=at)
    return proof
