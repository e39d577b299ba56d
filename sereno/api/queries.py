"""What programs read, put together in as many questions for a large plan as for a small one."""

from collections import defaultdict
from datetime import date
from typing import Any

from django.db.models import QuerySet

from sereno.plans.models import Indicator, Objective, Plan, Target, Task
from sereno.plans.queries import components, confirmed
from sereno.reports.models import Figure
from sereno.reports.queries.goals import judged, period_of, standing_figures
from sereno.results.models import Measurement

# What a measurement is judged by; its other columns are read for nothing in a plan of hundreds.
JUDGED = (
    "target_id",
    "starts_at",
    "ends_at",
    "value",
    "numerator",
    "denominator",
    "absence",
)


def published_plans() -> QuerySet[Plan]:
    return Plan.objects.filter(published_at__isnull=False).order_by("-starts_on", "slug")


def whole(plan: Plan, *, on: date) -> dict[str, Any]:
    """A plan down to its targets, each with how far it got; ten questions whatever its size.

    Of a parish only the promise: with the target beside it, how far it got would tell its number,
    and few cases of a place could be told apart.
    """
    latest: dict[int, list[Figure]] = defaultdict(list)
    of_plan = standing_figures().filter(
        measurement__target__indicator__project__objective__component__plan=plan,
        measurement__target__parish=None,
    )
    for figure in of_plan.only("slug", *(f"measurement__{name}" for name in JUDGED)):
        latest[figure.measurement.target_id].append(figure)
    return _of(plan) | {
        "components": [
            {
                "id": component.pk,
                "name": component.name,
                "objectives": [
                    _objective(objective, latest, on) for objective in component.objectives.all()
                ],
            }
            for component in components(plan)
        ]
    }


def figures() -> QuerySet[Figure]:
    return (
        Figure.objects.select_related("measurement", "corrected_by")
        .defer("measurement__worksheet")
        .order_by("-published_at", "-pk")
    )


def figure_told(figure: Figure) -> dict[str, Any]:
    """A figure as it goes out; a value told in a parish's small cell is told on no other page."""
    measurement = figure.measurement
    period = period_of(measurement)
    return {
        "slug": figure.slug,
        "caption": figure.caption,
        "printed": figure.printed_value,
        "value": measurement.value,
        "absence": measurement.absence,
        "first": period.first,
        "last": period.last,
        "seal": measurement.seal,
        "published_at": figure.published_at,
        "corrected_by": figure.corrected_by.slug if hasattr(figure, "corrected_by") else "",
    }


def measurements(plan: Plan) -> QuerySet[Measurement]:
    return (
        Measurement.objects.filter(target__indicator__project__objective__component__plan=plan)
        .defer("worksheet")
        .order_by("-measured_at", "-pk")
    )


def state_of(measurement: Measurement) -> str:
    """How far a measurement came on its way: draft, reviewed, approved or returned."""
    if measurement.returned_at:
        return "returned"
    if measurement.approved_at:
        return "approved"
    return "reviewed" if measurement.reviewed_at else "draft"


def measurement_told(measurement: Measurement) -> dict[str, Any]:
    named = ("origin", "value", "numerator", "denominator", "absence", "starts_at", "ends_at")
    return {
        "id": measurement.pk,
        "target": measurement.target_id,
        "state": state_of(measurement),
        "seal": measurement.seal,
        **{name: getattr(measurement, name) for name in named},
    }


def _objective(objective: Objective, latest: dict[int, list[Figure]], on: date) -> dict[str, Any]:
    return {
        "id": objective.pk,
        "text": objective.text,
        "serves": [
            f"{one.serves.catalogue.code} {one.serves.number}"
            for one in objective.alignment_set.all()
        ],
        "projects": [
            {
                "id": project.pk,
                "name": project.name,
                "responsible": project.responsible.name,
                "partners": project.partners,
                "indicators": [
                    _indicator(indicator, latest, on) for indicator in project.indicators.all()
                ],
                "activities": [_task(task) for task in project.tasks.all()],
            }
            for project in objective.projects.all()
        ],
    }


def _task(task: Task) -> dict[str, Any]:
    """An activity with its twelve parts, where the plan says them, and what was confirmed."""
    told = confirmed(task)
    named = ("name", "partners", "verification", "starts_on", "ends_on", "cost")
    return {
        **{name: getattr(task, name) for name in named},
        "responsible": task.answers.name,
        "shares": list(task.programming.shares),
        "spending": list(task.programming.spending),
        "done": told[-1].done if told else None,
        "done_until": f"{told[-1].year}-{told[-1].month:02}" if told else "",
    }


def _indicator(indicator: Indicator, latest: dict[int, list[Figure]], on: date) -> dict[str, Any]:
    named = ("slug", "name", "definition", "unit", "direction", "over_time", "over_place")
    return {
        "id": indicator.pk,
        **{name: getattr(indicator, name) for name in named},
        "baseline": indicator.baseline,
        "verification": indicator.verification,
        "is_computed": indicator.is_computed,
        "targets": [_target(target, latest[target.pk], on) for target in indicator.targets.all()],
    }


def _target(target: Target, found: list[Figure], on: date) -> dict[str, Any]:
    goal = None if target.parish_id else judged(target, found, on=on)
    named = ("kind", "said", "source_words", "value", "high", "every_days", "universe")
    return {
        "id": target.pk,
        **{name: getattr(target, name) for name in named},
        "parish": target.parish.name if target.parish else "",
        "starts_on": target.starts_on,
        "ends_on": target.ends_on,
        "figure": goal.figure.slug if goal and goal.figure else "",
        "progress": {**vars(goal.progress), "standing": goal.standing} if goal else None,
    }


def _of(plan: Plan) -> dict[str, Any]:
    named = ("slug", "kind", "title", "source", "starts_on", "ends_on")
    return {name: getattr(plan, name) for name in named}
