"""A published target promises another amount: one person asks and says why, another confirms.

What was in force before stays written, with its last day. A change reaches forward only: what was
counted up to an earlier day goes on being compared with what was promised on that day.
"""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from decimal import Decimal

from django.db import IntegrityError, transaction
from django.utils import timezone

from sereno.logbook.actions import in_time, write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.amend import draft_of, plan_of
from sereno.plans.actions.answer import confirm_waiting, reason, refuse_waiting
from sereno.plans.actions.refusals import (
    ChangeWaiting,
    NothingChanged,
    PlanIsDraft,
)
from sereno.plans.actions.tree import measurable
from sereno.plans.models import Target, TargetChange
from sereno.plans.rules import Kind

AMOUNT = ("value", "high", "every_days")


@dataclass(frozen=True)
class NewAmount:
    """How much is to be promised from now on; of a rhythm, how often."""

    value: Decimal | None = None
    high: Decimal | None = None
    every_days: int | None = None


@transaction.atomic
def propose_change(
    target: Target, amount: NewAmount, *, because: str, by: Person, at: datetime
) -> TargetChange:
    """Ask for another amount. Nothing changes until another person confirms it."""
    plan = plan_of(target)
    if plan.published_at is None:
        raise PlanIsDraft(plan.slug)
    words = reason(because, of=target.pk)
    in_time(at=at, after=plan.published_at)
    held = Target.objects.select_for_update().get(pk=target.pk)
    old, new = amount_of(held), _of_its_kind(held, amount)
    if old == new:
        raise NothingChanged(target.pk)
    measurable(plan, target.indicator, replace(draft_of(target), **vars(new)))
    try:
        with transaction.atomic():
            change = TargetChange.objects.create(
                target=target,
                because=words,
                proposed_at=at,
                proposed_by=by,
                **{f"old_{name}": getattr(old, name) for name in AMOUNT},
                **{f"new_{name}": getattr(new, name) for name in AMOUNT},
            )
    except IntegrityError as problem:
        raise ChangeWaiting(target.pk) from problem
    proposed = events.TargetChangeProposed(old=_plain(old), new=_plain(new))
    write(proposed, about=change, by=by, at=at, after=target)
    return change


@transaction.atomic
def confirm_change(change: TargetChange, *, by: Person, at: datetime) -> None:
    """Answer for it: the new amount is in force from today on, the old one until yesterday."""
    target = Target.objects.select_for_update().get(pk=change.target_id)
    confirm_waiting(change, of=f"target:{target.pk}", by=by, at=at)
    old = amount_of(target)
    until = timezone.localdate(at) - timedelta(days=1)
    target.earlier = [*target.earlier, {"until": until.isoformat(), **_kept(old)}]
    for name in AMOUNT:
        setattr(target, name, getattr(change, f"new_{name}"))
    target.save(update_fields=["earlier", *AMOUNT])
    change.refresh_from_db()
    changed = events.TargetChanged(old=_plain(old), new=_plain(amount_of(target)))
    write(changed, about=target, by=by, at=at, after=change)


@transaction.atomic
def refuse_change(change: TargetChange, *, because: str, by: Person, at: datetime) -> None:
    """Leave the promise as it is, and say why; whoever asked may withdraw it so, too."""
    refuse_waiting(change, of=change.target_id, because=because, by=by, at=at)
    write(events.TargetChangeRefused(), about=change, by=by, at=at, after=change.target)


def amount_of(target: Target) -> NewAmount:
    return NewAmount(target.value, target.high, target.every_days)


def _of_its_kind(target: Target, amount: NewAmount) -> NewAmount:
    """A rhythm changes how often, a document nothing, all else how much."""
    if target.kind in {Kind.MILESTONE, Kind.OBSERVED}:
        return amount_of(target)
    if target.kind == Kind.FREQUENCY:
        return NewAmount(every_days=amount.every_days)
    return NewAmount(value=amount.value, high=amount.high)


def _kept(amount: NewAmount) -> dict[str, str | int | None]:
    """An amount as it is kept beside the target: decimals as exact text."""
    return {
        name: str(value) if isinstance(value, Decimal) else value
        for name, value in vars(amount).items()
    }


def _plain(amount: NewAmount) -> str:
    """``5``, or ``5..10`` for two bounds."""
    low = amount.value if amount.every_days is None else amount.every_days
    return f"{low}..{amount.high}" if amount.high is not None else str(low)
