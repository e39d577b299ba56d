"""A plan in draft, written by a program: its parts are added, amended and taken out."""

from typing import Any

from django.db.models import Model
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from ninja import Router, Schema, Status

from sereno.api import queries
from sereno.api.views import incoming, shapes
from sereno.api.views.auth import Bearer
from sereno.api.views.incoming import Number, PlanSlug, draft
from sereno.api.views.sent import sent
from sereno.api.views.staff import REFUSED, one_of, person
from sereno.plans import actions
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

router = Router(tags=["staff"])
writes = Bearer("plan.write")
MADE: dict[Any, Any] = {201: shapes.PartOut, **REFUSED}
AMENDED: dict[Any, Any] = {200: shapes.PartOut, **REFUSED}
UP = "objective__component__plan"
PLAN_OF: dict[type[Model], str] = {
    Component: "plan",
    Problem: "plan",
    Fact: "plan",
    Objective: "component__plan",
    Alignment: UP,
    Project: UP,
    Indicator: f"project__{UP}",
    Target: f"indicator__project__{UP}",
    Task: f"project__{UP}",
}


@router.get(
    "/drafts/{slug}",
    auth=Bearer("plan.see"),
    response={200: shapes.WholePlanOut, **REFUSED},
)
def read(request: HttpRequest, slug: PlanSlug) -> HttpResponse:
    """A plan whole, in draft too, with the number of each part."""
    found = one_of(Plan.objects.all(), slug=slug)
    return sent(queries.whole(found, on=timezone.localdate(timezone.now())))


@router.post("/drafts", auth=writes, response=MADE)
def begin(request: HttpRequest, told: incoming.PlanIn) -> Status[dict[str, Any]]:
    """Enter a plan: its title alone, or whole, down to the last target; all of it or nothing."""
    kept = actions.draft_plan(draft(told), by=person(request), at=timezone.now())
    return Status(201, {"part": "plan", "id": kept.pk, "plan": kept.slug})


@router.put("/drafts/{slug}", auth=writes, response=AMENDED)
def amend_plan(request: HttpRequest, slug: PlanSlug, told: incoming.PlanIn) -> dict[str, Any]:
    """Write title, source and period anew; the parts of a plan are amended one by one."""
    found = one_of(Plan.objects.all(), slug=slug)
    actions.amend_plan(found, draft(told), by=person(request), at=timezone.now())
    return {"part": "plan", "id": found.pk, "plan": told.slug}


@router.post("/drafts/{slug}/components", auth=writes, response=MADE)
def add_component(request: HttpRequest, slug: PlanSlug, told: incoming.ComponentIn) -> Any:
    return _grown(request, actions.add_component, one_of(Plan.objects.all(), slug=slug), told)


@router.post("/drafts/{slug}/problems", auth=writes, response=MADE)
def add_problem(request: HttpRequest, slug: PlanSlug, told: incoming.ProblemIn) -> Any:
    return _grown(request, actions.add_problem, one_of(Plan.objects.all(), slug=slug), told)


@router.post("/drafts/{slug}/facts", auth=writes, response=MADE)
def add_fact(request: HttpRequest, slug: PlanSlug, told: incoming.FactIn) -> Any:
    return _grown(request, actions.add_fact, one_of(Plan.objects.all(), slug=slug), told)


@router.post("/drafts/components/{pk}/objectives", auth=writes, response=MADE)
def add_objective(request: HttpRequest, pk: Number, told: incoming.ObjectiveIn) -> Any:
    return _grown(request, actions.add_objective, _part(Component, pk), told)


@router.post("/drafts/objectives/{pk}/alignments", auth=writes, response=MADE)
def align(request: HttpRequest, pk: Number, told: incoming.AlignmentIn) -> Any:
    return _grown(request, actions.align, _part(Objective, pk), told)


@router.post("/drafts/objectives/{pk}/projects", auth=writes, response=MADE)
def add_project(request: HttpRequest, pk: Number, told: incoming.ProjectIn) -> Any:
    return _grown(request, actions.add_project, _part(Objective, pk), told)


