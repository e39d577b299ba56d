"""Contract, work order, evidence and payment: what was paid and not shown to be done."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import StrEnum

from sereno.plans.budget.rules.amounts import ZERO


@dataclass(frozen=True)
class Work:
    """One order as far as its arithmetic goes."""

    amount: Decimal
    paid: Decimal
    pieces: int  # of evidence
    done: bool


@dataclass(frozen=True)
class Account:
    """A contract in sums."""

    agreed: Decimal
    ordered: Decimal
    shown: Decimal
    paid: Decimal


class Concern(StrEnum):
    """What must be looked at."""

    PAID_NOT_DONE = "paid_not_done"
    DONE_NOT_SHOWN = "done_not_shown"
    PAID_OVER_ORDER = "paid_over_order"
    ORDERED_OVER_CONTRACT = "ordered_over_contract"
    PAID_OVER_CONTRACT = "paid_over_contract"
    PAST_ITS_DAYS = "past_its_days"


def concerns_of_work(work: Work) -> tuple[Concern, ...]:
    """Money that left for a work nobody has shown to be done comes first."""
    shown = work.done and work.pieces > 0
    found = {
        Concern.PAID_NOT_DONE: work.paid > 0 and not shown,
        Concern.DONE_NOT_SHOWN: work.done and not work.pieces,
        Concern.PAID_OVER_ORDER: work.paid > work.amount,
    }
    return tuple(concern for concern, holds in found.items() if holds)


def account(agreed: Decimal, works: Sequence[Work], *, unordered: Decimal = ZERO) -> Account:
    """``unordered`` is what was paid on the contract and on none of its orders."""
    return Account(
        agreed=agreed,
        ordered=sum((work.amount for work in works), ZERO),
        shown=sum((work.amount for work in works if work.done and work.pieces), ZERO),
        paid=sum((work.paid for work in works), unordered),
    )


def concerns_of_contract(
    account: Account, *, ends_on: date, today: date, finished: bool
) -> tuple[Concern, ...]:
    """A contract paid beyond what its works show is paid and not done, whoever it was paid for."""
    found = {
        Concern.PAID_NOT_DONE: account.paid > account.shown,
        Concern.ORDERED_OVER_CONTRACT: account.ordered > account.agreed,
        Concern.PAID_OVER_CONTRACT: account.paid > account.agreed,
        Concern.PAST_ITS_DAYS: today > ends_on and not finished,
    }
    return tuple(concern for concern, holds in found.items() if holds)


def last_day(starts_on: date, *, days: int) -> date:
    """The last of the agreed days, the first one counted."""
    return starts_on + timedelta(days=days - 1)
