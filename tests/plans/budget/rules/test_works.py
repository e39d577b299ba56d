"""What was paid and not shown to be done shows, whatever the rest says."""

from datetime import date
from decimal import Decimal

import pytest

from sereno.plans.budget.rules.works import (
    Concern,
    Work,
    account,
    concerns_of_contract,
    concerns_of_work,
    last_day,
)

TEN, SIX = Decimal(10), Decimal(6)


@pytest.mark.parametrize(
    ("work", "found"),
    [
        (Work(TEN, Decimal(0), 0, done=False), ()),
        (Work(TEN, TEN, 1, done=True), ()),
        (Work(TEN, SIX, 0, done=False), (Concern.PAID_NOT_DONE,)),
        (Work(TEN, SIX, 0, done=True), (Concern.PAID_NOT_DONE, Concern.DONE_NOT_SHOWN)),
        (Work(TEN, SIX, 2, done=False), (Concern.PAID_NOT_DONE,)),
        (Work(SIX, TEN, 1, done=True), (Concern.PAID_OVER_ORDER,)),
    ],
)
def test_a_work_is_looked_at_from_its_payment(work: Work, found: tuple[Concern, ...]) -> None:
    assert concerns_of_work(work) == found


def test_an_advance_for_no_order_is_paid_and_not_done() -> None:
    done = Work(SIX, SIX, 1, done=True)
    sums = account(TEN, [done], unordered=Decimal(3))
    assert (sums.ordered, sums.shown, sums.paid) == (SIX, SIX, Decimal(9))
    day = date(2026, 5, 1)
    assert concerns_of_contract(sums, ends_on=day, today=day, finished=False) == (
        Concern.PAID_NOT_DONE,
    )


def test_a_contract_past_its_days_and_its_sum_says_both() -> None:
    works = [Work(TEN, TEN, 1, done=True), Work(SIX, SIX, 1, done=True)]
    found = concerns_of_contract(
        account(TEN, works), ends_on=date(2026, 5, 1), today=date(2026, 5, 2), finished=False
    )
    assert found == (
        Concern.ORDERED_OVER_CONTRACT,
        Concern.PAID_OVER_CONTRACT,
        Concern.PAST_ITS_DAYS,
    )


def test_the_first_day_counts() -> None:
    assert last_day(date(2026, 3, 1), days=1) == date(2026, 3, 1)
    assert last_day(date(2026, 3, 1), days=31) == date(2026, 3, 31)
