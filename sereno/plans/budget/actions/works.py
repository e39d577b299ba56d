"""A contract is signed, its works ordered, shown to be done, and paid."""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal

from django.db import transaction
from django.utils import timezone

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans.budget import events
from sereno.plans.budget.actions.refusals import (
    CodeTaken,
    NotBefore,
    NotMoney,
    OrderOfAnother,
)
from sereno.plans.budget.models import Contract, Line, Payment, Proof, WorkOrder


@dataclass(frozen=True)
class ContractDraft:
    """A contract on paper; the supplier is a company."""

    code: str
    supplier: str
    purpose: str
    amount: Decimal
    starts_on: date
    days: int


@dataclass(frozen=True)
class OrderDraft:
    """A work to be done; ``devices`` names them by their codes."""

    code: str
    task: str
    amount: Decimal
    ordered_on: date
    devices: str = ""


@dataclass(frozen=True)
class PaymentDraft:
    """Money that left, for one order or for none."""

    number: str
    amount: Decimal
    paid_on: date
    order: WorkOrder | None = None


@transaction.atomic
def sign_contract(line: Line, draft: ContractDraft, *, by: Person, at: datetime) -> Contract:
    _is_money(draft.amount, draft.code)
    if Contract.objects.filter(code=draft.code).exists():
        raise CodeTaken(draft.code)
    contract = Contract.objects.create(line=line, signed_at=at, signed_by=by, **_columns(draft))
    signed = events.ContractSigned(code=contract.code, amount=str(contract.amount))
    write(signed, about=contract, by=by, at=at, after=line)
    return contract


@transaction.atomic
def order_work(contract: Contract, draft: OrderDraft, *, by: Person, at: datetime) -> WorkOrder:
    _is_money(draft.amount, draft.code)
    if contract.orders.filter(code=draft.code).exists():
        raise CodeTaken(draft.code)
    if draft.ordered_on < contract.starts_on:
        raise NotBefore(contract.starts_on)
    order = WorkOrder.objects.create(contract=contract, **_columns(draft))
    ordered = events.WorkOrdered(code=order.code, amount=str(order.amount))
    write(ordered, about=order, by=by, at=at, after=contract)
    return order


@transaction.atomic
def report_done(order: WorkOrder, *, done_on: date, by: Person, at: datetime) -> None:
    """Say that a work is done; until something shows it, it is only said."""
    _between(order.ordered_on, done_on, timezone.localdate(at))
    order.done_on = done_on
    order.save(update_fields=["done_on"])
    told = events.WorkReported(order=order.code, done_on=done_on.isoformat())
    write(told, about=order, by=by, at=at)


@transaction.atomic
def add_proof(order: WorkOrder, *, title: str, address: str, by: Person, at: datetime) -> Proof:
    proof = Proof.objects.create(
        order=order, title=title, address=address, added_at=at, added_by=by
    )
    write(events.WorkProofAdded(order=order.code), about=proof, by=by, at=at, after=order)
    return proof


@transaction.atomic
def enter_payment(contract: Contract, draft: PaymentDraft, *, by: Person, at: datetime) -> Payment:
    """Enter what was paid, also where nothing shows the work: the page then says so."""
    _is_money(draft.amount, draft.number)
    if contract.payments.filter(number=draft.number).exists():
        raise CodeTaken(draft.number)
    if draft.order and draft.order.contract_id != contract.pk:
        raise OrderOfAnother(draft.order.code)
    _between(contract.starts_on, draft.paid_on, timezone.localdate(at))
    payment = Payment.objects.create(
        contract=contract, entered_at=at, entered_by=by, **_columns(draft)
    )
    entered = events.PaymentEntered(number=payment.number, amount=str(payment.amount))
    write(entered, about=payment, by=by, at=at, after=contract)
    return payment


def _columns(draft: ContractDraft | OrderDraft | PaymentDraft) -> dict[str, object]:
    return {name: getattr(draft, name) for name in draft.__dataclass_fields__}


def _is_money(amount: Decimal, what: str) -> None:
    if amount <= 0:
        raise NotMoney(what)


def _between(first: date, day: date, today: date) -> None:
    if day < first:
        raise NotBefore(first)
    if day > today:
        raise NotBefore(day)
