"""A plan is drafted, grown part by part or entered whole, and published."""

from collections.abc import Sequence
from datetime import datetime
from typing import TypeVar

from django.db import models, transaction

from sereno.logbook.actions import Draft, in_time, subject_of, write, write_all
from sereno.people.models import Person
from sereno.plans import events
from sereno.plans.actions.refusals import (
    NothingPromised,
    PlanIsPublished,
    SamePerson,
    SlugTaken,
)
from sereno.plans.actions.seal import seal_of
from sereno.plans.actions.tree import Tree, in_order
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
    AlignmentDraft,
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
)

Part = TypeVar("Part", bound=models.Model)


@transaction.atomic
def draft_plan(draft: PlanDraft, *, by: Person, at: datetime) -> Plan:
    """Enter a plan: its title alone, or whole, down to the last target, in one transaction."""
    in_order(draft.starts_on, draft.ends_on, draft.title)
    if draft.slug in RESERVED or Plan.objects.filter(slug=draft.slug).exists():
        raise SlugTaken(draft.slug)
    plan = Plan.objects.create(
        kind=draft.kind,
        slug=draft.slug,
        title=draft.title,
        source=draft.source,
        starts_on=draft.starts_on,
        ends_on=draft.ends_on,
        vision=draft.vision,
        vision_until=draft.vision_until,
        drafted_at=at,
        drafted_by=by,
    )
    tree = Tree(plan)
    tree.components(draft.components)
    tree.problems(draft.problems)
    tree.facts(draft.facts)
    drafted = events.PlanDrafted(kind=plan.kind, targets=len(tree.targets))
    write(drafted, about=plan, by=by, at=at)
    _write_promises(tree, by=by, at=at)
    return plan


@transaction.atomic
def add_component(plan: Plan, draft: ComponentDraft, *, by: Person, at: datetime) -> Component:
    tree = Tree(in_draft(plan))
    last = plan.components.aggregate(last=models.Max("position"))["last"]
    (component,) = tree.components([draft], first=(last or 0) + 1)
    return _grown(tree, component, by=by, at=at)


@transaction.atomic
def add_objective(
    component: Component, draft: ObjectiveDraft, *, by: Person, at: datetime
) -> Objective:
    tree = Tree(in_draft(component.plan))
    last = component.objectives.aggregate(last=models.Max("position"))["last"]
    (objective,) = tree.objectives([(component, (last or 0) + 1, draft)])
    return _grown(tree, objective, by=by, at=at)


@transaction.atomic
def add_problem(plan: Plan, draft: ProblemDraft, *, by: Person, at: datetime) -> Problem:
    """Add a line to the diagnosis of a draft."""
    tree = Tree(in_draft(plan))
    last = plan.problems.aggregate(last=models.Max("position"))["last"]
    (problem,) = tree.problems([draft], first=(last or 0) + 1)
    return _grown(tree, problem, by=by, at=at)


@transaction.atomic
def add_fact(plan: Plan, draft: FactDraft, *, by: Person, at: datetime) -> Fact:
    """Add a number of the diagnosis of a draft, as its source says it."""
    tree = Tree(in_draft(plan))
    last = plan.facts.aggregate(last=models.Max("position"))["last"]
    (fact,) = tree.facts([draft], first=(last or 0) + 1)
    return _grown(tree, fact, by=by, at=at)


@transaction.atomic
def align(objective: Objective, draft: AlignmentDraft, *, by: Person, at: datetime) -> Alignment:
    """Say that an objective serves one of a catalogue."""
    tree = Tree(in_draft(objective.component.plan))
    (alignment,) = tree.alignments([(objective, draft)])
    return _grown(tree, alignment, by=by, at=at)


@transaction.atomic
def add_project(objective: Objective, draft: ProjectDraft, *, by: Person, at: datetime) -> Project:
    tree = Tree(in_draft(objective.component.plan))
    (project,) = tree.projects([(objective, draft)])
    return _grown(tree, project, by=by, at=at)


@transaction.atomic
def add_indicator(
    project: Project, draft: IndicatorDraft, *, by: Person, at: datetime
) -> Indicator:
    tree = Tree(in_draft(project.objective.component.plan))
    (indicator,) = tree.indicators([(project, draft)])
    return _grown(tree, indicator, by=by, at=at)


@transaction.atomic
def set_target(indicator: Indicator, draft: TargetDraft, *, by: Person, at: datetime) -> Target:
    """Promise so much for a period: its own logbook line is where the walk back ends."""
    tree = Tree(in_draft(indicator.project.objective.component.plan))
    (target,) = tree.set_targets([(indicator, draft)])
    _write_promises(tree, by=by, at=at)
    return target


@transaction.atomic
def add_task(project: Project, draft: TaskDraft, *, by: Person, at: datetime) -> Task:
    """Add an activity to a project of a draft, with its months where they are known."""
    tree = Tree(in_draft(project.objective.component.plan))
    (task,) = tree.add_tasks([(project, draft)])
    return _grown(tree, task, by=by, at=at)


@transaction.atomic
def publish_plan(plan: Plan, *, by: Person, at: datetime) -> None:
    """Let anyone read the plan; from here on its promises do not change."""
    if by == plan.drafted_by:
        raise SamePerson(plan.slug)
    in_time(at=at, after=plan.drafted_at)
    if not _promises(plan):
        raise NothingPromised(plan.slug)
    drafts = Plan.objects.filter(pk=plan.pk, published_at=None).exclude(drafted_by=by)
    if not drafts.update(published_at=at, published_by=by):
        raise PlanIsPublished(plan.slug)
    plan.refresh_from_db()
    write(events.PlanPublished(seal=seal_of(plan)), about=plan, by=by, at=at)


def _promises(plan: Plan) -> bool:
    """Whether anything of it can be asked for later: a target, or an activity with its days."""
    project = "project__objective__component__plan"
    targets = Target.objects.filter(**{f"indicator__{project}": plan})
    return targets.exists() or Task.objects.filter(**{project: plan}).exists()


def in_draft(plan: Plan) -> Plan:
    """The plan, held until this transaction ends, so that nobody publishes it meanwhile."""
    held = Plan.objects.select_for_update().filter(pk=plan.pk, published_at=None).first()
    if held is None:
        raise PlanIsPublished(plan.slug)
    return held


def promised(targets: Sequence[Target], *, by: Person, at: datetime) -> list[Draft]:
    """One line for each target: its kind, and how much or how often."""
    return [
        Draft(
            events.TargetSet(kind=target.kind, value=str(target.value or target.every_days or "")),
            about=subject_of(target),
            by=subject_of(by),
            at=at,
            after=f"plan:{target.indicator.project.objective.component.plan_id}",
        )
        for target in targets
    ]


def scheduled(tree: Tree, *, by: Person, at: datetime) -> list[Draft]:
    """One line for each activity: its months and its money."""
    return [
        Draft(
            events.TaskProgrammed(programming=as_row(task.programming)),
            about=subject_of(task),
            by=subject_of(by),
            at=at,
            after=subject_of(tree.plan),
        )
        for task in tree.tasks
    ]


def _write_promises(tree: Tree, *, by: Person, at: datetime) -> None:
    write_all(promised(tree.targets, by=by, at=at) + scheduled(tree, by=by, at=at))


def _grown(tree: Tree, part: Part, *, by: Person, at: datetime) -> Part:
    write(events.PlanExtended(part=subject_of(part)), about=tree.plan, by=by, at=at)
    _write_promises(tree, by=by, at=at)
    return part
