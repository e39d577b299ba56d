"""Lines are entered once a year, shared to a hundred and programmed to a hundred."""

from decimal import Decimal

import pytest

from sereno.logbook.models import Entry
from sereno.plans.budget import actions
from sereno.plans.budget.actions import LineDraft, WeightDraft
from sereno.plans.budget.models import Line, Weight
from sereno.plans.budget.rules import ShareFault
from sereno.plans.models import Indicator
from tests.plans.budget.conftest import AT, Money

CAMERAS = LineDraft("840104.01", "Cámaras", source="Tasa del agua")


def test_a_line_says_its_kind_and_group_by_its_code(money: Money) -> None:
    line = actions.add_line(2026, CAMERAS, by=money.jorge, at=AT)
    assert (line.kind, line.group, line.shares) == ("expense", "84", [])
    income = actions.add_line(2026, LineDraft("130101", "Tasa"), by=money.jorge, at=AT)
    assert (income.kind, income.group) == ("income", "13")
    entry = Entry.objects.get(subject=f"line:{line.pk}")
    assert entry.data == {"year": 2026, "code": "840104.01"}


def test_a_code_stands_once_a_year(money: Money) -> None:
    actions.add_line(2026, CAMERAS, by=money.jorge, at=AT)
    actions.add_line(2027, CAMERAS, by=money.jorge, at=AT)
    with pytest.raises(actions.LineTaken):
        actions.add_line(2026, CAMERAS, by=money.jorge, at=AT)
    twice = [LineDraft("1", "a"), LineDraft("1", "b")]
    with pytest.raises(actions.LineTaken):
        actions.add_lines(2026, twice, by=money.jorge, at=AT)
    assert Line.objects.count() == 2


def test_a_line_is_shared_over_projects_and_the_new_shares_replace_the_old(money: Money) -> None:
    line = actions.add_line(2026, CAMERAS, by=money.jorge, at=AT)
    one, other = Indicator.objects.order_by("pk")[:2]
    project = one.project
    halves = [
        WeightDraft(project, Decimal(60), one),
        WeightDraft(other.project, Decimal(40)),
    ]
    actions.share_line(line, halves, by=money.jorge, at=AT)
    actions.share_line(line, [WeightDraft(project, Decimal(100))], by=money.jorge, at=AT)
    assert [weight.share for weight in Weight.objects.all()] == [Decimal(100)]
    entry = Entry.objects.filter(event="budget.line_shared").latest("number")
    assert entry.data == {"shares": [[f"project:{project.pk}", "100"]]}


def test_shares_that_are_not_a_hundred_change_nothing(money: Money) -> None:
    line = actions.add_line(2026, CAMERAS, by=money.jorge, at=AT)
    actions.share_line(line, [WeightDraft(money.project, Decimal(100))], by=money.jorge, at=AT)
    with pytest.raises(actions.BadShares) as refusal:
        actions.share_line(line, [WeightDraft(money.project, Decimal(99))], by=money.jorge, at=AT)
    assert refusal.value.fault == ShareFault.NOT_A_HUNDRED
    assert Weight.objects.get().share == 100


def test_a_line_is_programmed_in_twelve_months(money: Money) -> None:
    line = actions.add_line(2026, CAMERAS, by=money.jorge, at=AT)
    shares = [Decimal("8.33")] * 11 + [Decimal("8.37")]
    actions.program_line(line, shares, by=money.jorge, at=AT)
    line.refresh_from_db()
    assert line.shares == shares
    with pytest.raises(actions.BadShares):
        actions.program_line(line, [Decimal(8)] * 12, by=money.jorge, at=AT)
