"""A row grows into a draft: each part from component to target is found there, or added."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sereno.documents.actions.refusals import Rejected
from sereno.documents.readers.values.alignments import aligned
from sereno.documents.rules.goals import Goal
from sereno.documents.rules.rows import plain
from sereno.logbook.actions import subject_of
from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.forms import free_slug
from sereno.plans.models import (
    Catalogue,
    CatalogueObjective,
    Component,
    Indicator,
    Objective,
    Plan,
    Project,
)
from sereno.plans.rules import AlignmentDraft, ComponentDraft, ObjectiveDraft


def grow(plan: Plan, goal: Goal, *, by: Person, at: datetime) -> list[str]:
    """Add what is not there yet; the words of what was added, from the top down.

    A part with the same words is the same part: ten rows of one objective make it once.
    """
    made: list[str] = []
    component = _component(plan, goal.component, made, by=by, at=at)
    objective = _objective(component, goal.objective, made, by=by, at=at)
    _align(objective, goal.serves, made, by=by, at=at)
    project = _project(objective, goal, made, by=by, at=at)
    there = {plain(task.name) for task in project.tasks.all()}
    made += [
        subject_of(planning.add_task(project, task, by=by, at=at))
        for task in goal.project.tasks
        if plain(task.name) not in there
    ]
    for draft in goal.project.indicators:
        name = plain(draft.name)
        if any(plain(one.name) == name for one in project.indicators.all()):
            raise Rejected("plan", "indicator_there", text=draft.name)
        slug = free_slug(draft.name, Indicator, 80)
        indicator = planning.add_indicator(project, replace(draft, slug=slug), by=by, at=at)
        made.append(subject_of(indicator))
        made += [subject_of(target) for target in indicator.targets.all()]
    return made


def _component(plan: Plan, name: str, made: list[str], *, by: Person, at: datetime) -> Component:
    for one in plan.components.all():
        if plain(one.name) == plain(name):
            return one
    component = planning.add_component(plan, ComponentDraft(name), by=by, at=at)
    made.append(subject_of(component))
    return component


def _objective(
    component: Component, text: str, made: list[str], *, by: Person, at: datetime
) -> Objective:
    for one in component.objectives.all():
        if plain(one.text) == plain(text):
            return one
    objective = planning.add_objective(component, ObjectiveDraft(text), by=by, at=at)
    made.append(subject_of(objective))
    return objective


def _align(
    objective: Objective, serves: Sequence[str], made: list[str], *, by: Person, at: datetime
) -> None:
    """To every objective of a catalogue in force here that the words name, once."""
    if not serves:
        return
    names = dict(Catalogue.objects.values_list("code", "name"))
    wanted = [pair for text in serves for pair in aligned(text, names)]
    known = set(
        CatalogueObjective.objects.filter(
            catalogue__code__in={code for code, _number in wanted}
        ).values_list("catalogue__code", "number")
    )
    there = set(objective.alignment_set.values_list("serves__catalogue__code", "serves__number"))
    for code, number in dict.fromkeys(wanted):
        if (code, number) in known - there:
            draft = AlignmentDraft(code, number)
            made.append(subject_of(planning.align(objective, draft, by=by, at=at)))


def _project(
    objective: Objective, goal: Goal, made: list[str], *, by: Person, at: datetime
) -> Project:
    for one in objective.projects.all():
        if plain(one.name) == plain(goal.project.name):
            return one
    bare = replace(goal.project, indicators=(), tasks=())
    project = planning.add_project(objective, bare, by=by, at=at)
    made.append(subject_of(project))
    return project