@router.post("/drafts/projects/{pk}/indicators", auth=writes, response=MADE)
def add_indicator(request: HttpRequest, pk: Number, told: incoming.IndicatorIn) -> Any:
    return _grown(request, actions.add_indicator, _part(Project, pk), told)


@router.post("/drafts/projects/{pk}/activities", auth=writes, response=MADE)
def add_activity(request: HttpRequest, pk: Number, told: incoming.ActivityIn) -> Any:
    return _grown(request, actions.add_task, _part(Project, pk), told)


@router.post("/drafts/indicators/{pk}/targets", auth=writes, response=MADE)
def set_target(request: HttpRequest, pk: Number, told: incoming.TargetIn) -> Any:
    return _grown(request, actions.set_target, _part(Indicator, pk), told)


@router.put("/drafts/components/{pk}", auth=writes, response=AMENDED)
def amend_component(request: HttpRequest, pk: Number, told: incoming.ComponentIn) -> Any:
    return _amended(request, actions.amend_component, _part(Component, pk), told)


@router.put("/drafts/problems/{pk}", auth=writes, response=AMENDED)
def amend_problem(request: HttpRequest, pk: Number, told: incoming.ProblemIn) -> Any:
    return _amended(request, actions.amend_problem, _part(Problem, pk), told)


@router.put("/drafts/facts/{pk}", auth=writes, response=AMENDED)
def amend_fact(request: HttpRequest, pk: Number, told: incoming.FactIn) -> Any:
    return _amended(request, actions.amend_fact, _part(Fact, pk), told)


@router.put("/drafts/objectives/{pk}", auth=writes, response=AMENDED)
def amend_objective(request: HttpRequest, pk: Number, told: incoming.ObjectiveIn) -> Any:
    return _amended(request, actions.amend_objective, _part(Objective, pk), told)


@router.put("/drafts/projects/{pk}", auth=writes, response=AMENDED)
def amend_project(request: HttpRequest, pk: Number, told: incoming.ProjectIn) -> Any:
    return _amended(request, actions.amend_project, _part(Project, pk), told)


@router.put("/drafts/indicators/{pk}", auth=writes, response=AMENDED)
def amend_indicator(request: HttpRequest, pk: Number, told: incoming.IndicatorIn) -> Any:
    return _amended(request, actions.amend_indicator, _part(Indicator, pk), told)


@router.put("/drafts/targets/{pk}", auth=writes, response=AMENDED)
def amend_target(request: HttpRequest, pk: Number, told: incoming.TargetIn) -> Any:
    return _amended(request, actions.amend_target, _part(Target, pk), told)


@router.put("/drafts/activities/{pk}", auth=writes, response=AMENDED)
def amend_activity(request: HttpRequest, pk: Number, told: incoming.ActivityIn) -> Any:
    return _amended(request, actions.amend_task, _part(Task, pk), told)


def _removes(name: str, kind: type[Any]) -> None:
    @router.delete(
        f"/drafts/{name}/{{pk}}",
        auth=writes,
        response={204: None, **REFUSED},
        operation_id=f"remove_{name}",
        url_name=f"remove-{name}",
        summary=f"Remove one of the {name}",
        description="Take a part out of a draft; what still holds parts of its own stays.",
    )
    def removed(request: HttpRequest, pk: Number) -> Status[None]:
        actions.remove(_part(kind, pk), by=person(request), at=timezone.now())
        return Status(204, None)


for _kind in PLAN_OF:
    _removes("activities" if _kind is Task else f"{_kind.__name__.lower()}s", _kind)


def _part(kind: type[Any], pk: int) -> Any:
    return one_of(kind.objects.select_related(PLAN_OF[kind]), pk=pk)


def _grown(request: HttpRequest, add: Any, whole: Any, told: Schema) -> Status[dict[str, Any]]:
    return Status(201, _told(add(whole, draft(told), by=person(request), at=timezone.now())))


def _amended(request: HttpRequest, amend: Any, part: Any, told: Schema) -> dict[str, Any]:
    amend(part, draft(told), by=person(request), at=timezone.now())
    return _told(part)


def _told(part: Any) -> dict[str, Any]:
    return {
        "part": "activity" if isinstance(part, Task) else type(part).__name__.lower(),
        "id": part.pk,
        "plan": actions.plan_of(part).slug,
    }
