"""What waits at the desk of whoever publishes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet
from django.utils.translation import gettext

from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.reports.models import Figure
from sereno.reports.queries.goals import period_of, words_of
from sereno.reports.rules.period import Period
from sereno.results.models import Measurement

LATELY = 20


@dataclass(frozen=True)
class Waiting:
    """An approved number: how it will be printed, and the figure it would have to correct."""

    measurement: Measurement
    printed: str
    period: Period
    corrects: Figure | None
    is_own_work: bool


def unpublished() -> QuerySet[Measurement]:
    """Approved, and no figure of it yet."""
    return (
        Measurement.objects.approved()
        .filter(figure=None)
        .select_related(
            "target__parish",
            "target__indicator__project__objective__component__plan",
            "measured_by",
            "reviewed_by",
            "approved_by",
        )
        .order_by("-approved_at", "-pk")
    )


def to_publish(person: Person) -> list[Waiting]:
    """Everything approved and not public, with what stands in its place already."""
    found = list(unpublished().defer("worksheet"))
    standing = _standing(found)
    return [
        Waiting(
            measurement,
            words_of(measurement),
            period_of(measurement),
            standing.get((measurement.target_id, period_of(measurement))),
            person.pk in {measurement.measured_by_id, measurement.reviewed_by_id},
        )
        for measurement in found
    ]


@tells("reports:desk")
def waits_for(person: Person, _today: date) -> list[str]:
    """How many approved numbers this person may publish, in words for the start page."""
    count = unpublished().exclude(measured_by=person).exclude(reviewed_by=person).count()
    return [gettext("%(count)d por publicar") % {"count": count}] if count else []


def lately() -> list[Figure]:
    """The last figures that became public."""
    return list(
        Figure.objects.select_related("measurement__target__indicator", "published_by", "corrects")
        .defer("measurement__worksheet")
        .order_by("-published_at", "-pk")[:LATELY]
    )


def _standing(measurements: Sequence[Measurement]) -> dict[tuple[int, Period], Figure]:
    figures = (
        Figure.objects.filter(
            corrected_by=None,
            measurement__target__in=[measurement.target_id for measurement in measurements],
        )
        .select_related("measurement")
        .defer("measurement__worksheet")
    )
    return {(f.measurement.target_id, period_of(f.measurement)): f for f in figures}
