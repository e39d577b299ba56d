"""A part of a draft is written anew, or taken out; what was published stays as it is."""

from datetime import datetime

from django.db import models, transaction

from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.draft import in_draft
from sereno.plans.actions.refusals import PartInUse, SlugTaken
from sereno.plans.actions.tree import (
    columns,
    free_slugs,
    in_order,
    measurable,
    objectives_numbered,
    parishes_named,
    programming_row,
    row_of_task,
    units_named,
)
from sereno.plans.models import (
    Alignment,
    Component,
    Fact,
    Indicator,
    Objective,
    Plan,
    Problem,
    Project,
    Target,
    Task,
)
from sereno.plans.rules import (
    RESERVED,
    ComponentDraft,
    FactDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProblemDraft,
    ProjectDraft,
    TargetDraft,
    TaskDraft,
    as_row,
    stated,
)

COVER = ("kind", "slug", "title", "source", "starts_on", "ends_on", "vision", "vision_until")
Part = Fact | Problem | Component | Objective | Alignment | Project | Indicator | Target | Task


@transaction.atomic
def amend_plan(plan: Plan, draft: PlanDraft, *, by: Person, at: datetime) -> None:
    """Write title, source and period anew; every promise must still lie inside the period."""
    held = in_draft(plan)
    in_order(draft.starts_on, draft.ends_on, draft.title)
    others = Plan.objects.filter(slug=draft.slug).exclude(pk=plan.pk)
    if draft.slug in RESERVED or others.exists():
        raise SlugTaken(draft.slug)
    for name in COVER:
        setattr(held, name, getattr(draft, name))
    targets = Target.objects.filter(indicator__project__objective__component__plan=plan)
    for target in targets.select_related("indicator", "parish"):
        measurable(held, target.indicator, draft_of(target))
    for task in Task.objects.filter(project__objective__component__plan=plan):
        programming_row(held, task.programming, task.name)
    held.save()
    write(events.PlanAmended(part=subject_of(held)), about=held, by=by, at=at)


@transaction.atomic
def amend_component(
    component: Component, draft: ComponentDraft, *, by: Person, at: datetime
) -> None:
    _amend(component, {"name": draft.name}, by=by, at=at)


@transaction.atomic
def amend_objective(
    objective: Objective, draft: ObjectiveDraft, *, by: Person, at: datetime
) -> None:
    _amend(objective, {"text": draft.text}, by=by, at=at)


@transaction.atomic
def amend_problem(problem: Problem, draft: ProblemDraft, *, by: Person, at: datetime) -> None:
    """Write a line of the diagnosis anew, and what answers it."""
    names = ("theme", "text", "zones", "actors")
    _amend(problem, {name: getattr(draft, name) for name in names}, by=by, at=at)
    problem.objectives.set(objectives_numbered(problem.plan, draft.objectives))


@transaction.atomic
def amend_fact(fact: Fact, draft: FactDraft, *, by: Person, at: datetime) -> None:
    """Write a number of the diagnosis anew."""
    _amend(fact, {name: getattr(draft, name) for name in FactDraft.columns()}, by=by, at=at)


@transaction.atomic
def amend_project(project: Project, draft: ProjectDraft, *, by: Person, at: datetime) -> None:
    in_order(draft.starts_on, draft.ends_on, draft.name)
    names = ("name", "partners", "suggestion", "starts_on", "ends_on", "period_note")
    row = {name: getattr(draft, name) for name in names}
    unit = units_named({draft.responsible})[draft.responsible]
    _amend(project, row | {"responsible": unit}, by=by, at=at)


@transaction.atomic
def amend_indicator(
    indicator: Indicator, draft: IndicatorDraft, *, by: Person, at: datetime
) -> None:
    """Write it anew, source and formula too; its targets must still make sense."""
    if draft.slug != indicator.slug:
        free_slugs([draft.slug])
    plan = plan_of(indicator)
    draft = stated(draft)
    row = {name: getattr(draft, name) for name in draft.__dataclass_fields__ if name != "targets"}
    for name, value in row.items():
        setattr(indicator, name, value)
    for target in indicator.targets.select_related("parish"):
        measurable(plan, indicator, draft_of(target))
    _amend(indicator, row, by=by, at=at)


@transaction.atomic
def amend_target(target: Target, draft: TargetDraft, *, by: Person, at: datetime) -> None:
    measurable(plan_of(target), target.indicator, draft)
    parishes = parishes_named({draft.parish} if draft.parish else set())
    _amend(target, columns(draft, parishes), by=by, at=at)
    promised = events.TargetSet(
        kind=target.kind, value=str(target.value or target.every_days or "")
    )
    write(promised, about=target, by=by, at=at)


@transaction.atomic
def amend_task(task: Task, draft: TaskDraft, *, by: Person, at: datetime) -> None:
    """Write an activity of a draft anew, with its months and its money."""
    units = units_named({draft.responsible} if draft.responsible else set())
    row = row_of_task(plan_of(task), draft, units)
    _amend(task, row, by=by, at=at)
    said = events.TaskProgrammed(programming=as_row(task.programming))
    write(said, about=task, by=by, at=at, after=plan_of(task))


@transaction.atomic
def tie(indicator: Indicator, *, source: str, formula: str, by: Person, at: datetime) -> None:
    """Say where the number will come from, before the plan is published; empty: it is reported."""
    in_draft(plan_of(indicator))
    Indicator.objects.filter(pk=indicator.pk).update(source=source, formula=formula)
    indicator.refresh_from_db()
    tied = events.IndicatorTied(source=source, formula=formula)
    write(tied, about=indicator, by=by, at=at, after=plan_of(indicator))


@transaction.atomic
def remove(part: Part, *, by: Person, at: datetime) -> None:
    """Take a part out of a draft; what still holds parts of its own stays."""
    plan = in_draft(plan_of(part))
    subject = subject_of(part)
    if isinstance(part, Objective):
        Alignment.objects.filter(objective=part).delete()
    try:
        part.delete()
    except models.ProtectedError as problem:
        raise PartInUse(subject) from problem
    write(events.PlanShortened(part=subject), about=plan, by=by, at=at)


def plan_of(part: Part) -> Plan:
    match part:
        case Target():
            return plan_of(part.indicator)
        case Indicator() | Task():
            return plan_of(part.project)
        case Project() | Alignment():
            return plan_of(part.objective)
        case Objective():
            return plan_of(part.component)
        case Component() | Problem() | Fact():
            return part.plan


def draft_of(target: Target) -> TargetDraft:
    """A kept target as it would be written anew."""
    return TargetDraft(
        kind=target.kind,
        starts_on=target.starts_on,
        ends_on=target.ends_on,
        value=target.value,
        universe=target.universe,
        universe_size=target.universe_size,
        every_days=target.every_days,
        high=target.high,
        scale=target.scale,
        condition=target.condition,
        source_words=target.source_words,
        group=target.group,
        parish=target.parish.name if target.parish else "",
    )


def _amend(part: Part, row: dict[str, object], *, by: Person, at: datetime) -> None:
    plan = in_draft(plan_of(part))
    for name, value in row.items():
        setattr(part, name, value)
    part.save(update_fields=list(row))
    write(events.PlanAmended(part=subject_of(part)), about=plan, by=by, at=at)
