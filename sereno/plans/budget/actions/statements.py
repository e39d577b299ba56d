"""The statement of a month is taken, the month is closed, and a closed one corrected by two."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from sereno.logbook.actions import in_time, write
from sereno.people.models import Person
from sereno.plans.budget import events, rules
from sereno.plans.budget.actions.lines import BATCH, LineDraft, add_lines
from sereno.plans.budget.actions.refusals import (
    AlreadyDecided,
    MonthIsClosed,
    MonthNotBegun,
    MonthNotClosed,
    NoReason,
    NothingTaken,
    NothingToKeep,
    SamePerson,
)
from sereno.plans.budget.actions.seal import seal_of
from sereno.plans.budget.models import Correction, Month, Snapshot
from sereno.plans.budget.queries.statement import Change, Preview, preview


@dataclass(frozen=True)
class Taken:
    """What became of a statement."""

    month: Month
    kept: int
    same: int
    rejects: tuple[rules.Reject, ...]


@transaction.atomic
def take_statement(
    year: int, number: int, text: str, *, by: Person, at: datetime, creates: bool = False
) -> Taken:
    """Keep what a statement says of an open month; rows that cannot be kept come back."""
    month = _held(year, number, at=at)
    seen = preview(text, year=year, number=number, creates=creates)
    if month.closed_at and seen.kept:
        raise MonthIsClosed(str(month))
    if not seen.kept:
        raise NothingToKeep(str(month))
    seal = _keep(month, seen.kept, by=by, at=at)
    taken = events.StatementTaken(
        month=str(month),
        kept=len(seen.kept),
        same=seen.same,
        rejected=len(seen.rejects),
        seal=seal,
    )
    write(taken, about=month, by=by, at=at)
    return Taken(month, len(seen.kept), seen.same, seen.rejects)


@transaction.atomic
def withdraw(snapshot: Snapshot, *, by: Person, at: datetime) -> None:
    """Take back what a statement said of a line of an open month, and what it replaced stands."""
    held = Snapshot.objects.select_for_update().get(pk=snapshot.pk)
    month = Month.objects.select_for_update().get(pk=held.month_id)
    if month.closed_at:
        raise MonthIsClosed(str(month))
    if held.replaced_at:
        raise AlreadyDecided(str(month))
    before = month.snapshots.filter(line=held.line, replaced_at=held.taken_at).first()
    if before is None:
        Snapshot.objects.filter(pk=held.pk).update(replaced_at=at)
        gone = events.SnapshotWithdrawn(month=str(month), code=held.line.code)
        write(gone, about=month, by=by, at=at)
        return
    row = rules.Row(0, held.line.code, held.line.description, before.amounts)
    seal = _keep(month, [Change(row, held.line, held, (), ())], by=by, at=at)
    taken = events.StatementTaken(month=str(month), kept=1, same=0, rejected=0, seal=seal)
    write(taken, about=month, by=by, at=at)


@transaction.atomic
def close_month(month: Month, *, by: Person, at: datetime) -> None:
    """From here on two people are needed to change it."""
    held = Month.objects.select_for_update().get(pk=month.pk)
    if not held.snapshots.standing().exists():
        raise NothingTaken(str(month))
    if held.closed_at is None:
        in_time(at=at, after=_last_said(held))
    if not Month.objects.filter(pk=month.pk, closed_at=None).update(closed_at=at, closed_by=by):
        raise MonthIsClosed(str(month))
    month.refresh_from_db()
    write(events.MonthClosed(month=str(month)), about=month, by=by, at=at)


@transaction.atomic
def propose_correction(
    month: Month, text: str, *, reason: str, by: Person, at: datetime
) -> Correction:
    """Ask to change a closed month; nothing changes until somebody else agrees."""
    if not month.closed_at:
        raise MonthNotClosed(str(month))
    if not reason.strip():
        raise NoReason(str(month))
    in_time(at=at, after=month.closed_at)
    seen = _of(month, text)
    correction = Correction.objects.create(
        month=month, text=text, reason=reason.strip(), proposed_at=at, proposed_by=by
    )
    proposed = events.CorrectionProposed(month=str(month), changes=len(seen.kept))
    write(proposed, about=correction, by=by, at=at, after=month)
    return correction


@transaction.atomic
def agree(correction: Correction, *, by: Person, at: datetime) -> int:
    """Change a closed month as another person proposed; how many lines changed."""
    held = _waiting(correction, by=by, at=at)
    seen = _of(held.month, held.text)
    held.agreed_at, held.decided_by = at, by
    held.save(update_fields=["agreed_at", "decided_by"])
    seal = _keep(held.month, seen.kept, by=held.proposed_by, at=at, agreed_by=by)
    agreed = events.CorrectionAgreed(month=str(held.month), kept=len(seen.kept), seal=seal)
    write(agreed, about=held, by=by, at=at, after=held.month)
    return len(seen.kept)


@transaction.atomic
def refuse(correction: Correction, *, because: str, by: Person, at: datetime) -> None:
    """Leave a closed month as it is, and say why."""
    if not because.strip():
        raise NoReason(str(correction.month))
    held = _waiting(correction, by=by, at=at)
    held.refused_at, held.decided_by, held.refused_because = at, by, because.strip()
    held.save(update_fields=["refused_at", "decided_by", "refused_because"])
    refused = events.CorrectionRefused(month=str(held.month))
    write(refused, about=held, by=by, at=at, after=held.month)


def refuse_ahead(year: int, number: int, *, at: datetime) -> None:
    """No money has moved yet in a month that has not begun."""
    today = timezone.localdate(at)
    if (year, number) > (today.year, today.month):
        raise MonthNotBegun(f"{year}-{number:02}")


def _held(year: int, number: int, *, at: datetime) -> Month:
    """The month, held until this transaction ends; entered where nobody spoke of it yet."""
    refuse_ahead(year, number, at=at)
    Month.objects.get_or_create(year=year, number=number)
    return Month.objects.select_for_update().get(year=year, number=number)


def _last_said(month: Month) -> datetime | None:
    """When its newest row was taken, or a row of it taken back."""
    said = month.snapshots.aggregate(taken=Max("taken_at"), replaced=Max("replaced_at"))
    return max((moment for moment in said.values() if moment), default=None)


def _of(month: Month, text: str) -> Preview:
    seen = preview(text, year=month.year, number=month.number, creates=False)
    if not seen.kept:
        raise NothingToKeep(str(month))
    return seen


def _waiting(correction: Correction, *, by: Person, at: datetime) -> Correction:
    held = (
        Correction.objects.select_for_update(of=("self",))
        .select_related("month", "proposed_by")
        .get(pk=correction.pk)
    )
    if not held.is_waiting:
        raise AlreadyDecided(str(held.month))
    if held.proposed_by_id == by.pk:
        raise SamePerson(str(held.month))
    in_time(at=at, after=held.proposed_at)
    return held


def _keep(
    month: Month,
    changes: Sequence[Change],
    *,
    by: Person,
    at: datetime,
    agreed_by: Person | None = None,
) -> str:
    """The old rows stay, marked as replaced; the new ones stand. Gives their seal."""
    unmet = [change for change in changes if change.line is None]
    drafts = [LineDraft(change.row.code, change.row.description) for change in unmet]
    entered = add_lines(month.year, drafts, by=by, at=at)
    lines = {line.code: line for line in entered}
    lines |= {change.line.code: change.line for change in changes if change.line}
    replaced = [change.before.pk for change in changes if change.before]
    for start in range(0, len(replaced), BATCH):
        batch = replaced[start : start + BATCH]
        Snapshot.objects.filter(pk__in=batch).update(replaced_at=at)
    kept = Snapshot.objects.bulk_create(
        (
            Snapshot(
                line=lines[change.row.code],
                month=month,
                taken_at=at,
                taken_by=by,
                agreed_by=agreed_by,
                **change.row.amounts.named(),
            )
            for change in changes
        ),
        batch_size=BATCH,
    )
    return seal_of(kept)
