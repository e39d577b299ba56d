"""Contracts with their works, what shows them done, and what was paid."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import QuerySet

from sereno.plans.budget.models import Contract, Payment, WorkOrder
from sereno.plans.budget.rules import works


@dataclass(frozen=True)
class Order:
    """A work with its sums and what must be looked at."""

    order: WorkOrder
    payments: list[Payment]
    work: works.Work
    concerns: tuple[works.Concern, ...]


@dataclass(frozen=True)
class Followed:
    """A contract followed from its signature to its last payment."""

    contract: Contract
    orders: list[Order]
    advances: list[Payment]
    account: works.Account
    concerns: tuple[works.Concern, ...]

    @property
    def worrying(self) -> set[works.Concern]:
        """The concerns of the contract and of each of its works."""
        return {*self.concerns, *(one for order in self.orders for one in order.concerns)}

    @property
    def not_done(self) -> Decimal:
        """What was paid beyond what is shown to be done."""
        return max(self.account.paid - self.account.shown, Decimal(0))


def contracts() -> QuerySet[Contract]:
    return Contract.objects.select_related("line").prefetch_related("orders__proofs", "payments")


def followed(contract: Contract, *, today: date) -> Followed:
    payments = list(contract.payments.all())
    orders = [
        _order(order, [one for one in payments if one.order_id == order.pk])
        for order in contract.orders.all()
    ]
    advances = [one for one in payments if one.order_id is None]
    account = works.account(
        contract.amount,
        [one.work for one in orders],
        unordered=sum((one.amount for one in advances), Decimal(0)),
    )
    finished = bool(orders) and all(one.work.done for one in orders)
    concerns = works.concerns_of_contract(
        account, ends_on=contract.ends_on, today=today, finished=finished
    )
    return Followed(contract, orders, advances, account, concerns)


def _order(order: WorkOrder, payments: list[Payment]) -> Order:
    work = works.Work(
        amount=order.amount,
        paid=sum((one.amount for one in payments), Decimal(0)),
        pieces=len(order.proofs.all()),
        done=order.done_on is not None,
    )
    return Order(order, payments, work, works.concerns_of_work(work))
