"""One line month by month: what stands, what stood before, and its chart."""

from dataclasses import dataclass

from sereno.plans.budget import rules
from sereno.plans.budget.models import Line, Snapshot
from sereno.plans.budget.queries import programming
from sereno.plans.budget.queries.year import Row, terms_on
from sereno.plans.budget.rules.chart import Chart, Point, chart


@dataclass(frozen=True)
class Told:
    """A month of a line, with every statement that stood before the one that stands."""

    snapshot: Snapshot
    row: Row
    before: tuple[Snapshot, ...]


@dataclass(frozen=True)
class History:
    """The months of a line, the oldest first."""

    line: Line
    months: list[Told]
    chart: Chart | None

    @property
    def last(self) -> Told | None:
        return self.months[-1] if self.months else None


def history(line: Line) -> History:
    listed = list(line.snapshots.select_related("month", "taken_by", "agreed_by"))
    standing = [one for one in listed if one.replaced_at is None]
    terms = terms_on(standing[-1].month.first_day) if standing else rules.Terms()
    shares = tuple(line.shares) or programming.of_line(line)
    months = [
        Told(
            one,
            Row(one.amounts, one.month.number, terms, line, shares),
            tuple(old for old in listed if old.replaced_at and old.month_id == one.month_id),
        )
        for one in standing
    ]
    points = [
        Point(
            told.snapshot.month.number,
            told.snapshot.revised,
            told.snapshot.accrued,
            rules.programmed(shares, month=told.snapshot.month.number),
        )
        for told in months
    ]
    return History(line, months, chart(points))
