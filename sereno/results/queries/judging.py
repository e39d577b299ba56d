"""How far a promise was kept: objects of the models, or rows of them, before the one function."""

from datetime import date, timedelta

from django.utils import timezone

from sereno.results.rules import progress
from sereno.results.rules.judged import Counted, Measured, Promised, number_of
from sereno.results.sources import SOURCES, Source


def attained(target: Promised, measurement: Measured | None, *, today: date) -> progress.Progress:
    """How far a target was kept by one measurement of it."""
    return progress.attainment(
        promise_of(target), _actual(measurement) if measurement else None, today=today
    )


def promise_of(target: Promised) -> progress.Promise:
    return progress.Promise(
        kind=target.kind,
        direction=target.indicator.direction,
        starts_on=target.starts_on,
        ends_on=target.ends_on,
        value=target.value,
        every_days=target.every_days,
        baseline=None if accumulates(target.indicator) else target.indicator.baseline,
        high=target.high,
        earlier=tuple(progress.Amount.kept(row) for row in target.earlier),
    )


def accumulates(indicator: Counted) -> bool:
    """Whether it begins every period at zero, as its plan or the nature of its source says."""
    source = source_of(indicator)
    counts = bool(source) and indicator.formula in {"count", "sum"}
    return indicator.accumulates or (counts and not (source and source.of_a_moment))


def source_of(indicator: Counted) -> Source | None:
    """Where the rows come from, in words; none where a person reports the number."""
    return SOURCES.get(indicator.source)


def _actual(measured: Measured) -> progress.Actual:
    """The days it covers; a period that ends at midnight ends on the day before."""
    zone = timezone.get_default_timezone()
    last = measured.ends_at - timedelta(microseconds=1)
    return progress.Actual(
        number_of(measured),
        starts_on=measured.starts_at.astimezone(zone).date(),
        ends_on=last.astimezone(zone).date(),
    )
