"""The links of registers are visited on a server of this machine, and the score says what broke."""

from datetime import UTC, datetime, timedelta

import pytest

from sereno.logbook.models import Entry
from sereno.reports import actions, watch
from sereno.reports.models import LinkVisit
from sereno.reports.queries import transparency
from sereno.reports.queries.transparency import Asked
from sereno.reports.rules.scoring import Fault
from tests.reports.conftest import Council
from tests.results.test_watch import HERE, street

__all__ = ["street"]
NOON = datetime(2026, 11, 10, 17, tzinfo=UTC)
PATHS = ("/acta.pdf", "/closed", "/gone", "/false.pdf", "/broken")


@pytest.fixture
def register(council: Council, street: str) -> None:
    rows = [
        ["Convenio", "03/10/2026", "Cámaras", "Policía", "un año", f"{street}{path}"]
        for path in PATHS
    ]
    draft = actions.RegisterDraft("18", 2026, 10, "rows", rows=rows)
    actions.keep_register(draft, by=council.carmen, at=NOON)


def visited() -> int:
    return watch.probe_registers(clock=lambda: NOON, allowed=HERE)


def test_each_link_is_visited_once_a_month_with_one_line_for_the_round(register: None) -> None:
    assert visited() == len(PATHS)
    assert visited() == 0
    later = NOON + timedelta(days=31)
    assert watch.probe_registers(clock=lambda: later, allowed=HERE) == 0
    assert LinkVisit.objects.count() == len(PATHS)
    line = Entry.objects.get(event="links.visited")
    assert line.data == {"links": len(PATHS), "working": 1}


def test_a_link_that_does_not_open_costs_points_and_says_why(register: None, street: str) -> None:
    asked = Asked(2026, 10, "http://127.0.0.1")
    before = transparency.score(transparency.pages(asked), asked, on=asked.last)
    visited()
    after = transparency.score(transparency.pages(asked), asked, on=asked.last)
    (mark,) = (mark for mark in after.marks if mark.numeral.code == "18")
    assert [(flaw.fault, flaw.row) for flaw in mark.flaws] == [
        (Fault.LINK_LOGIN, 2),
        (Fault.LINK_GONE, 3),
        (Fault.LINK_OTHER, 4),
        (Fault.LINK_SILENT, 5),
    ]
    assert mark.flaws[0].found == f"{street}/closed"
    assert after.total < before.total


def test_a_link_into_the_council_s_own_network_is_not_visited(register: None) -> None:
    watch.probe_registers(clock=lambda: NOON)
    assert set(LinkVisit.objects.values_list("found", flat=True)) == {"not_visited"}
