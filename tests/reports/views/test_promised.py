"""A published plan for anyone: what it promised, and with what money."""

from django.test import Client

from tests.reports.conftest import Council
from tests.reports.queries.test_spending import pay, plan_of
from tests.reports.views.test_site import text


def test_the_money_of_a_plan_is_told_project_by_project_with_its_lines(
    client: Client, council: Council
) -> None:
    pay(council)
    page = text(client, "/lo-prometido/poa-2026/dinero/")
    assert "Despacho de unidades" in page
    assert "25,00\xa0%" in page
    assert "Radios" in page
    assert "100,00\xa0%" in page
    assert "/lo-prometido/poa-2026/dinero/" in text(client, "/lo-prometido/poa-2026/")
    assert "De USD\xa01.000,00 asignados se devengó el 25,00\xa0%" in text(client, "/")


def test_before_a_month_is_closed_the_page_says_so_and_shows_no_sum(
    client: Client, council: Council
) -> None:
    pay(council, closed=False)
    page = text(client, "/lo-prometido/poa-2026/dinero/")
    assert "Todavía no se sabe qué dinero tuvo este plan" in page
    assert "1.000,00" not in page


def test_a_draft_plan_has_no_page_of_money(client: Client, council: Council) -> None:
    plan = plan_of(council)
    plan.published_at = plan.published_by = None
    plan.save()
    assert client.get("/lo-prometido/poa-2026/dinero/").status_code == 404
