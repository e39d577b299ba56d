"""Signals are kept whole, understood once, and taken by one hand."""

from datetime import timedelta

import pytest
from django.db import OperationalError

from sereno.alerts import actions, events
from sereno.alerts.actions import AlreadyTaken, Frame, NotYours
from sereno.alerts.models import Alert, AlertKind, Signal
from sereno.alerts.rules import Class, Reading, Urgency
from sereno.devices import actions as devices
from sereno.devices.rules import Cause, State
from sereno.logbook.models import Entry
from sereno.logbook.queries import chain, first_break
from sereno.people.rules import Role
from tests.alerts.street import AT, Street, arrive, street
from tests.people.cast import enrol

pytestmark = pytest.mark.django_db
SOON = AT + timedelta(seconds=30)


@pytest.fixture(name="jipiro")
def street_of_jipiro() -> Street:
    return street()


def told(event: str) -> int:
    return Entry.objects.filter(event=event).count()


def test_many_frames_are_kept_in_their_order_with_one_line_each() -> None:
    frames = [Frame("http", bytes([n]), AT, f"A-{n}") for n in range(7)]
    signals = actions.keep(frames)
    assert [bytes(signal.raw) for signal in signals] == [frame.raw for frame in frames]
    lines = Entry.objects.filter(event="signal.kept").order_by("number")
    assert [line.subject for line in lines] == [f"signal:{signal.pk}" for signal in signals]
    assert first_break() is None


def test_a_press_becomes_an_alert_where_the_device_stands(jipiro: Street) -> None:
    alert = arrive(b'{"code":"HA"}')
    assert alert is not None
    assert (alert.kind.code, alert.urgency) == ("robbery", Urgency.LIFE)
    assert alert.device == jipiro.button
    assert str(alert.barrio) == "Jipiro"
    assert (alert.latitude, alert.is_approximate) == (jipiro.button.latitude, False)
    assert [line.event for line in chain(f"alert:{alert.pk}")] == ["signal.kept", "alert.raised"]


def test_a_press_says_that_the_device_lives(jipiro: Street) -> None:
    arrive()
    jipiro.button.refresh_from_db()
    assert jipiro.button.last_contact_at == AT


def test_a_device_nobody_knows_is_heard_all_the_same(jipiro: Street) -> None:
    alert = arrive(b'{"latitude":-3.9951,"longitude":-79.2041}', sender="XYZ-1")
    assert alert is not None
    assert (alert.device, alert.urgency) == (None, Urgency.LIFE)
    assert str(alert.barrio) == "Santo Domingo"
    assert alert.is_approximate is False


def test_a_device_nobody_knows_without_a_position_has_no_place_yet(jipiro: Street) -> None:
    alert = arrive(sender="XYZ-1")
    assert alert is not None
    assert (alert.barrio, alert.latitude, alert.is_approximate) == (None, None, True)


@pytest.mark.parametrize("code", ["", "ZZ", "SINGLE"])
def test_a_code_nobody_knows_is_danger_to_life(jipiro: Street, code: str) -> None:
    alert = arrive(f'{{"code":"{code}"}}'.encode())
    assert alert is not None
    assert (alert.kind.code, alert.urgency) == ("unknown", Urgency.LIFE)
    assert alert.kind.questions


def test_the_kind_for_what_nobody_knows_is_made_once(jipiro: Street) -> None:
    arrive(sender="A-1")
    arrive(sender="A-2")
    assert AlertKind.objects.filter(code="unknown").count() == 1


def test_a_council_may_write_its_own_card_for_what_nobody_knows(jipiro: Street) -> None:
    own = AlertKind.objects.create(
        code="unknown", name="Auxilio", urgency=Urgency.LIFE, starts_on=AT.date()
    )
    alert = arrive()
    assert alert is not None
    assert alert.kind == own


def test_a_second_press_joins_and_the_same_press_joins_in_silence(jipiro: Street) -> None:
    first = arrive(b'{"token":"1"}')
    assert arrive(b'{"token":"1"}', at=SOON) == first
    assert told("alert.repeated") == 0
    assert arrive(b'{"token":"2"}', at=SOON) == first
    assert told("alert.repeated") == 1
    assert (Alert.objects.count(), Signal.objects.filter(alert=first).count()) == (1, 3)


def test_the_same_press_on_two_channels_is_one_alert(jipiro: Street) -> None:
    first = arrive(b'{"token":"1"}')
    again = arrive(b'{"token":"1"}', channel="mqtt", sender="sereno/LOJ-0007/cry", at=SOON)
    assert (again, told("alert.repeated")) == (first, 0)


def test_a_press_after_the_alert_was_classified_is_a_new_alert(jipiro: Street) -> None:
    first = arrive(b'{"token":"1"}')
    assert first is not None
    actions.classify(first, Class.FALSE, by=jipiro.rosa, at=AT)
    assert arrive(b'{"token":"2"}', at=SOON) != first


def test_two_unknown_senders_do_not_hide_each_other(jipiro: Street) -> None:
    assert arrive(sender="XYZ-1") != arrive(sender="XYZ-2")


def test_what_cannot_be_read_stays_with_its_fault(jipiro: Street) -> None:
    assert arrive(b"PANIC") is None
    signal = Signal.objects.get()
    assert (bytes(signal.raw), signal.fault, signal.understood_at) == (b"PANIC", "not_json", None)
    assert told("signal.faulted") == 1


