"""The money of a published plan: of closed months alone, and beside its goals."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pytest_django import DjangoAssertNumQueries

from sereno.plans.budget.models import Line, Month, Snapshot, Weight
from sereno.plans.models import Plan
from sereno.reports import actions
from sereno.reports.queries import spending
from sereno.reports.queries.glance import of_plan
from sereno.reports.rules.standing import Standing
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]
TODAY, AFTER = date(2026, 11, 20), date(2027, 1, 10)


def a_line(council: Council, code: str, *, year: int = 2026) -> Line:
    return Line.objects.create(
        year=year,
        code=code,
        description="Radios",
        kind="expense",
        source="002",
        added_at=MORNING,
        added_by=council.carmen,
    )


def pay(council: Council, *, year: int = 2026, number: int = 9, closed: bool = True) -> Month:
    """A line of 1,000.00 for the project alone, of which 250.00 were accrued."""
    line = a_line(council, f"{year}.{number}", year=year)
    Weight.objects.create(line=line, project=council.project, share=Decimal(100))
    by: dict[str, Any] = {"closed_at": MORNING, "closed_by": council.marta} if closed else {}
    month = Month.objects.create(year=year, number=number, **by)
    Snapshot.objects.create(
        line=line,
        month=month,
        initial=Decimal(1000),
        amendments=Decimal(0),
        revised=Decimal(1000),
        accrued=Decimal(250),
        paid=Decimal(200),
        taken_at=MORNING,
        taken_by=council.carmen,
    )
    return month


def plan_of(council: Council) -> Plan:
    return council.project.objective.component.plan


def test_a_project_has_its_share_of_the_lines_that_serve_it(council: Council) -> None:
    month = pay(council)
    told = spending.of_plan(of_plan(plan_of(council), TODAY))
    assert told
    assert told.month == month
    [one] = told.projects
    assert one.funds.row.amounts
    assert (one.funds.row.amounts.revised, one.funds.row.amounts.accrued) == (
        Decimal(1000),
        Decimal(250),
    )
    assert one.funds.unspent == 750
    assert told.total.execution == 25


def test_a_month_still_open_is_not_told(council: Council) -> None:
    pay(council, closed=False)
    assert spending.of_plan(of_plan(plan_of(council), TODAY)) is None
    assert spending.at_a_glance([plan_of(council)]) == {}


def test_the_newest_closed_month_counts_and_only_within_the_years_of_the_plan(
    council: Council,
) -> None:
    pay(council, number=8)
    september = pay(council, number=9)
    pay(council, number=10, closed=False)
    pay(council, year=2027, number=1)
    told = spending.of_plan(of_plan(plan_of(council), AFTER))
    assert told
    assert told.month == september
    assert spending.at_a_glance([plan_of(council)]) == {}


def test_money_left_beside_a_goal_on_its_way_is_no_reproach_until_it_is_missed(
    council: Council, measured: Measured
) -> None:
    pay(council)
    late = measured({f"incident:{number}": "30" for number in range(9)})
    actions.publish(late, by=council.marta, at=MORNING)
    during = spending.of_plan(of_plan(plan_of(council), TODAY))
    after = spending.of_plan(of_plan(plan_of(council), AFTER))
    assert during
    assert after
    assert [goal.standing for goal in during.projects[0].goals] == [Standing.UNDER_WAY]
    assert during.outstanding == ()
    assert [goal.standing for goal in after.outstanding[0].goals] == [Standing.MISSED]
    assert after.left == 750


def test_at_a_glance_each_component_has_its_sum(council: Council) -> None:
    pay(council)
    found = spending.at_a_glance([plan_of(council)])
    glance = found[plan_of(council).pk]
    row = glance.by_component[council.project.objective.component_id]
    assert row.amounts
    assert row.amounts.revised == Decimal(1000)
    assert row.execution == 25


@pytest.mark.parametrize("lines", [1, 12])
def test_a_glance_asks_as_much_for_many_lines(
    council: Council, lines: int, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    month = pay(council)
    first = Snapshot.objects.get()
    for number in range(lines):
        line = a_line(council, str(number))
        Weight.objects.create(line=line, project=council.project, share=Decimal(100))
        first.pk, first.line, first.month = None, line, month
        first.save()
    with django_assert_num_queries(4):
        spending.at_a_glance([plan_of(council)])
