"""A planner's year: every indicator with what each month asks of it, in three questions."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from django.db.models import QuerySet

from sereno.plans.models import Indicator, OrgUnit, Target
from sereno.results.models import Measurement
from sereno.results.queries import targets
from sereno.results.rules import year as rules
from sereno.results.rules.year import Mark, Numbers, Span, Wait


@dataclass(frozen=True)
class Due:
    """One due day of one target."""

    target: Target
    mark: Mark


@dataclass
class Cell:
    """A month of an indicator: what is due in it, of however many targets."""

    month: int
    dues: list[Due] = field(default_factory=list)

    @property
    def wait(self) -> Wait:
        return rules.pressing([due.mark for due in self.dues])

    @property
    def pressing(self) -> list[Due]:
        """Those that wait for what presses most."""
        return [due for due in self.dues if due.mark.wait == self.wait]

    @property
    def closes(self) -> bool:
        return any(due.mark.closes for due in self.dues)

    @property
    def occasions(self) -> int:
        return sum(due.mark.occasions for due in self.dues)


@dataclass(frozen=True)
class Row:
    """An indicator with its twelve months."""

    indicator: Indicator
    cells: tuple[Cell, ...]


@dataclass(frozen=True)
class Year:
    """What the year asks, by indicator; counts are of the whole choice, before a state is asked."""

    number: int
    rows: list[Row]
    counts: Counter[Wait]


def year_of(
    number: int, *, today: date, unit: OrgUnit | None = None, wait: Wait | None = None
) -> Year:
    """The year of one unit or of all, with all that waits or only what waits for one thing."""
    listed = list(_promised(number, unit))
    numbers = _numbers(listed)
    rows: dict[int, Row] = {}
    counts: Counter[Wait] = Counter()
    for target in listed:
        span = Span(target.kind, target.starts_on, target.ends_on, target.every_days)
        found = rules.marks(span, numbers.get(target.pk, Numbers()), year=number, today=today)
        counts += rules.count(found)
        for mark in found:
            if wait in {None, mark.wait}:
                row = rows.setdefault(target.indicator_id, _row(target.indicator))
                row.cells[mark.day.month - 1].dues.append(Due(target, mark))
    return Year(number, list(rows.values()), counts)


def years() -> list[int]:
    """The years of which published plans promise something, the newest first."""
    found = Target.objects.filter(
        indicator__project__objective__component__plan__published_at__isnull=False
    ).values_list("starts_on", "ends_on")
    spans = {(starts.year, ends.year) for starts, ends in found.distinct()}
    return sorted({year for first, last in spans for year in range(first, last + 1)}, reverse=True)


def units() -> QuerySet[OrgUnit]:
    """The units that answer for something, by name."""
    return (
        OrgUnit.objects.filter(project__objective__component__plan__published_at__isnull=False)
        .order_by("name")
        .distinct()
    )


def _promised(number: int, unit: OrgUnit | None) -> QuerySet[Target]:
    found = targets().filter(
        indicator__project__objective__component__plan__published_at__isnull=False,
        starts_on__lte=date(number, 12, 31),
        ends_on__gte=date(number, 1, 1),
    )
    return found.filter(indicator__project__responsible=unit) if unit else found


def _row(indicator: Indicator) -> Row:
    return Row(indicator, tuple(Cell(month) for month in range(1, 13)))


def _numbers(listed: Sequence[Target]) -> dict[int, Numbers]:
    """Of every target the last day that each of its numbers counts, the oldest taken first."""
    found: dict[int, Numbers] = {}
    taken = (
        Measurement.objects.filter(target__in=[target.pk for target in listed])
        .order_by("measured_at", "pk")
        .only("target_id", "ends_at", "approved_at", "reviewed_at", "returned_at")
    )
    for one in taken:
        until = one.last_day
        had = found.get(one.target_id, Numbers())
        if one.approved_at:
            reached = max(until, had.approved or until)
            found[one.target_id] = replace(had, approved=reached, returned=None)
        elif one.returned_at:
            found[one.target_id] = replace(had, returned=until)
        else:
            drafts = {**had.drafts, until: one.reviewed_at is not None}
            found[one.target_id] = replace(had, drafts=drafts, returned=None)
    return found
