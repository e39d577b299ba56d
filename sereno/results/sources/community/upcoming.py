"""Trainings and drills that people may come to; a joint operation is told by nobody beforehand."""

from dataclasses import dataclass
from datetime import datetime

from sereno.community.models import Activity

OPEN = (Activity.Kind.TRAINING, Activity.Kind.DRILL)


@dataclass(frozen=True)
class Training:
    """What, when and in which barrio; never who comes."""

    number: int
    title: str
    kind: str
    place: str
    starts_at: datetime


def open_to_people() -> list[Training]:
    found = Activity.objects.filter(kind__in=OPEN, cancelled_at=None)
    return [
        Training(
            one.pk,
            one.title,
            one.get_kind_display(),
            str(one.barrio or one.parish or ""),
            one.planned_for,
        )
        for one in found.select_related("barrio", "parish").order_by("planned_for", "pk")
    ]