def test_a_reader_that_breaks_is_a_fault_of_that_signal_only(jipiro: Street) -> None:
    def broken(raw: bytes, sender: str) -> Reading:
        raise ZeroDivisionError

    (signal,) = actions.keep([Frame("http", b"{}", AT, "LOJ-0007")])
    assert actions.understand(signal, broken) is None
    assert Signal.objects.get().fault == "reader_failed:ZeroDivisionError"


def test_a_disk_that_fails_is_no_fault_of_the_signal(jipiro: Street) -> None:
    def full(raw: bytes, sender: str) -> Reading:
        raise OperationalError("database or disk is full")

    (signal,) = actions.keep([Frame("http", b"{}", AT, "LOJ-0007")])
    with pytest.raises(OperationalError):
        actions.understand(signal, full)
    assert Signal.objects.get().fault == ""


def test_a_signal_is_understood_once(jipiro: Street) -> None:
    alert = arrive()
    signal = Signal.objects.get()
    assert actions.understand(signal, lambda raw, sender: Reading("A-1")) == alert
    assert (Alert.objects.count(), told("alert.raised")) == (1, 1)


def test_a_cry_of_a_silent_device_brings_it_back(jipiro: Street) -> None:
    tecla = enrol("tadeo", Role.TECHNICIAN)
    devices.change(jipiro.button, to=State.OUT, cause=Cause.SILENCE, by=tecla, at=AT)
    arrive(at=SOON)
    jipiro.button.refresh_from_db()
    assert (jipiro.button.state, told("device.came_back")) == (State.OPERATING, 1)


def test_a_neighbour_is_found_where_she_lives_unless_her_telephone_knows_better(
    jipiro: Street,
) -> None:
    at_home = arrive(channel="neighbour", sender="", caller=jipiro.ana)
    assert at_home is not None
    assert (str(at_home.barrio), at_home.is_approximate) == ("Jipiro", True)
    assert Entry.objects.get(event="alert.raised").actor == f"person:{jipiro.ana.pk}"
    actions.classify(at_home, Class.TEST, by=jipiro.rosa, at=AT)
    out = arrive(
        b'{"latitude":-3.9951,"longitude":-79.2041}',
        channel="neighbour",
        sender="",
        caller=jipiro.ana,
        at=SOON,
    )
    assert out is not None
    assert (str(out.barrio), out.is_approximate) == ("Santo Domingo", False)


def test_only_one_hand_takes_an_alert(jipiro: Street) -> None:
    alert = arrive()
    assert alert is not None
    other = Alert.objects.get(pk=alert.pk)
    actions.acknowledge(alert, by=jipiro.rosa, at=AT)
    with pytest.raises(AlreadyTaken) as taken:
        actions.acknowledge(other, by=enrol("raul", Role.OPERATOR), at=SOON)
    assert taken.value.alert.acknowledged_by == jipiro.rosa
    assert taken.value.alert.acknowledged_at == AT
    assert told("alert.acknowledged") == 1


def test_the_last_word_on_an_alert_counts_and_all_are_kept(jipiro: Street) -> None:
    alert = arrive()
    assert alert is not None
    actions.classify(alert, Class.REAL, by=jipiro.rosa, at=AT)
    actions.classify(alert, Class.FALSE, by=jipiro.rosa, at=SOON)
    alert.refresh_from_db()
    assert (alert.classification, alert.classified_at) == (Class.FALSE, SOON)
    assert told(events.AlertClassified.name) == 2


def test_whoever_cried_says_what_happens_and_nobody_else(jipiro: Street) -> None:
    alert = arrive(channel="neighbour", sender="", caller=jipiro.ana)
    assert alert is not None
    noise = AlertKind.objects.get(code="noise")
    with pytest.raises(NotYours):
        actions.specify(alert, noise, by=jipiro.rosa, at=AT)
    actions.specify(alert, noise, by=jipiro.ana, at=SOON)
    assert (alert.kind, alert.urgency) == (noise, Urgency.LIFE)
    assert Entry.objects.get(event="alert.specified").data == {"kind": "noise", "urgency": "life"}


def test_the_words_that_follow_a_cry_specify_it(jipiro: Street) -> None:
    token = b'"token":"9f3a51c2d4e60718"'
    first = arrive(b"{" + token + b"}", channel="neighbour", sender="", caller=jipiro.ana)
    again = arrive(
        b"{" + token + b',"code":"noise"}', channel="neighbour", sender="", caller=jipiro.ana
    )
    assert again == first
    assert again is not None
    assert (again.kind.code, again.urgency) == ("noise", Urgency.LIFE)
    assert told("alert.repeated") == 0


def test_a_graver_press_makes_the_alert_it_joins_graver(jipiro: Street) -> None:
    first = arrive(b'{"code":"ruido"}')
    assert first is not None
    assert first.urgency == Urgency.NUISANCE
    again = arrive(b'{"code":"HA"}', at=SOON)
    assert again == first
    assert again is not None
    assert (again.kind.code, again.urgency) == ("robbery", Urgency.LIFE)
    arrive(b'{"code":"ruido"}', at=SOON)
    first.refresh_from_db()
    assert (first.kind.code, first.urgency) == ("robbery", Urgency.LIFE)
    assert told("alert.specified") == 1


def test_a_faulty_signal_is_seen_once(jipiro: Street) -> None:
    arrive(b"PANIC")
    signal = Signal.objects.get()
    actions.mark_seen(signal, by=jipiro.rosa, at=AT)
    actions.mark_seen(signal, by=jipiro.rosa, at=SOON)
    signal.refresh_from_db()
    assert (signal.seen_at, told("signal.seen")) == (AT, 1)
