"""Lists of open data: pages with a way on, filters by name, and the same rows as CSV."""

import csv
from collections.abc import Callable
from io import StringIO

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.reports.queries.opened import TABLES, Table
from sereno.results.models import Measurement
from tests.api.conftest import Call, Council
from tests.reports.abundant import Abundance, abound


@pytest.fixture
def abundance(council: Council, measured: Callable[..., Measurement]) -> Abundance:
    return abound(council, measured)


def test_every_table_is_a_list_and_a_file(call: Call, abundance: Abundance) -> None:
    for table in TABLES:
        told = call("GET", f"/{table.name}")
        assert told.status_code == 200, table.name
        names = [one.name for one in table.columns]
        for item in told.json()["items"]:
            assert list(item) == names
        sheet = call("GET", f"/{table.name}.csv")
        assert sheet.headers["Content-Type"] == "text/csv; charset=utf-8"
        head, *rows = csv.reader(StringIO(sheet.content.decode(), newline=""))
        assert head == names
        assert len(rows) == told.json()["total"] == int(sheet.headers["X-Total-Count"])
        accepted = call("GET", f"/{table.name}", Accept="text/csv")
        assert accepted.content == sheet.content


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_a_list_takes_few_questions(call: Call, abundance: Abundance, table: Table) -> None:
    with CaptureQueriesContext(connection) as asked:
        assert call("GET", f"/{table.name}").status_code == 200
    assert len(asked) <= 8


def test_pages_lead_on(call: Call, abundance: Abundance) -> None:
    first = call("GET", "/matters?limit=1")
    assert (first.json()["total"], len(first.json()["items"])) == (2, 1)
    address = first.headers["Link"].removeprefix("<http://testserver/api/v1").split(">")[0]
    second = call("GET", address)
    assert second.json()["total"] == 2
    assert second.json()["items"][0]["id"] != first.json()["items"][0]["id"]
    assert "Link" not in second.headers
    beyond = call("GET", "/matters?offset=9").json()
    assert beyond == {"total": 2, "items": []}


def test_a_filter_narrows(call: Call, abundance: Abundance) -> None:
    found = call("GET", "/budget-statements?year=2026&month=1&code=73.06.01").json()
    (row,) = found["items"]
    assert (row["accrued"], row["to_accrue"], row["to_pay"]) == ("4884.15", "615.85", "884.15")
    assert call("GET", "/budget-statements?month=2").json()["total"] == 0
    assert call("GET", "/figures?parish=El Valle").json()["items"][0]["value"] is None


def test_a_filter_that_no_table_has_is_refused(call: Call, abundance: Abundance) -> None:
    refused = call("GET", "/matters?fate=kept")
    assert (refused.status_code, refused.json()["where"]) == (422, "fate")
    assert "no existe" in refused.json()["detail"]


def test_a_cell_runs_nothing_in_a_sheet(call: Call, abundance: Abundance) -> None:
    assert "\n" in call("GET", "/ordinances.csv").content.decode()
    assert ",'=Ordenanza de seguridad," in call("GET", "/ordinances.csv").content.decode()
    assert call("GET", "/ordinances").json()["items"][0]["title"] == "=Ordenanza de seguridad"


def test_addresses_are_whole(call: Call, abundance: Abundance) -> None:
    found = call("GET", "/figures").json()["items"][0]
    assert found["url"].startswith("http://testserver/cifras/")
