"""A past rewritten in the database itself shows."""

from datetime import UTC, datetime

import pytest

from sereno.logbook import queries
from sereno.logbook.actions import Draft, write_all
from sereno.logbook.models import Entry
from sereno.logbook.rules import Break
from tests.logbook.words import LampLit

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)


@pytest.fixture
def ten_lines(db: None) -> None:
    write_all([Draft(LampLit(), about=f"lamp:{n}", at=NINE) for n in range(10)])


@pytest.mark.usefixtures("ten_lines")
def test_an_untouched_logbook_is_whole() -> None:
    assert queries.first_break() is None


@pytest.mark.usefixtures("ten_lines")
def test_an_updated_row_is_named() -> None:
    Entry.objects.filter(number=4).update(data={"colour": "green"})
    assert queries.first_break() == Break(4, "altered")


@pytest.mark.usefixtures("ten_lines")
def test_a_deleted_row_is_named() -> None:
    Entry.objects.filter(number=7).delete()
    assert queries.first_break() == Break(7, "missing")
