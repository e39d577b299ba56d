"""Rows are accepted into the plan, the budget and what people asked; one that cannot stays out.

Nothing here writes another room's tables: each row goes through that room's own actions, under
the rights of whoever accepts it.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.assemblies.actions import refusals as of_assemblies
from sereno.documents import events
from sereno.documents.actions import asking, measuring, planning, spending
from sereno.documents.actions.refusals import (
    AlreadyDecided,
    NoMonth,
    NoPlan,
    NotRead,
    NotYours,
    Rejected,
)
from sereno.documents.models import Document, Item, Origin
from sereno.documents.rules.goals import NoGoal, goal_of
from sereno.documents.rules.rows import Belongs, belongs
from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans.actions import refusals as of_plans
from sereno.plans.budget.actions import refusals as of_budget
from sereno.results.actions import refusals as of_results
from sereno.results.rules.evidence import NotEvidence

TURN = 25  # rows; some 200 ms of the one writer of the embedded database
ACTS = {
    Belongs.GOAL: "plan.write",
    Belongs.MONEY: "budget.write",
    Belongs.ASKED: "suggestion.group",
    Belongs.PROGRESS: "measurement.take",
}


def _every_refusal() -> tuple[type[Exception], ...]:
    rooms = (of_assemblies, of_plans, of_budget, of_results)
    named = [
        one
        for room in rooms
        for one in vars(room).values()
        if isinstance(one, type) and issubclass(one, Exception)
    ]
    return (*named, NotEvidence, NoGoal, NoMonth, NoPlan, NotYours, Rejected)


REFUSALS = _every_refusal()
Say = Callable[[Exception], str]


@dataclass(frozen=True)
class Outcome:
    """How many rows entered, and which did not."""

    accepted: int
    rejected: int


@transaction.atomic
def accept(
    document: Document,
    items: Sequence[Item],
    *,
    say: Say,
    by: Person,
    at: datetime,
    unreviewed: bool = False,
) -> Outcome:
    """Accept these rows, each by itself; ``say`` puts a refusal into the words that are kept.

    ``unreviewed`` is written beside each row, with who did it: nobody looked at it first.
    """
    held = Document.objects.select_for_update().get(pk=document.pk)
    if held.state not in {Document.State.READ, Document.State.REVIEWED}:
        raise NotRead(held.pk)
    chosen = Item.objects.select_for_update().filter(
        pk__in=[item.pk for item in items], document=held
    )
    rows = list(chosen.in_order())
    decided = [row for row in rows if row.state == Item.State.ACCEPTED]
    if decided and len(rows) == 1:
        raise AlreadyDecided(decided[0].pk)
    rows = [row for row in rows if row.state != Item.State.ACCEPTED]
    made = _all_made(held, rows, by=by, at=at)
    became: list[str] = []
    for row, found in zip(rows, made, strict=True):
        row.decided_at, row.decided_by, row.is_unreviewed = at, by, unreviewed
        if isinstance(found, Exception):
            row.reject = say(found)[:300]
            continue
        row.state, row.reject, row.made, row.became = Item.State.ACCEPTED, "", found, found[-1]
        became.append(row.became)
        remember(row, found)
    names = ["state", "reject", "made", "became", "decided_at", "decided_by", "is_unreviewed"]
    Item.objects.bulk_update(rows, names, batch_size=200)
    told = events.RowsAccepted(
        became=became, rejected=len(rows) - len(became), unreviewed=unreviewed
    )
    write(told, about=held, by=by, at=at, after=held.plan)
    return Outcome(len(became), len(rows) - len(became))


def accept_in_turns(
    document: Document,
    items: Sequence[Item],
    *,
    say: Say,
    by: Person,
    at: datetime,
    unreviewed: bool = False,
) -> Outcome:
    """Accept many rows in transactions short enough that an alarm need not wait for a plan."""
    accepted = rejected = 0
    for start in range(0, len(items), TURN):
        turn = items[start : start + TURN]
        outcome = accept(document, turn, say=say, by=by, at=at, unreviewed=unreviewed)
        accepted, rejected = accepted + outcome.accepted, rejected + outcome.rejected
    return Outcome(accepted, rejected)


def _all_made(
    document: Document, rows: Sequence[Item], *, by: Person, at: datetime
) -> list[list[str] | Exception]:
    """What each row came to. Rows of a statement go together, all others one by one."""
    found: dict[int, list[str] | Exception] = {}
    money = []
    for row in rows:
        where = belongs(row.fields, document.kind)
        if where in ACTS and not by.may(ACTS[where]):
            found[row.pk] = NotYours(ACTS[where])
        elif where is Belongs.MONEY:
            money.append(row)
        else:
            found[row.pk] = _made(document, row, where, by=by, at=at)
    if money:
        found |= _money(document, money, by=by, at=at)
    return [found[row.pk] for row in rows]


def _money(
    document: Document, rows: Sequence[Item], *, by: Person, at: datetime
) -> dict[int, list[str] | Exception]:
    try:
        if not document.year or not document.month:
            raise NoMonth(document.pk)
        with transaction.atomic():
            made = spending.spend(
                [row.fields for row in rows],
                document.year,
                document.month,
                document.plan,
                by=by,
                at=at,
            )
    except REFUSALS as refusal:
        return {row.pk: refusal for row in rows}
    return {row.pk: one for row, one in zip(rows, made, strict=True)}


def _made(
    document: Document, row: Item, where: Belongs, *, by: Person, at: datetime
) -> list[str] | Exception:
    """What one row came to, or why it did not; a refusal leaves nothing of it behind."""
    try:
        with transaction.atomic():
            if where is Belongs.GOAL:
                return _goal(document, row, by=by, at=at)
            if where is Belongs.ASKED:
                year = asking.year_of(document.year, at=at)
                return asking.ask(row.fields, document.plan, year, by=by, at=at)
            if where is Belongs.PROGRESS:
                return measuring.tell(document, row.fields, by=by, at=at)
            raise Rejected("row", "nothing")
    except REFUSALS as refusal:
        return refusal


def _goal(document: Document, row: Item, *, by: Person, at: datetime) -> list[str]:
    plan = document.plan
    if plan is None:
        raise NoPlan(document.pk)
    goal = goal_of(row.fields, title=row.title, starts_on=plan.starts_on, ends_on=plan.ends_on)
    made = planning.grow(plan, goal, by=by, at=at)
    if not made:
        raise Rejected("plan", "there")
    return made


def remember(row: Item, made: Sequence[str]) -> None:
    """Beside everything that a row became: the words and the places it was read from."""
    Origin.objects.bulk_create(
        Origin(
            subject=subject,
            item=row,
            field=name[:40],
            text=field.get("text", ""),
            places=field.get("source", []),
        )
        for subject in made
        for name, field in row.fields.items()
        if field.get("text")
    )
