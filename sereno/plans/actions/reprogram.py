"""A published activity is programmed otherwise: one person asks and says why, another confirms.

What was in force before stays written, with its last day, as with the targets.
"""

from datetime import datetime, timedelta

from django.db import IntegrityError, transaction
from django.utils import timezone

from sereno.logbook.actions import in_time, write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.amend import plan_of
from sereno.plans.actions.answer import confirm_waiting, reason, refuse_waiting
from sereno.plans.actions.refusals import (
    ChangeWaiting,
    NothingChanged,
    PlanIsDraft,
)
from sereno.plans.actions.tree import programming_row
from sereno.plans.models import Task, TaskChange
from sereno.plans.rules import Programming, as_row


@transaction.atomic
def propose_reprogramming(
    task: Task, said: Programming, *, because: str, by: Person, at: datetime
) -> TaskChange:
    """Ask for other days, months or money. Nothing changes until another person confirms it."""
    plan = plan_of(task)
    if plan.published_at is None:
        raise PlanIsDraft(plan.slug)
    words = reason(because, of=task.pk)
    in_time(at=at, after=plan.published_at)
    held = Task.objects.select_for_update().get(pk=task.pk)
    old = as_row(held.programming)
    for name, value in programming_row(plan, said, task.name).items():
        setattr(held, name, value)
    new = as_row(held.programming)
    if old == new:
        raise NothingChanged(task.pk)
    try:
        with transaction.atomic():
            change = TaskChange.objects.create(
                task=task,
                old=old,
                new=new,
                because=words,
                proposed_at=at,
                proposed_by=by,
            )
    except IntegrityError as problem:
        raise ChangeWaiting(task.pk) from problem
    write(events.TaskChangeProposed(new=new), about=change, by=by, at=at, after=task)
    return change


@transaction.atomic
def confirm_reprogramming(change: TaskChange, *, by: Person, at: datetime) -> None:
    """Answer for it: the new programming is in force from today on."""
    task = Task.objects.select_for_update().get(pk=change.task_id)
    confirm_waiting(change, of=f"task:{task.pk}", by=by, at=at)
    until = timezone.localdate(at) - timedelta(days=1)
    task.earlier = [*task.earlier, {"until": until.isoformat(), **as_row(task.programming)}]
    row = programming_row(plan_of(task), change.becomes, task.name)
    for name, value in row.items():
        setattr(task, name, value)
    task.save(update_fields=["earlier", *row])
    change.refresh_from_db()
    changed = events.TaskChanged(programming=as_row(task.programming))
    write(changed, about=task, by=by, at=at, after=change)


@transaction.atomic
def refuse_reprogramming(change: TaskChange, *, because: str, by: Person, at: datetime) -> None:
    """Leave it programmed as it is, and say why; whoever asked may withdraw it so, too."""
    refuse_waiting(change, of=change.task_id, because=because, by=by, at=at)
    write(events.TaskChangeRefused(), about=change, by=by, at=at, after=change.task)
