"""The account of the year: measured by the planner, reviewed, approved and published."""

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from io import StringIO

from sereno.example.cast import Cast
from sereno.example.story.facts import Story
from sereno.example.story.stage import ZONE
from sereno.example.timeline import Act
from sereno.plans.models import Target
from sereno.reports.actions import publish_all
from sereno.reports.models import Figure
from sereno.results.actions import EvidenceDraft, Report, approve, measure, report, review
from sereno.results.models import Measurement

QUARTER_STARTS = (1, 4, 7, 10)
TITLE = "Ejemplo: registro inventado que respalda la cifra"


@dataclass(frozen=True)
class Told:
    """What a person reports for one indicator, with the rows that show it."""

    slug: str
    found: Report
    rows: tuple[tuple[str, str], ...]


def look_back(cast: Cast, *, starts_at: datetime, ends_at: datetime) -> list[Act]:
    """The acts that publish what has run so far, on the day after each quarter that ended."""
    return [Act(moment, partial(_publish_all, cast)) for moment in quarters(starts_at, ends_at)]


def quarters(starts_at: datetime, ends_at: datetime) -> list[datetime]:
    """Nine in the morning of each first day of a quarter, once a quarter has been lived."""
    days = [
        date(year, month, 1)
        for year in range(starts_at.year, ends_at.year + 1)
        for month in QUARTER_STARTS
    ]
    moments = [datetime.combine(day, time(9), ZONE) for day in days]
    return [one for one in moments if starts_at + timedelta(days=90) < one < ends_at]


def account(cast: Cast, story: Story, *, at: datetime) -> int:
    """Measure, report, sign and publish what can be said today; how many figures stand now."""
    _publish_all(cast, at=at)
    reported = [_report(cast, told, at=at) for told in reports(story)]
    publish_all(reported, by=cast.people["elena"], at=at)
    return Figure.objects.count()


def _publish_all(cast: Cast, *, at: datetime) -> None:
    publish_all(_measure_all(cast, at=at), by=cast.people["elena"], at=at)


def _measure_all(cast: Cast, *, at: datetime) -> list[Measurement]:
    """Every computed promise that ran until the day before, signed by three people."""
    ends_at = datetime.combine(at.astimezone(ZONE).date(), time(), ZONE)
    last_day = ends_at.date() - timedelta(days=1)
    running = Target.objects.exclude(indicator__source="").filter(
        indicator__project__objective__component__plan__published_at__lt=ends_at,
        starts_on__lte=last_day,
        ends_on__gte=last_day,
    )
    return [
        signed(cast, measure(target, ends_at=ends_at, by=cast.people["carmen"], at=at), at=at)
        for target in running.select_related("indicator").order_by("pk")
    ]


def _report(cast: Cast, told: Told, *, at: datetime) -> Measurement:
    target = Target.objects.select_related("indicator").get(indicator__slug=told.slug)
    evidence = EvidenceDraft(TITLE, file=table(told.rows))
    measurement = report(
        target, told.found, by=cast.people["carmen"], at=at, evidence=[evidence], note=TITLE
    )
    return signed(cast, measurement, at=at)


def signed(cast: Cast, measurement: Measurement, *, at: datetime) -> Measurement:
    review(measurement, by=cast.people["diego"], at=at)
    approve(measurement, by=cast.people["elena"], at=at)
    return measurement


def table(rows: Iterable[tuple[str, str]]) -> bytes:
    text = StringIO()
    csv.writer(text, lineterminator="\n").writerows([("registro", "valor"), *rows])
    return text.getvalue().encode()


def reports(story: Story) -> list[Told]:
    """What no record of the operations shows, and a person reports: invented for the example."""
    students = [
        (f"capacitación del {one.held_at:%Y-%m-%d}", str(one.attendance))
        for one in story.meetings
        if one.title == "Líderes estudiantiles de seguridad" and one.held_at
    ]
    studied = ("Malacatos", "Vilcabamba", "Santiago", "San Lucas", "Taquil")
    return [
        Told(
            "estudiantes-formados",
            Report(value=Decimal(sum(int(count) for _, count in students))),
            tuple(students),
        ),
        Told(
            "parroquias-rurales-estudiadas",
            Report(part=Decimal(len(studied)), whole=Decimal(13)),
            tuple((name, "1") for name in studied),
        ),
        Told(
            "motocicletas-entregadas",
            Report(value=Decimal(10)),
            (("acta de entrega inventada", "10"),),
        ),
    ]
