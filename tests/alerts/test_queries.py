"""What a caller is told, read from the logbook alone."""

import importlib
from datetime import timedelta

import pytest

from sereno.alerts import actions, queries
from sereno.alerts.models import Signal
from sereno.alerts.rules import Class
from sereno.incidents import actions as incidents
from sereno.logbook.events import known
from tests.alerts.street import AT, Street, arrive, street

pytestmark = pytest.mark.django_db


@pytest.fixture(name="jipiro")
def street_of_jipiro() -> Street:
    return street()


def minutes(number: int) -> timedelta:
    return timedelta(minutes=number)


def test_every_line_a_caller_is_told_of_exists() -> None:
    importlib.import_module("sereno.incidents.events")
    assert set(queries.TOLD) <= set(known())


def test_a_cry_that_waits_is_only_kept(jipiro: Street) -> None:
    arrive()
    assert [step.step for step in queries.answer_to(Signal.objects.get())] == ["kept"]


def test_the_whole_answer_is_told_in_order_and_each_step_once(jipiro: Street) -> None:
    alert = arrive()
    assert alert is not None
    unit = incidents.add_unit("UPC-01", agency="police", base=None, by=None, at=AT)
    incident = incidents.take(alert, by=jipiro.rosa, at=AT + minutes(1))
    sent = incidents.send(incident, unit, by=jipiro.rosa, at=AT + minutes(2))
    incidents.arrive(sent, by=jipiro.rosa, at=AT + minutes(7))
    incidents.classify(incident, Class.REAL, by=jipiro.rosa, at=AT + minutes(8))
    incidents.close(incident, "attended", by=jipiro.rosa, at=AT + minutes(9))
    told = queries.answer_to(Signal.objects.get())
    assert [(step.step, step.at - AT) for step in told] == [
        ("kept", minutes(0)),
        ("seen", minutes(1)),
        ("on_the_way", minutes(2)),
        ("arrived", minutes(7)),
        ("closed", minutes(9)),
    ]


def test_a_unit_that_turned_back_is_no_longer_on_the_way(jipiro: Street) -> None:
    alert = arrive()
    assert alert is not None
    unit = incidents.add_unit("UPC-01", agency="police", base=None, by=None, at=AT)
    incident = incidents.take(alert, by=jipiro.rosa, at=AT + minutes(1))
    sent = incidents.send(incident, unit, by=jipiro.rosa, at=AT + minutes(2))
    incidents.clear(sent, by=jipiro.rosa, at=AT + minutes(3))
    told = queries.answer_to(Signal.objects.get())
    assert [step.step for step in told] == ["kept", "seen"]


def test_the_answers_of_others_are_not_told(jipiro: Street) -> None:
    mine = arrive(channel="neighbour", sender="", caller=jipiro.ana)
    other = arrive(sender="XYZ-1")
    assert mine is not None
    assert other is not None
    actions.acknowledge(other, by=jipiro.rosa, at=AT)
    assert [step.step for step in queries.answer_to(mine.signals.get())] == ["kept"]


def test_what_a_technician_looks_at_is_unread_or_of_nobody(jipiro: Street) -> None:
    arrive()
    arrive(b"PANIC")
    arrive(sender="XYZ-1")
    arrive(channel="neighbour", sender="", caller=jipiro.ana)
    assert [one.sender for one in queries.to_look_at()] == ["XYZ-1", "LOJ-0007"]
    traffic = queries.traffic(since=AT - minutes(1))
    assert [(one.channel, one.signals, one.faults) for one in traffic] == [
        ("http", 3, 1),
        ("neighbour", 1, 0),
    ]
