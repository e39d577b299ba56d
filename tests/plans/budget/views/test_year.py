"""The year on the desk: sums that agree, what does not agree, and few questions."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from sereno.plans.budget import actions
from sereno.plans.budget.actions import WeightDraft
from sereno.plans.budget.models import Line
from sereno.plans.budget.rules import Terms
from tests.plans.budget.conftest import AT, Money
from tests.plans.budget.paper import HEADER, PAPER, row

YEAR_PAGE = "/presupuesto/?anio=2026"


def test_a_year_of_three_hundred_lines_asks_no_more_than_a_small_one(
    client: Client, money: Money
) -> None:
    client.force_login(money.jorge)
    asked = []
    for size in (3, 300):
        text = "\n".join((HEADER, *(row(f"84{number:04}") for number in range(size))))
        for month in range(1, 10):
            changed = text.replace("4.884,15", f"4.884,1{month}") if size == 300 else text
            changed = changed.replace("4.800,00", f"4.80{month},00")
            actions.take_statement(2026, month, changed, by=money.jorge, at=AT, creates=True)
        for line in Line.objects.order_by("pk")[:size]:
            actions.share_line(
                line, [WeightDraft(money.project, Decimal(100))], by=money.ana, at=AT
            )
        with CaptureQueriesContext(connection) as queries:
            page = client.get(YEAR_PAGE)
        assert page.status_code == 200
        asked.append(len(queries))
    assert asked[0] == asked[1] <= 12


def test_the_year_shows_sums_execution_and_what_does_not_agree(
    client: Client, taken: Money
) -> None:
    client.force_login(taken.marta)
    page = client.get(YEAR_PAGE).content.decode()
    assert "88,80\u00a0%" in page
    assert "4.884,15 de 5.500,00" in page
    assert "240.000,00" in page
    assert "2.026" not in page
    bent = PAPER.replace("4.800,00", "4.900,00")
    actions.take_statement(2026, 9, bent, by=taken.jorge, at=AT)
    found = client.get(f"{YEAR_PAGE}&ver=breaches").content.decode()
    assert "El pagado USD\u00a04.900,00 pasa del devengado USD\u00a04.884,15" in found
    assert "Ingresos" not in found.split("<main")[1]


def test_filters_leave_only_what_was_asked_for(client: Client, taken: Money) -> None:
    client.force_login(taken.marta)
    for words, codes in (("q=cámaras", {"840104.01"}), ("grupo=13", {"130101"}), ("q=nada", set())):
        picture = client.get(f"{YEAR_PAGE}&{words}").context["picture"]
        assert {one.line.code for one in picture.shown} == codes


def test_a_late_line_is_told_by_the_bands_of_the_council(client: Client, taken: Money) -> None:
    slow = PAPER.replace("4.884,15", "3.000,00").replace("4.800,00", "3.000,00")
    actions.take_statement(2026, 9, slow, by=taken.jorge, at=AT)
    client.force_login(taken.jorge)
    assert "detrás del calendario" in client.get(YEAR_PAGE).content.decode()
    lenient = Terms(behind_time=Decimal(40))
    day = AT.date() - timedelta(days=200)
    actions.set_terms(lenient, starts_on=day, by=taken.jorge, at=AT)
    assert "detrás del calendario" not in client.get(YEAR_PAGE).content.decode()


def test_a_line_that_a_month_leaves_out_is_unknown_and_in_no_sum(
    client: Client, taken: Money
) -> None:
    actions.add_line(2026, actions.LineDraft("730402", "Mantenimiento"), by=taken.jorge, at=AT)
    client.force_login(taken.jorge)
    answer = client.get(YEAR_PAGE)
    assert "sin dato" in answer.content.decode()
    assert [one.line.code for one in answer.context["picture"].silent] == ["730402"]
    expense = answer.context["picture"].kinds[0][2]
    assert expense.amounts.accrued == Decimal("4884.15")


def test_nothing_assigned_shows_no_execution_and_not_zero(client: Client, money: Money) -> None:
    nothing = dict.fromkeys(
        ("initial", "amendments", "revised", "certified", "committed", "accrued", "paid"), "0,00"
    )
    text = "\n".join((HEADER, row("530101", **nothing)))
    actions.take_statement(2026, 9, text, by=money.jorge, at=AT, creates=True)
    client.force_login(money.jorge)
    picture = client.get(YEAR_PAGE).context["picture"]
    assert picture.rows[0].execution is None
    assert picture.rows[0].cautions == ()


def test_a_line_shows_its_months_its_chart_and_what_stood_before(
    client: Client, taken: Money
) -> None:
    actions.take_statement(2026, 9, PAPER.replace("4.884,15", "4.990,00"), by=taken.jorge, at=AT)
    client.force_login(taken.marta)
    page = client.get(f"/presupuesto/{taken.line().pk}/").content.decode()
    assert "<polyline" in page
    assert "4.990,00" in page
    assert "antes decía" in page
    assert "4.884,15" in page


def test_a_plan_shows_the_money_of_each_project_to_the_cent(client: Client, taken: Money) -> None:
    halves = [WeightDraft(taken.project, Decimal(100))]
    actions.share_line(taken.line(), halves, by=taken.jorge, at=AT)
    client.force_login(taken.marta)
    answer = client.get(f"/presupuesto/plan/{taken.plan.slug}/")
    (funds,) = [one for one in answer.context["funds"] if one.parts]
    assert funds.row.amounts.accrued == Decimal("4884.15")
    assert funds.unspent == Decimal("615.85")
    assert funds.row.expected == 75  # the calendar, as the line has no programming
    late = [Decimal(0)] * 10 + [Decimal(40), Decimal(60)]
    actions.program_line(taken.line(), late, by=taken.jorge, at=AT)
    again = client.get(f"/presupuesto/plan/{taken.plan.slug}/")
    (funds,) = [one for one in again.context["funds"] if one.parts]
    assert funds.row.expected == 0
    assert "El dinero" in answer.content.decode()


def test_parishes_are_told_apart_from_the_whole_canton(client: Client, taken: Money) -> None:
    parish = taken.council.parish
    actions.add_line(
        2026, actions.LineDraft("750107", "Cámaras", parish=parish), by=taken.jorge, at=AT
    )
    text = "\n".join((HEADER, row("750107")))
    actions.take_statement(2026, 9, text, by=taken.jorge, at=AT)
    client.force_login(taken.marta)
    listed = client.get("/presupuesto/parroquias/").context["parishes"]
    assert [(place.name if place else "", count) for place, count, _ in listed] == [
        ("", 1),
        ("Malacatos", 1),
    ]


@pytest.mark.parametrize(
    "path",
    ["", "parroquias/", "correcciones/", "contratos/", "cedula/plantilla/", "plan/poa-2026/"],
)
def test_an_empty_budget_says_what_it_is_for(client: Client, money: Money, path: str) -> None:
    client.force_login(money.jorge)
    assert client.get(f"/presupuesto/{path}").status_code == 200


def test_the_newest_month_is_shown_and_another_can_be_asked_for(
    client: Client, taken: Money
) -> None:
    for month in (10, 3):
        actions.take_statement(2026, month, PAPER, by=taken.jorge, at=AT)
    client.force_login(taken.jorge)
    assert client.get("/presupuesto/").context["picture"].month.number == 10
    assert client.get(f"{YEAR_PAGE}&mes=3").context["picture"].month.number == 3
