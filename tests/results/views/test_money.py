"""Unspent money stands beside unmet goals on the page of a plan."""

from datetime import UTC, date, datetime
from decimal import Decimal

from django.test import Client

from sereno.plans.budget import actions
from sereno.plans.budget.actions import WeightDraft
from sereno.plans.budget.models import Line
from tests.plans.budget.paper import PAPER
from tests.results.conftest import Council, Promise

AT = datetime(2026, 10, 5, 15, tzinfo=UTC)


def test_a_project_with_money_left_and_a_goal_without_its_number_stands_out(
    client: Client, council: Council, promise: Promise
) -> None:
    target = promise(ends_on=date(2026, 1, 31))
    plan = target.indicator.project.objective.component.plan
    client.force_login(council.carmen)
    address = f"/resultados/plan/{plan.slug}/dinero/"
    empty = client.get(address)
    assert empty.context["outstanding"] == []
    assert "sin dato" in empty.content.decode()
    actions.take_statement(2026, 1, PAPER, by=council.jorge, at=AT, creates=True)
    line = Line.objects.get(code="840104.01")
    whole = [WeightDraft(target.indicator.project, Decimal(100))]
    actions.share_line(line, whole, by=council.jorge, at=AT)
    answer = client.get(address)
    (row,) = answer.context["outstanding"]
    assert row.funds.unspent == answer.context["left"] == Decimal("615.85")
    assert row.goals.unknown == 1
    page = answer.content.decode()
    assert "1 proyecto tiene USD\u00a0615,85 sin devengar" in page
    assert "Dinero y metas" in page
