"""How the budget is read is set from a day on, within bounds."""

from datetime import date
from decimal import Decimal

import pytest

from sereno.plans.budget import actions
from sereno.plans.budget.models import TermsInForce
from sereno.plans.budget.rules import Second, Terms
from tests.plans.budget.conftest import AT, Money
from tests.plans.budget.paper import PAPER


def test_terms_are_kept_beside_those_before(money: Money) -> None:
    terms = Terms(Decimal(20), Decimal(5), Second.OF_COMMITTED)
    actions.set_terms(Terms(), starts_on=date(2025, 1, 1), by=money.jorge, at=AT)
    kept = actions.set_terms(terms, starts_on=date(2026, 1, 1), by=money.jorge, at=AT)
    assert TermsInForce.objects.count() == 2
    assert kept.terms == terms


def test_a_band_lies_between_nothing_and_everything(money: Money) -> None:
    with pytest.raises(actions.BadTerms):
        actions.set_terms(
            Terms(behind_time=Decimal(101)), starts_on=date(2026, 1, 1), by=money.jorge, at=AT
        )


def test_a_closed_month_keeps_the_terms_by_which_it_was_read(money: Money) -> None:
    month = actions.take_statement(2026, 5, PAPER, by=money.jorge, at=AT, creates=True).month
    actions.close_month(month, by=money.jorge, at=AT)
    with pytest.raises(actions.TermsBackwards):
        actions.set_terms(Terms(), starts_on=date(2026, 5, 31), by=money.jorge, at=AT)
    assert not TermsInForce.objects.exists()
    actions.set_terms(Terms(), starts_on=date(2026, 6, 1), by=money.jorge, at=AT)
