"""Times are set from a day on; a day that began keeps the ones it began with."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from sereno.alerts import actions
from sereno.alerts.actions import TimesDraft
from sereno.alerts.models import TimeTarget
from sereno.alerts.rules import Urgency
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.people.cast import enrol

AT = datetime(2026, 6, 1, 15, tzinfo=UTC)
TODAY, TOMORROW = date(2026, 6, 1), date(2026, 6, 2)
TIMES = TimesDraft(
    Urgency.LIFE, "urban", TODAY, "Acta 4 del Consejo", acknowledge=15, dispatch=120, arrive=480
)


@pytest.fixture
def elena(db: None) -> Person:
    return enrol("elena", Role.DIRECTOR)


def standing() -> dict[str, int]:
    return dict(TimeTarget.objects.filter(ends_on=None).values_list("step", "seconds"))


def test_the_first_times_of_a_council_begin_today(elena: Person) -> None:
    actions.set_times(TIMES, by=elena, at=AT)
    assert standing() == {"acknowledge": 15, "dispatch": 120, "arrive": 480}
    line = Entry.objects.get(event="alert.times_set")
    assert line.data == {
        "urgency": "life",
        "kind": "",
        "zone": "urban",
        "acknowledge": 15,
        "dispatch": 120,
        "arrive": 480,
        "since": "2026-06-01",
    }


def test_new_ones_begin_tomorrow_and_what_did_not_change_stays(elena: Person) -> None:
    actions.set_times(TIMES, by=elena, at=AT)
    shorter = replace(TIMES, arrive=420)
    with pytest.raises(actions.TimesBackwards):
        actions.set_times(shorter, by=elena, at=AT)
    actions.set_times(replace(shorter, starts_on=TOMORROW), by=elena, at=AT)
    assert standing() == {"acknowledge": 15, "dispatch": 120, "arrive": 420}
    old = TimeTarget.objects.get(seconds=480)
    assert (old.starts_on, old.ends_on) == (TODAY, TOMORROW)
    assert TimeTarget.objects.count() == 4


def test_a_blank_ends_a_time(elena: Person) -> None:
    actions.set_times(TIMES, by=elena, at=AT)
    assert not actions.set_times(replace(TIMES, arrive=None, starts_on=TOMORROW), by=elena, at=AT)
    assert standing() == {"acknowledge": 15, "dispatch": 120}


def test_times_that_say_nothing_new_or_nothing_possible_are_refused(elena: Person) -> None:
    actions.set_times(TIMES, by=elena, at=AT)
    later = replace(TIMES, starts_on=TOMORROW)
    with pytest.raises(actions.NothingChanged):
        actions.set_times(later, by=elena, at=AT)
    for bad in (replace(later, dispatch=500), replace(later, acknowledge=0)):
        with pytest.raises(actions.TimesInDisorder):
            actions.set_times(bad, by=elena, at=AT)
    with pytest.raises(actions.NoSuchKind):
        actions.set_times(replace(later, kind="volcan"), by=elena, at=AT)
    with pytest.raises(actions.TimesBackwards):
        actions.set_times(
            replace(TIMES, zone="rural", starts_on=date(2026, 5, 31)), by=elena, at=AT
        )
    assert TimeTarget.objects.count() == 3
