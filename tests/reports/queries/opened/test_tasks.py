"""Activities as open data: month by month, and done only as far as another person confirmed."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

from sereno.reports.queries.opened import Table
from sereno.reports.queries.opened.tasks import ACTIVITIES, ACTIVITY_PROGRESS
from sereno.results.models import Measurement
from tests.reports.abundant import abound
from tests.reports.conftest import Council

ON = date(2026, 11, 20)


def rows(table: Table) -> list[dict[str, object]]:
    names = [one.name for one in table.columns]
    return [dict(zip(names, row, strict=True)) for row in table.rows(table.source(), on=ON)]


def test_an_activity_is_told_with_its_months_and_what_counts_of_it(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    abound(council, measured)
    (one,) = rows(ACTIVITIES)
    assert (one["done"], one["done_until"]) == (Decimal("40.5"), "2026-10")
    assert (one["share_01"], one["share_12"], one["cost"]) == (Decimal(0), Decimal(100), 600)
    assert (one["spending_01"], one["responsible"]) == (None, council.unit.name)
    (told,) = rows(ACTIVITY_PROGRESS)
    assert (told["month"], told["done"], told["activity"]) == (10, Decimal("40.5"), one["id"])
