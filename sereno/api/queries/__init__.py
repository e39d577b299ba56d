"""What programs read."""

from typing import Any

from django.db.models import QuerySet

from sereno.api.queries.whole import whole
from sereno.plans.models import Plan, Target
from sereno.reports.models import Figure
from sereno.reports.queries.goals import period_of
from sereno.results.models import Measurement

__all__ = [
    "figure_told",
    "figures",
    "measurement_told",
    "measurements",
    "published_plans",
    "state_of",
    "whole",
]

TOLD = ("origin", "value", "numerator", "denominator", "absence", "starts_at", "ends_at")
STATE = ("returned_at", "approved_at", "reviewed_at")


def published_plans() -> QuerySet[Plan]:
    return Plan.objects.filter(published_at__isnull=False).order_by("-starts_on", "slug")


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
    """The last that was kept comes first. Its number orders them, so that nothing is sorted."""
    of_plan = Target.objects.filter(indicator__project__objective__component__plan=plan)
    found = Measurement.objects.filter(target__in=of_plan).order_by("-pk")
    return found.only("target_id", "seal", *TOLD, *STATE)


def state_of(measurement: Measurement) -> str:
    """How far a measurement came on its way: draft, reviewed, approved or returned."""
    if measurement.returned_at:
        return "returned"
    if measurement.approved_at:
        return "approved"
    return "reviewed" if measurement.reviewed_at else "draft"


def measurement_told(measurement: Measurement) -> dict[str, Any]:
    return {
        "id": measurement.pk,
        "target": measurement.target_id,
        "state": state_of(measurement),
        "seal": measurement.seal,
        **{name: getattr(measurement, name) for name in TOLD},
    }
