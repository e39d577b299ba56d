"""The seals are for everyone; the lines are for whoever may read them."""

import pytest
from django.test import Client

from sereno.logbook.actions import subject_of
from sereno.logbook.models import Entry
from tests.reports.conftest import Council
from tests.reports.story import answered


def test_anyone_can_keep_the_seal_of_a_day(client: Client, council: Council) -> None:
    answered(2, by=subject_of(council.carmen))
    page = client.get("/bitacora/?mes=2026-03").content.decode()
    last = Entry.objects.order_by("number").last()
    assert last is not None
    assert last.seal in page
    assert "06/03/2026" in page
    assert "sereno verify" in page


@pytest.mark.parametrize("month", ["", "2026-13", "hoy", "1999-01"])
def test_a_month_without_lines_or_sense_is_no_fault(
    client: Client, council: Council, month: str
) -> None:
    answered(2, by="")
    answer = client.get("/bitacora/", {"mes": month})
    assert answer.status_code == 200
    assert "Ese mes no hay líneas" in answer.content.decode()
    assert "marzo 2026" in answer.content.decode()


def test_a_stranger_is_sent_to_sign_in_and_a_planner_is_refused(
    client: Client, council: Council
) -> None:
    assert client.get("/bitacora/lineas/").status_code == 302
    client.force_login(council.jorge)
    assert client.get("/bitacora/lineas/").status_code == 403


def test_an_auditor_reads_who_did_what(client: Client, council: Council) -> None:
    answered(2, by=subject_of(council.carmen))
    client.force_login(council.ana)
    page = client.get("/bitacora/lineas/").content.decode()
    assert "Carmen Planificadora" in page
    assert "Llegó una unidad al lugar" in page


@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ({"evento": "incident.closed"}, {"incident.closed"}),
        ({"asunto": "alert:2"}, {"alert.raised", "alert.acknowledged"}),
        ({"desde": "2026-03-07"}, set()),
        ({"hasta": "2026-03-05"}, set()),
        ({"desde": "2026-03-06", "hasta": "2026-03-06", "evento": "signal.kept"}, {"signal.kept"}),
    ],
)
def test_an_auditor_asks_for_some_lines(
    client: Client, council: Council, asked: dict[str, str], told: set[str]
) -> None:
    answered(2, by=subject_of(council.carmen))
    client.force_login(council.ana)
    answer = client.get("/bitacora/lineas/", asked)
    assert {line.entry.event for line in answer.context["lines"]} == told


def test_lines_of_one_author_are_found_and_nonsense_is_said(
    client: Client, council: Council
) -> None:
    answered(2, by=subject_of(council.carmen))
    client.force_login(council.ana)
    his = client.get("/bitacora/lineas/", {"autor": subject_of(council.carmen)})
    assert len(his.context["lines"]) == 5
    odd = client.get("/bitacora/lineas/", {"autor": "Carmen"}).content.decode()
    assert "Escriba person: y el número de la persona." in odd


def test_older_lines_are_on_the_next_page(client: Client, council: Council) -> None:
    for number in range(20):
        answered(number + 1, by="")
    client.force_login(council.ana)
    first = client.get("/bitacora/lineas/", {"evento": ""})
    assert len(first.context["lines"]) == 100
    second = client.get("/bitacora/lineas/", {"antes": first.context["next"]})
    assert len(second.context["lines"]) == 40
    assert second.context["next"] is None
