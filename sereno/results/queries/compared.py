"""A plan's computed targets: what was approved of each, beside what the records say now."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from django.utils import timezone

from sereno.plans.models import Plan, Target
from sereno.results.models import Measurement
from sereno.results.queries import Preview, Standing, period_of, preview, standings, targets
from sereno.results.queries.now import Now, all_now
from sereno.results.rules.rows import Found, Period
from sereno.results.sources import SOURCES


class Change(StrEnum):
    """What became of an approved number since: the order is that of whoever has to act."""

    LATE = "late"
    NEVER = "never"
    MORE = "more"
    WAITING = "waiting"
    SAME = "same"


@dataclass(frozen=True)
class Compared:
    """A target, what stands for it, and what the records say of its period until now.

    ``again`` is what they say now of the very period that was approved.
    """

    standing: Standing
    now: Now
    told: Preview
    again: Preview | None
    change: Change

    @property
    def target(self) -> Target:
        return self.standing.target

    @property
    def is_measured(self) -> bool:
        """Whether measuring it now would keep another number."""
        return self.change in {Change.LATE, Change.NEVER, Change.MORE}


def compared(plan: Plan, *, at: datetime) -> list[Compared]:
    """Every computed target that has begun, in the order of the plan, with one scan a question."""
    today = timezone.localdate(at)
    begun = targets(plan=plan).filter(starts_on__lte=today, indicator__source__in=SOURCES)
    listed = [
        one
        for one in standings(begun, today=today)
        if one.target.indicator.formula in SOURCES[one.target.indicator.source].formulas
    ]
    until = {one.target: period_of(one.target, until=at) for one in listed}
    counted = {
        one.target: measured_period(one.approved)
        for one in listed
        if one.approved and one.approved.origin == Measurement.Origin.COMPUTED
    }
    says = all_now([*until.items(), *counted.items()])
    return [
        _compared(
            one,
            (until[one.target], says[one.target.pk, until[one.target]]),
            [(span, says[one.target.pk, span]) for span in [counted.get(one.target)] if span],
        )
        for one in listed
    ]


def measured_period(measurement: Measurement) -> Period:
    """What a measurement counted; its target must be loaded."""
    return Period(measurement.starts_at, measurement.ends_at, measurement.target.parish_id)


def still_counted(measurement: Measurement) -> bool:
    """Whether its indicator is still worked out from records as it was when this was measured."""
    indicator = measurement.target.indicator
    source = SOURCES.get(indicator.source)
    return (
        source is not None
        and measurement.formula == indicator.formula
        and indicator.formula in source.formulas
    )


def says_otherwise(found: Found, measurement: Measurement) -> bool:
    """Whether this is another number than the one that was measured."""
    kept = measurement.value, measurement.numerator, measurement.denominator
    return (found.value, found.numerator, found.denominator) != kept


def _compared(
    standing: Standing, until: tuple[Period, Now], counted: list[tuple[Period, Now]]
) -> Compared:
    period, now = until
    target, approved = standing.target, standing.approved
    again = None
    for span, then in counted:
        if approved and says_otherwise(then.found, approved):
            again = preview(target, then.found, span)
    if standing.draft:
        change = Change.WAITING
    elif approved is None:
        change = Change.NEVER
    elif again:
        change = Change.LATE
    else:
        change = Change.MORE if says_otherwise(now.found, approved) else Change.SAME
    return Compared(standing, now, preview(target, now.found, period), again, change)
