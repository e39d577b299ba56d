"""A contract followed on its page: what was paid and not done stands at the top."""

from django.test import Client
from django.utils import timezone

from sereno.plans.budget.models import Contract, WorkOrder
from tests.plans.budget.conftest import Money


def test_paid_and_not_done_shows_until_something_shows_the_work(
    client: Client, taken: Money
) -> None:
    client.force_login(taken.jorge)
    today = timezone.localdate().isoformat()
    contract = {
        "line": str(taken.line().pk),
        "code": "CCSC-01",
        "supplier": "Mantenimientos del Sur S. A.",
        "purpose": "Mantenimiento de cámaras",
        "amount": "3.000,00",
        "starts_on": today,
        "days": "90",
    }
    page = client.post("/presupuesto/contratos/nuevo/", contract).headers["Location"]
    order = {"code": "OT-1", "task": "Revisar", "devices": "CAM-001", "amount": "1.000,00"}
    client.post(f"{page}orden/", order | {"ordered_on": today})
    work = WorkOrder.objects.get()
    paid = {"number": "CUR-7", "amount": "1.000,00", "paid_on": today, "order": str(work.pk)}
    assert client.post(f"{page}pago/", paid).status_code == 302
    assert "Pagado y no hecho: USD\u00a01.000,00" in client.get(page).content.decode()
    assert "nadie ha demostrado" in client.get("/presupuesto/contratos/").content.decode()
    client.post(f"/presupuesto/ordenes/{work.pk}/hecho/", {"done_on": today})
    assert "Hecho sin evidencia" in client.get(page).content.decode()
    proof = {"title": "Acta de entrega", "address": "archivo 12"}
    client.post(f"/presupuesto/ordenes/{work.pk}/evidencia/", proof)
    shown = client.get(page).content.decode()
    assert "Pagado y no hecho" not in shown
    assert "Acta de entrega" in shown
    assert client.post(f"{page}pago/", paid).status_code == 422


def test_a_payment_of_nothing_is_refused(client: Client, taken: Money) -> None:
    assert Contract.objects.count() == 0
    client.force_login(taken.jorge)
    said = {
        "line": str(taken.line().pk),
        "code": "X",
        "supplier": "Y",
        "purpose": "Z",
        "amount": "0",
        "starts_on": "2026-01-01",
        "days": "1",
    }
    answer = client.post("/presupuesto/contratos/nuevo/", said)
    assert answer.status_code == 422
    assert "mayor que cero" in answer.content.decode()
