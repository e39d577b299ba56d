"""Lines, their shares and their months by hand, and how the budget is read."""

from decimal import Decimal

from django.test import Client

from sereno.plans.budget.models import Line, TermsInForce
from tests.plans.budget.conftest import Money


def test_a_line_is_entered_shared_and_programmed_by_hand(client: Client, money: Money) -> None:
    client.force_login(money.jorge)
    said = {"year": "2026", "code": "840104.01", "description": "Cámaras", "source": "Tasa"}
    address = client.post("/presupuesto/partida/nueva/", said).headers["Location"]
    line = Line.objects.get()
    assert address == f"/presupuesto/{line.pk}/"
    assert client.post("/presupuesto/partida/nueva/", said).status_code == 422
    shares = {
        "form-TOTAL_FORMS": "2",
        "form-INITIAL_FORMS": "0",
        "form-0-project": str(money.project.pk),
        "form-0-share": "99,5",
    }
    page = client.post(f"{address}reparto/", shares)
    assert page.status_code == 422
    assert "deben sumar 100" in page.content.decode()
    client.post(f"{address}reparto/", shares | {"form-0-share": "100"})
    assert line.weights.get().share == 100
    assert client.get(f"{address}reparto/").status_code == 200
    months = {f"m{number}": "8,33" for number in range(1, 12)} | {"m12": "8,37"}
    assert client.post(f"{address}programacion/", months | {"m12": "8"}).status_code == 422
    assert client.post(f"{address}programacion/", months).status_code == 302
    line.refresh_from_db()
    assert line.shares[11] == Decimal("8.37")
    assert 'value="8,37"' in client.get(f"{address}programacion/").content.decode()


def test_a_share_without_its_project_is_not_dropped_in_silence(
    client: Client, taken: Money
) -> None:
    client.force_login(taken.jorge)
    said = {"form-TOTAL_FORMS": "1", "form-INITIAL_FORMS": "0", "form-0-share": "100"}
    page = client.post(f"/presupuesto/{taken.line().pk}/reparto/", said)
    assert page.status_code == 422
    assert "Elija el proyecto" in page.content.decode()


def test_the_terms_are_set_by_finance(client: Client, money: Money) -> None:
    said = {
        "starts_on": "2026-01-01",
        "behind_time": "20",
        "behind_programming": "5",
        "second": "committed",
    }
    client.force_login(money.marta)
    assert client.post("/presupuesto/reglas/", said).status_code == 403
    client.force_login(money.jorge)
    assert client.get("/presupuesto/reglas/").status_code == 200
    assert client.post("/presupuesto/reglas/", said | {"behind_time": "200"}).status_code == 422
    assert client.post("/presupuesto/reglas/", said).status_code == 302
    assert TermsInForce.objects.get().second == "committed"
