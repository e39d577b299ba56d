"""A target is measured: worked out from records, or reported by a person with evidence."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction

from sereno.logbook.actions import write
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.plans.rules import Kind
from sereno.results import events
from sereno.results.actions.evidence import EvidenceDraft, attach
from sereno.results.actions.refusals import (
    BadNumber,
    DraftWaiting,
    IsComputed,
    OtherUniverse,
    OutsideTarget,
)
from sereno.results.models import Measurement
from sereno.results.queries import head_of, period_of, work_out
from sereno.results.rules import rows
from sereno.web.rules import Absent


@dataclass(frozen=True)
class Report:
    """What a person says was achieved: one of its four ways, and nothing else.

    A ``value``; a ``part`` of a ``whole``; whether a milestone was ``achieved``; or why there
    is no number (``absent``).
    """

    value: Decimal | None = None
    part: Decimal | None = None
    whole: Decimal | None = None
    achieved: bool | None = None
    absent: Absent | None = None


@transaction.atomic
def measure(
    target: Target,
    *,
    by: Person,
    at: datetime,
    starts_at: datetime | None = None,
    ends_at: datetime | None = None,
    note: str = "",
) -> Measurement:
    """Work a target out from its records; without a period, from its start until now.

    A share over an empty whole does not apply; a median of nothing is unknown.
    """
    period = _within(target, starts_at, ends_at, at=at)
    sheet = work_out(target, period)
    computed = Measurement.Origin.COMPUTED
    draft = _drafted(target, period, sheet, origin=computed, note=note, by=by, at=at)
    measurement = _kept(draft)
    write(measured(measurement), about=measurement, by=by, at=at, after=target)
    return measurement


@transaction.atomic
def report(
    target: Target,
    found: Report,
    *,
    by: Person,
    at: datetime,
    ends_at: datetime | None = None,
    note: str = "",
    evidence: Sequence[EvidenceDraft] = (),
) -> Measurement:
    """Keep what a person reports, counted from the start of the target's period up to a moment."""
    measurement = _kept(reported(target, found, by=by, at=at, ends_at=ends_at, note=note))
    write(measured(measurement), about=measurement, by=by, at=at, after=target)
    for draft in evidence:
        attach(measurement, draft, by=by, at=at)
    return measurement


def reported(
    target: Target,
    found: Report,
    *,
    by: Person,
    at: datetime,
    ends_at: datetime | None = None,
    note: str = "",
) -> Measurement:
    """What a person reports as a draft that is not kept yet, refused where it cannot be."""
    if target.indicator.is_computed:
        raise IsComputed(target.indicator.slug)
    period = _within(target, None, ends_at, at=at)
    told = _rows(target, found)
    head = [*head_of(target, period), ("fuente", "reportada por una persona, con evidencia")]
    sheet = rows.sheet("reported", told, head=head)
    return _drafted(
        target,
        period,
        sheet,
        origin=Measurement.Origin.REPORTED,
        absent=found.absent,
        note=note,
        by=by,
        at=at,
    )


def measured(measurement: Measurement) -> events.TargetMeasured:
    """The line of a draft that was kept: its number, or why there is none, and its seal."""
    value = measurement.value
    said = Measurement.Absence(measurement.absence).value if value is None else rows.plain(value)
    return events.TargetMeasured(value=said, seal=measurement.seal)


def newest_line() -> int:
    """The line that a measurement was taken at; zero before the first."""
    return Entry.objects.order_by("-number").values_list("number", flat=True).first() or 0


def _within(
    target: Target, starts_at: datetime | None, ends_at: datetime | None, *, at: datetime
) -> rows.Period:
    """A period inside the target's own and not in the future."""
    whole = period_of(target, until=at)
    period = rows.Period(starts_at or whole.starts_at, ends_at or whole.ends_at, whole.parish)
    inside = whole.starts_at <= period.starts_at and period.ends_at <= whole.ends_at
    if not inside or period.ends_at <= period.starts_at:
        raise OutsideTarget(target.pk)
    return period


def _rows(target: Target, found: Report) -> list[rows.Row]:
    """What was reported as rows of a worksheet, refused where it cannot be."""
    ways = [found.value, found.part, found.achieved, found.absent]
    if sum(way is not None for way in ways) != 1:
        raise BadNumber("one_answer")
    if found.absent is not None:
        if found.absent is Absent.NOT_DUE:
            raise BadNumber("not_due_is_not_reported")
        return []
    if target.kind == Kind.MILESTONE:
        if found.achieved is None:
            raise BadNumber("milestone_is_yes_or_no")
        return [rows.Row("valor", Decimal(found.achieved))]
    if target.is_told_by_parts:
        return _parts(target, found)
    return [rows.Row("valor", _number(target, found.value))]


def _number(target: Target, value: Decimal | None) -> Decimal:
    """A number from zero on; of a scale, one of its steps."""
    if target.kind == Kind.SCALE and value not in range(1, len(target.steps) + 1):
        raise BadNumber("a_step_of_the_scale")
    if value is None or value < 0:
        raise BadNumber("a_number_from_zero_on")
    return value


def _parts(target: Target, found: Report) -> list[rows.Row]:
    """A share is reported by its parts, over the whole the promise was made of."""
    part, whole = found.part, found.whole
    if part is None or whole is None or part < 0:
        raise BadNumber("a_part_and_its_whole")
    if part > whole:
        raise BadNumber("part_over_whole")
    if target.universe_size is not None and whole != target.universe_size:
        raise OtherUniverse(target.universe_size, whole)
    return [rows.Row("parte", part), rows.Row("total", whole)]


def _drafted(
    target: Target,
    period: rows.Period,
    sheet: rows.Sheet,
    *,
    origin: str,
    note: str,
    by: Person,
    at: datetime,
    absent: Absent | None = None,
) -> Measurement:
    found = sheet.found
    return Measurement(
        target=target,
        origin=origin,
        starts_at=period.starts_at,
        ends_at=period.ends_at,
        value=found.value,
        numerator=found.numerator,
        denominator=found.denominator,
        absence=_absence(found, absent),
        formula=sheet.formula,
        worksheet=sheet.text,
        seal=sheet.seal,
        as_of_entry=0,
        note=note,
        measured_at=at,
        measured_by=by,
    )


def on_their_way(targets: Collection[int]) -> dict[tuple[int, date], int]:
    """The drafts on their way of some targets, by target and last day counted.

    The targets are held until the transaction ends, so that nobody else comes between.
    """
    list(Target.objects.select_for_update().filter(pk__in=targets).order_by("pk").values("pk"))
    drafts = Measurement.objects.open().filter(target__in=targets).defer("worksheet")
    return {(one.target_id, one.last_day): one.pk for one in drafts}


def _kept(draft: Measurement) -> Measurement:
    """Keep a draft, unless its target has one on its way for the same day."""
    waiting = on_their_way([draft.target_id]).get((draft.target_id, draft.last_day))
    if waiting is not None:
        raise DraftWaiting(waiting)
    draft.as_of_entry = newest_line()
    draft.save(force_insert=True)
    return draft


def _absence(found: rows.Found, absent: Absent | None) -> str:
    if found.value is not None:
        return ""
    if absent is not None:
        return absent.value
    return Absent.NOT_APPLICABLE if found.denominator == 0 else Absent.UNKNOWN
