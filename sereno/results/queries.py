"""What is asked of results: what a target comes to now, and which measurements stand for it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.utils import timezone

from sereno.plans.models import Indicator, Target
from sereno.results.models import Measurement
from sereno.results.rules import progress, rows
from sereno.results.sources import SOURCES, Source


@dataclass(frozen=True)
class NoSource(Exception):
    """Nothing says where the rows of this indicator come from."""

    indicator: str
    source: str


def period_of(target: Target, *, until: datetime) -> rows.Period:
    """The whole period of a target, as far as it has passed; days of the council's own time."""
    starts_at = _midnight(target.starts_on)
    ends_at = _midnight(target.ends_on + timedelta(days=1))
    return rows.Period(starts_at, min(ends_at, until), target.parish_id)


def source_of(indicator: Indicator) -> Source | None:
    """Where the rows come from, in words; none where a person reports the number."""
    return SOURCES.get(indicator.source)


def work_out(target: Target, period: rows.Period) -> rows.Sheet:
    """What the records say a target comes to, without keeping it."""
    indicator = target.indicator
    source = source_of(indicator)
    if source is None or indicator.formula not in source.formulas:
        raise NoSource(indicator.slug, f"{indicator.source} {indicator.formula}".strip())
    head = [
        *head_of(target, period),
        ("fuente", source.name),
        ("cada fila es", str(source.record)),
        ("qué no cuenta", str(source.excludes)),
    ]
    return rows.sheet(indicator.formula, source.rows(period), head=head)


def head_of(target: Target, period: rows.Period) -> list[tuple[str, str]]:
    """What the first lines of every worksheet say."""
    return [
        ("indicador", f"{target.indicator.slug} ({target.indicator.name})"),
        ("meta", f"target:{target.pk}"),
        ("unidad", target.indicator.unit),
        ("desde", timezone.localtime(period.starts_at).isoformat()),
        ("hasta antes de", timezone.localtime(period.ends_at).isoformat()),
        ("territorio", f"parish:{period.parish}" if period.parish else "todo el cantón"),
    ]


@dataclass(frozen=True)
class Standing:
    """A target with what stands for it: the approved number, and the one still on its way."""

    target: Target
    approved: Measurement | None
    draft: Measurement | None
    returned: Measurement | None
    progress: progress.Progress

    @property
    def shown(self) -> Measurement | None:
        return self.approved or self.draft


def standings(targets: Iterable[Target], *, today: date) -> list[Standing]:
    """Every target with its numbers, in one question however many there are."""
    listed = list(targets)
    found: dict[int, list[Measurement]] = {}
    measurements = (
        Measurement.objects.filter(target__in=[target.pk for target in listed])
        .newest_first()
        .defer("worksheet")
    )
    for measurement in measurements:
        found.setdefault(measurement.target_id, []).append(measurement)
    return [_standing(target, found.get(target.pk, []), today=today) for target in listed]


def attained(target: Target, measurement: Measurement | None, *, today: date) -> progress.Progress:
    """How far a target was kept by one measurement of it."""
    return progress.attainment(
        promise_of(target), _actual(measurement) if measurement else None, today=today
    )


def promise_of(target: Target) -> progress.Promise:
    return progress.Promise(
        kind=target.kind,
        direction=target.indicator.direction,
        starts_on=target.starts_on,
        ends_on=target.ends_on,
        value=target.value,
        every_days=target.every_days,
        baseline=target.indicator.baseline,
    )


def _standing(target: Target, newest_first: list[Measurement], *, today: date) -> Standing:
    for measurement in newest_first:
        measurement.target = target
    approved = next((one for one in newest_first if one.approved_at), None)
    draft = next((one for one in newest_first if not one.approved_at and not one.returned_at), None)
    last = max(newest_first, key=lambda one: (one.measured_at, one.pk), default=None)
    return Standing(
        target=target,
        approved=approved,
        draft=draft,
        returned=last if last and last.returned_at else None,
        progress=attained(target, approved, today=today),
    )


def _actual(measurement: Measurement) -> progress.Actual:
    last = measurement.ends_at - timedelta(microseconds=1)
    return progress.Actual(
        measurement.actual,
        starts_on=timezone.localdate(measurement.starts_at),
        ends_on=timezone.localdate(last),
    )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=timezone.get_default_timezone())
