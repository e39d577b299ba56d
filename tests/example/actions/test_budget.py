"""The example's budget: plausible, sound but for one line, and none before the year has a month."""

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sereno.example import files
from sereno.example.actions.budget import CAMERAS, RHYTHMS, spend, spent, statement
from sereno.example.cast import Cast
from sereno.plans.budget import rules

CAST = Cast(founded_at=datetime(2014, 1, 1, tzinfo=UTC))


@pytest.mark.parametrize("month", range(1, 13))
def test_every_month_is_sound_but_the_one_that_is_wrong(month: int) -> None:
    right, wrong = (
        rules.read(statement(month, wrong=False)),
        rules.read(statement(month, wrong=True)),
    )
    assert right.rejects == wrong.rejects == ()
    assert not any(rules.breaches(row.amounts) for row in right.rows)
    broken = [row for row in wrong.rows if rules.breaches(row.amounts)]
    assert [row.code for row in broken] == [CAMERAS]
    (breach,) = rules.breaches(broken[0].amounts)
    assert (breach.identity, breach.off) == (rules.Identity.PAID_WITHIN_ACCRUED, Decimal(1250))


def test_income_pays_for_what_is_spent_and_is_about_what_the_water_yields() -> None:
    sums = {"income": Decimal(0), "expense": Decimal(0)}
    for row in files.table("budget"):
        sums[rules.kind_of(row["code"])] += spent(row, 12)["revised"] or Decimal(0)
    assert sums["income"] == sums["expense"] == Decimal("252000.00")


def test_every_rhythm_is_a_programming_that_stands() -> None:
    for shares in RHYTHMS.values():
        assert rules.fault_of_programming([Decimal(share) for share in shares]) is None


def test_a_year_without_an_ended_month_has_no_statement_yet() -> None:
    assert spend(CAST, today=date(2026, 1, 31)) == []


@pytest.mark.parametrize("month", range(2, 13))
def test_no_act_lies_ahead_of_today(month: int) -> None:
    today = date(2026, month, 1)
    assert all(act.at.date() <= today for act in spend(CAST, today=today))
