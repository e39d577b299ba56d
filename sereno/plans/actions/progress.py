"""How much of an activity was done: one person tells it with its evidence, another confirms it."""

from datetime import datetime
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from sereno.logbook.actions import in_time, write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.amend import plan_of
from sereno.plans.actions.refusals import (
    AlreadyDecided,
    BadEvidence,
    BadShare,
    BeforeItBegan,
    NoEvidence,
    NoReason,
    NotYetOver,
    PlanIsDraft,
    ProgressWaiting,
    SamePerson,
)
from sereno.plans.models import Task, TaskProgress
from sereno.plans.rules import is_link
from sereno.plans.rules.programming import MONTHS


@transaction.atomic
def tell_progress(
    task: Task,
    done: Decimal,
    *,
    year: int,
    month: int,
    evidence: str,
    note: str = "",
    by: Person,
    at: datetime,
) -> TaskProgress:
    """Say how much of a hundred was done by the end of a month; it counts once confirmed."""
    plan = plan_of(task)
    if plan.published_at is None:
        raise PlanIsDraft(plan.slug)
    if not 0 <= done <= 100 or done != round(done, 2):
        raise BadShare(task.pk)
    today = timezone.localdate(at)
    if (year, month) > (today.year, today.month):
        raise NotYetOver(f"{year}-{month:02}")
    if not 1 <= month <= MONTHS or (year, month) < (task.starts_on.year, task.starts_on.month):
        raise BeforeItBegan(f"{year}-{month:02}")
    in_time(at=at, after=plan.published_at)
    evidence = evidence.strip()
    if done and not evidence:
        raise NoEvidence(str(task.pk))
    if evidence and not is_link(evidence):
        raise BadEvidence(evidence)
    try:
        with transaction.atomic():
            progress = TaskProgress.objects.create(
                task=task,
                year=year,
                month=month,
                done=done,
                evidence=evidence,
                note=note.strip(),
                told_at=at,
                told_by=by,
            )
    except IntegrityError as problem:
        raise ProgressWaiting(task.pk) from problem
    told = events.TaskProgressTold(until=f"{year}-{month:02}", done=str(done))
    write(told, about=progress, by=by, at=at, after=task)
    return progress


@transaction.atomic
def confirm_progress(progress: TaskProgress, *, by: Person, at: datetime) -> None:
    """Answer for it, having seen the evidence; from now on it is what was done."""
    if progress.told_by_id == by.pk:
        raise SamePerson(f"task:{progress.task_id}")
    in_time(at=at, after=progress.told_at)
    waiting = TaskProgress.objects.waiting().filter(pk=progress.pk).exclude(told_by=by)
    if not waiting.update(confirmed_at=at, confirmed_by=by):
        raise AlreadyDecided(progress.pk)
    progress.refresh_from_db()
    confirmed = events.TaskProgressConfirmed(until=_until(progress), done=str(progress.done))
    write(confirmed, about=progress, by=by, at=at, after=progress.task)


@transaction.atomic
def return_progress(progress: TaskProgress, *, because: str, by: Person, at: datetime) -> None:
    """Send it back with the reason; whoever told it may withdraw it so, too."""
    if not because.strip():
        raise NoReason(progress.task_id)
    in_time(at=at, after=progress.told_at)
    waiting = TaskProgress.objects.waiting().filter(pk=progress.pk)
    if not waiting.update(returned_at=at, returned_by=by, returned_because=because.strip()):
        raise AlreadyDecided(progress.pk)
    progress.refresh_from_db()
    returned = events.TaskProgressReturned(until=_until(progress))
    write(returned, about=progress, by=by, at=at, after=progress.task)


def _until(progress: TaskProgress) -> str:
    return f"{progress.year}-{progress.month:02}"
