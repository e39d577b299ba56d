"""The newest line that matters is found whatever operations wrote since."""

from datetime import UTC, datetime

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.alerts.events import SignalKept
from sereno.logbook.actions import Draft, write_all
from sereno.reports.events import FigurePublished
from sereno.reports.queries.log import newest_change, newest_publication
from tests import needs

NOON = datetime(2026, 11, 25, 17, tzinfo=UTC)
pytestmark = pytest.mark.django_db


def write(*, operations: int, figures: int = 0) -> None:
    published = FigurePublished(value="7", seal="-")
    lines = [Draft(published, about=f"figure:{number}", at=NOON) for number in range(figures)]
    heard = SignalKept(channel="http")
    write_all(lines + [Draft(heard, about=f"signal:{n}", at=NOON) for n in range(operations)])


def test_nothing_was_published_yet() -> None:
    write(operations=3)
    assert newest_publication() is None
    assert newest_change() is None


def test_the_last_publication_stands_behind_all_that_operations_wrote() -> None:
    write(figures=2, operations=1)
    write(figures=1, operations=30)
    found, changed = newest_publication(), newest_change()
    assert found is not None
    assert (found.number, found.event, found.subject) == (4, "figure.published", "figure:0")
    assert changed == found


@pytest.mark.needs(needs.SQLITE)
def test_no_line_is_read_that_is_not_asked_for() -> None:
    """Of SQLite alone: PostgreSQL plans by what is there, and reads a table of six lines whole."""
    write(figures=1, operations=5)
    with CaptureQueriesContext(connection) as asked:
        newest_change()
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + asked.captured_queries[0]["sql"])
        plan = [row[3] for row in cursor.fetchall()]
    assert any("logbook_event" in step for step in plan)
    assert not any(step.startswith("SCAN logbook_entry") for step in plan)
