"""Execution is held to the months that activities were programmed for, not to a straight line."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sereno.plans import actions as planning
from sereno.plans.budget import actions, rules
from sereno.plans.budget.actions.lines import WeightDraft
from sereno.plans.budget.models import Month
from sereno.plans.budget.queries import funds, programming
from sereno.plans.budget.queries.year import Asked, picture
from sereno.plans.models import Task
from sereno.plans.rules import Programming, TaskDraft
from tests.plans.budget.conftest import AT, Money

STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
LATE = tuple(Decimal(1000 if month == 11 else 0) for month in range(1, 13))
SOON = tuple(Decimal(1000 if month == 2 else 0) for month in range(1, 13))
HALF = tuple(Decimal(50 if month in {2, 11} else 0) for month in range(1, 13))
OCTOBER = datetime(2026, 10, 5, 15, tzinfo=UTC)


def programmed(money: Money, spending: tuple[Decimal, ...]) -> Task:
    """One activity of the first project, the plan public, and the whole line for that project."""
    draft = TaskDraft("Instalar", Programming(STARTS, ENDS, HALF, spending=spending))
    task = planning.add_task(money.project, draft, by=money.council.carmen, at=AT)
    planning.publish_plan(money.plan, by=money.marta, at=AT)
    weights = [WeightDraft(money.project, Decimal(100))]
    actions.share_line(money.line(), weights, by=money.jorge, at=AT)
    return Task.objects.get(pk=task.pk)


def first(money: Money) -> funds.Funds:
    return funds.of_plan(money.plan, Month.objects.get(), rules.Terms())[0]


def test_money_programmed_for_november_is_not_late_in_september(taken: Money) -> None:
    weights = [WeightDraft(taken.project, Decimal(100))]
    actions.share_line(taken.line(), weights, by=taken.jorge, at=AT)
    assert first(taken).row.expected == 75
    programmed(taken, LATE)
    one = first(taken)
    assert one.row.expected == 0
    assert one.row.cautions == ()
    assert one.work is not None
    assert one.work.spending == 0
    assert one.work.silent == 1


def test_money_programmed_for_february_is_late_in_september_on_the_line_too(taken: Money) -> None:
    programmed(taken, SOON)
    assert first(taken).row.expected == 100
    shown = picture(2026, Asked(), known=[2026])
    (row,) = (row for row in shown.rows if row.line and row.line.pk == taken.line().pk)
    assert row.expected == 100
    assert [found.lag for found in row.cautions] == [rules.Lag.PROGRAMMING]
    assert programming.of_line(taken.line())[1] == 100


def test_a_line_s_own_months_win_and_a_draft_holds_nobody(taken: Money) -> None:
    draft = TaskDraft("Instalar", Programming(STARTS, ENDS, spending=SOON))
    planning.add_task(taken.project, draft, by=taken.council.carmen, at=AT)
    weights = [WeightDraft(taken.project, Decimal(100))]
    actions.share_line(taken.line(), weights, by=taken.jorge, at=AT)
    assert programming.of_line(taken.line()) == ()
    planning.publish_plan(taken.plan, by=taken.marta, at=AT)
    own = [Decimal(100 if month == 12 else 0) for month in range(1, 13)]
    actions.program_line(taken.line(), own, by=taken.jorge, at=AT)
    (row,) = (
        row
        for row in picture(2026, Asked(), known=[2026]).rows
        if row.line and row.line.pk == taken.line().pk
    )
    assert row.expected == 0


def test_one_activity_without_money_leaves_the_project_to_the_calendar(taken: Money) -> None:
    bare = TaskDraft("Explicar", Programming(STARTS, ENDS))
    planning.add_task(taken.project, bare, by=taken.council.carmen, at=AT)
    programmed(taken, SOON)
    assert first(taken).row.expected == 75
    assert programming.of_projects(2026) == {}


@pytest.mark.parametrize(("done", "behind"), [("0", True), ("45", False)])
def test_work_behind_its_months_is_told_on_the_page_of_the_money(
    client: Client, taken: Money, done: str, behind: bool
) -> None:
    task = programmed(taken, LATE)
    told = planning.tell_progress(
        task,
        Decimal(done),
        year=2026,
        month=9,
        evidence="https://ejemplo.org/acta",
        by=taken.council.carmen,
        at=OCTOBER,
    )
    planning.confirm_progress(told, by=taken.jorge, at=OCTOBER)
    client.force_login(taken.jorge)
    page = client.get(f"/presupuesto/plan/{taken.plan.slug}/").content.decode()
    assert "Trabajo: hecho" in page
    assert ("El trabajo va" in page) is behind


def test_the_year_asks_as_much_for_many_activities_as_for_one(taken: Money) -> None:
    def asked() -> int:
        with CaptureQueriesContext(connection) as found:
            first(taken)
            picture(2026, Asked(), known=[2026])
        return len(found)

    programmed(taken, LATE)
    one = asked()
    Task.objects.bulk_create(
        Task(
            project=taken.project,
            name=str(number),
            starts_on=STARTS,
            ends_on=ENDS,
            spending=[str(part) for part in LATE],
            cost=Decimal(1000),
        )
        for number in range(20)
    )
    assert asked() == one
