"""A corrected edition is applied row by row: a draft is amended, a published plan is asked to."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from sereno.documents import events
from sereno.documents.actions.accepting import REFUSALS, Outcome, Say, accept, remember
from sereno.documents.actions.refusals import NoMonth, Rejected
from sereno.documents.models import Document, Item
from sereno.documents.rules import money
from sereno.documents.rules.goals import goal_of
from sereno.documents.rules.rows import Belongs, belongs, plain
from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.budget import actions as budget
from sereno.plans.budget.models import Month
from sereno.plans.models import Indicator, Project, Target
from sereno.plans.rules import ProjectDraft

Pair = tuple[Item | None, Item]


@transaction.atomic
def apply_edition(
    document: Document, pairs: Sequence[Pair], *, reason: str, say: Say, by: Person, at: datetime
) -> Outcome:
    """Apply what was chosen of a corrected edition: pairs of the row before, if any, and now."""
    new = [now for before, now in pairs if before is None]
    first = accept(document, new, say=say, by=by, at=at) if new else Outcome(0, 0)
    accepted, rejected = first.accepted, first.rejected
    became = []
    for before, now in pairs:
        if before is None:
            continue
        now.decided_at, now.decided_by = at, by
        try:
            with transaction.atomic():
                apply_row(document, before, now, reason=reason, by=by, at=at)
        except REFUSALS as refusal:
            now.reject = say(refusal)[:300]
            rejected += 1
        else:
            now.state, now.became, now.reject = Item.State.ACCEPTED, before.became, ""
            remember(now, [before.became])
            became.append(now.became)
            accepted += 1
        now.save()
    told = events.EditionApplied(became=became, rejected=rejected)
    write(told, about=document, by=by, at=at, after=document.corrects)
    return Outcome(accepted, rejected)


def apply_row(
    document: Document, before: Item, now: Item, *, reason: str, by: Person, at: datetime
) -> None:
    """What the row before had become takes the words of the row now."""
    where = belongs(now.fields, document.kind)
    if where is Belongs.MONEY:
        _money(document, now, reason=reason, by=by, at=at)
    elif where is Belongs.GOAL:
        _goal(before, now, reason=reason, by=by, at=at)
    else:
        raise Rejected("row", "nothing")


def _money(document: Document, now: Item, *, reason: str, by: Person, at: datetime) -> None:
    """An open month takes the new amounts; a closed one waits for another person."""
    if not document.year or not document.month:
        raise NoMonth(document.pk)
    text = money.statement([now.fields])
    month = Month.objects.filter(year=document.year, number=document.month).first()
    if month and month.closed_at:
        budget.propose_correction(month, text, reason=reason[:300], by=by, at=at)
    else:
        budget.take_statement(document.year, document.month, text, by=by, at=at)


def _goal(before: Item, now: Item, *, reason: str, by: Person, at: datetime) -> None:
    kind, _colon, key = before.became.partition(":")
    found = Target.objects.filter(pk=key).first() if kind == "target" else None
    if found is None:
        raise Rejected("plan", "published")
    plan = planning.plan_of(found)
    goal = goal_of(now.fields, title=now.title, starts_on=plan.starts_on, ends_on=plan.ends_on)
    if plan.published_at:
        _ask(found, goal.project, reason=reason, by=by, at=at)
    else:
        _amend(found, goal.project, by=by, at=at)


def _ask(target: Target, project: ProjectDraft, *, reason: str, by: Person, at: datetime) -> None:
    """What anyone may read changes between two people: this asks for it, and another confirms."""
    drafts = [draft for indicator in project.indicators for draft in indicator.targets]
    if len(drafts) != 1 or drafts[0].kind != target.kind:
        raise Rejected("plan", "published")
    amount = planning.NewAmount(drafts[0].value, drafts[0].high, drafts[0].every_days)
    planning.propose_change(target, amount, because=reason, by=by, at=at)


def _amend(target: Target, project: ProjectDraft, *, by: Person, at: datetime) -> None:
    indicator: Indicator = target.indicator
    held: Project = indicator.project
    planning.amend_project(held, replace(project, indicators=(), tasks=()), by=by, at=at)
    there = {plain(task.name): task for task in held.tasks.all()}
    for task in project.tasks:
        if plain(task.name) in there:
            planning.amend_task(there[plain(task.name)], task, by=by, at=at)
        else:
            planning.add_task(held, task, by=by, at=at)
    drafts = project.indicators
    if len(drafts) != 1 or len(drafts[0].targets) != 1:
        raise Rejected("plan", "there")
    planning.amend_target(target, drafts[0].targets[0], by=by, at=at)
    same = replace(
        drafts[0],
        slug=indicator.slug,
        source=indicator.source,
        formula=indicator.formula,
        targets=(),
    )
    planning.amend_indicator(indicator, same, by=by, at=at)
