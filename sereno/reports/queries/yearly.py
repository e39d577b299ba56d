"""What a year's report is made from: the promises and figures of that year, as last published."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils import timezone

from sereno.logbook.models import Entry
from sereno.reports.models import Figure
from sereno.reports.queries.coverage import Coverage, coverable, coverage, outline
from sereno.reports.queries.glance import PlanGoals, glance
from sereno.reports.queries.goals import period_of
from sereno.reports.queries.log import newest_publication
from sereno.reports.rules.period import Period
from sereno.results.models import Measurement
from sereno.territory.queries.house import house


@dataclass(frozen=True)
class Year:
    """Everything of one year, as it stood at the newest publication."""

    year: int
    council: str
    on: date
    newest: Entry
    plans: tuple[PlanGoals, ...]
    coverage: Coverage | None
    outline: dict[str, Any] | None
    corrections: tuple[Figure, ...]


def years() -> list[int]:
    """The years up to which anything published was measured, newest first."""
    measured = Measurement.objects.filter(figure__isnull=False).only("starts_at", "ends_at")
    return sorted({period_of(measurement).last.year for measurement in measured}, reverse=True)


def year_of(year: int) -> Year | None:
    """A year of which something is published. The day it speaks of is that of the last act."""
    newest = newest_publication()
    if newest is None or year not in years():
        return None
    whole = Period(date(year, 1, 1), date(year, 12, 31))
    on = min(timezone.localdate(newest.at), whole.last)
    figures = [f for f in coverable() if _within(period_of(f.measurement), whole)]
    corrections = (
        Figure.objects.filter(corrects__isnull=False)
        .select_related("corrects", "measurement")
        .defer("measurement__worksheet", "corrects__measurement__worksheet")
        .order_by("published_at", "pk")
    )
    return Year(
        year=year,
        council=house().name,
        on=on,
        newest=newest,
        plans=glance(on, within=whole),
        coverage=coverage(figures[0]) if figures else None,
        outline=outline(),
        corrections=tuple(f for f in corrections if _within(period_of(f.measurement), whole)),
    )


def _within(period: Period, year: Period) -> bool:
    return year.first <= period.last <= year.last
