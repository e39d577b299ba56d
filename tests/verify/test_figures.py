"""The mark of late data on a figure is there because a line tells of it, and stays."""

from datetime import timedelta

import pytest

from sereno.reports import actions
from sereno.reports.models import Overtaken
from sereno.verify import figures
from tests.verify.council import AT, Account

SEEN = AT + timedelta(days=3)


@pytest.fixture
def marked(account: Account) -> Account:
    actions.mark_overtaken([account.figure], at=SEEN)
    return account


def told() -> list[str]:
    return [str(one) for one in figures.faults()]


def test_a_mark_that_nobody_touched_holds(marked: Account) -> None:
    assert told() == []


def test_a_mark_taken_away_is_named_by_its_line(marked: Account) -> None:
    Overtaken.objects.all().delete()
    (fault,) = told()
    assert "datos tardíos" in fault
    assert "ya no está" in fault


def test_a_mark_put_by_hand_or_moved_is_named(account: Account) -> None:
    mark = Overtaken.objects.create(figure=account.figure, seen_at=SEEN)
    (fault,) = told()
    assert account.figure.slug in fault
    mark.delete()
    actions.mark_overtaken([account.figure], at=SEEN)
    Overtaken.objects.update(seen_at=AT)
    (moved,) = told()
    assert "ninguna línea cuenta que se puso entonces" in moved
