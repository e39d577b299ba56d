"""From contract to payment: each step answers the one before it."""

from datetime import date
from decimal import Decimal

import pytest

from sereno.logbook.models import Entry
from sereno.plans.budget import actions
from sereno.plans.budget.actions import ContractDraft, OrderDraft, PaymentDraft
from sereno.plans.budget.models import Contract, WorkOrder
from tests.plans.budget.conftest import AT, Money

UPKEEP = ContractDraft(
    "CCSC-2026-01",
    "Mantenimientos del Sur S. A.",
    "Mantenimiento de cámaras",
    Decimal("3000.00"),
    date(2026, 3, 2),
    180,
)
ORDER = OrderDraft("OT-1", "Revisar", Decimal("1000.00"), date(2026, 3, 9), "CAM-001, CAM-002")


@pytest.fixture
def contract(taken: Money) -> Contract:
    return actions.sign_contract(taken.line(), UPKEEP, by=taken.jorge, at=AT)


@pytest.fixture
def order(taken: Money, contract: Contract) -> WorkOrder:
    return actions.order_work(contract, ORDER, by=taken.jorge, at=AT)


def test_a_work_goes_from_order_to_payment(taken: Money, order: WorkOrder) -> None:
    actions.report_done(order, done_on=date(2026, 3, 20), by=taken.jorge, at=AT)
    actions.add_proof(order, title="Acta", address="archivo 12", by=taken.jorge, at=AT)
    paid = PaymentDraft("CUR-7", Decimal("1000.00"), date(2026, 4, 1), order)
    payment = actions.enter_payment(order.contract, paid, by=taken.jorge, at=AT)
    assert order.contract.ends_on == date(2026, 8, 28)
    events = Entry.objects.filter(event__startswith="contract.").order_by("number")
    assert [entry.event for entry in events] == [
        "contract.signed",
        "contract.work_ordered",
        "contract.work_reported",
        "contract.proof_added",
        "contract.payment_entered",
    ]
    assert payment.order == order
    assert "Mantenimientos" not in str([entry.data for entry in events])


def test_what_was_paid_and_not_done_can_be_entered_so_that_it_shows(
    taken: Money, order: WorkOrder
) -> None:
    paid = PaymentDraft("CUR-7", Decimal("1000.00"), date(2026, 4, 1), order)
    assert actions.enter_payment(order.contract, paid, by=taken.jorge, at=AT).pk


def test_a_number_stands_once(taken: Money, contract: Contract, order: WorkOrder) -> None:
    with pytest.raises(actions.CodeTaken):
        actions.sign_contract(taken.line(), UPKEEP, by=taken.jorge, at=AT)
    with pytest.raises(actions.CodeTaken):
        actions.order_work(contract, ORDER, by=taken.jorge, at=AT)
    paid = PaymentDraft("CUR-7", Decimal(1), date(2026, 4, 1))
    actions.enter_payment(contract, paid, by=taken.jorge, at=AT)
    with pytest.raises(actions.CodeTaken):
        actions.enter_payment(contract, paid, by=taken.jorge, at=AT)


def test_nothing_happens_before_what_it_answers_nor_tomorrow(
    taken: Money, contract: Contract, order: WorkOrder
) -> None:
    early = OrderDraft("OT-2", "x", Decimal(1), date(2026, 3, 1))
    with pytest.raises(actions.NotBefore):
        actions.order_work(contract, early, by=taken.jorge, at=AT)
    for day in (date(2026, 3, 8), date(2026, 12, 31)):
        with pytest.raises(actions.NotBefore):
            actions.report_done(order, done_on=day, by=taken.jorge, at=AT)


def test_money_is_above_zero_and_an_order_is_paid_by_its_own_contract(
    taken: Money, contract: Contract, order: WorkOrder
) -> None:
    with pytest.raises(actions.NotMoney):
        actions.enter_payment(
            contract, PaymentDraft("1", Decimal(0), date(2026, 4, 1)), by=taken.jorge, at=AT
        )
    other = ContractDraft("B", "Otra S. A.", "x", Decimal(5), date(2026, 3, 2), 10)
    another = actions.sign_contract(taken.line(), other, by=taken.jorge, at=AT)
    with pytest.raises(actions.OrderOfAnother):
        actions.enter_payment(
            another, PaymentDraft("1", Decimal(5), date(2026, 4, 1), order), by=taken.jorge, at=AT
        )
