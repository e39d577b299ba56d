"""Every signal kept is understood once, in order, and none stops those behind it."""

from collections.abc import Mapping

import pytest
from django.db import OperationalError

from sereno.alerts import actions
from sereno.alerts.actions import Frame
from sereno.alerts.followers import understanding
from sereno.alerts.intake import READERS
from sereno.alerts.models import Alert, Signal
from sereno.alerts.rules import Reading
from sereno.logbook.models import Cursor, Entry
from tests.alerts.street import AT

pytestmark = pytest.mark.django_db


def keep(*bodies: bytes) -> None:
    actions.keep([Frame("http", raw, AT, f"A-{n}") for n, raw in enumerate(bodies)])


def run(follower_of: Mapping[str, actions.Reader] = READERS) -> int:
    follower, done = understanding(follower_of), 0
    while moved := follower.step():
        done += moved
    return done


def test_what_was_kept_becomes_alerts_in_its_order() -> None:
    keep(b"{}", b"{}", b"{}")
    assert run() == 3
    assert list(Alert.objects.order_by("pk").values_list("signals", flat=True)) == list(
        Signal.objects.order_by("pk").values_list("pk", flat=True)
    )


def test_a_signal_is_not_understood_again_after_a_restart() -> None:
    keep(b"{}")
    assert (run(), run()) == (1, 0)
    Cursor.objects.all().delete()  # Even if the place in the logbook were forgotten.
    run()
    assert (Alert.objects.count(), Entry.objects.filter(event="alert.raised").count()) == (1, 1)


def test_an_unreadable_signal_does_not_stop_those_behind_it() -> None:
    keep(b"{}", b"PANIC", b"\xff", b"{}")
    assert run() == 4
    assert Alert.objects.count() == 2
    assert Signal.objects.exclude(fault="").count() == 2


def test_a_channel_nobody_reads_is_a_fault_of_its_signals_only() -> None:
    actions.keep([Frame("paloma", b"{}", AT), Frame("http", b"{}", AT, "A-1")])
    assert run() == 2
    assert Signal.objects.get(channel="paloma").fault == "no_such_channel"
    assert Alert.objects.count() == 1


def test_a_failing_database_leaves_everything_to_be_tried_again() -> None:
    def failing(raw: bytes, sender: str) -> Reading:
        if sender == "A-1":
            raise OperationalError("database or disk is full")
        return READERS["http"](raw, sender)

    keep(b"{}", b"{}")
    with pytest.raises(OperationalError):
        run({"http": failing})
    assert not Alert.objects.exists()
    assert run() == 2
    assert Alert.objects.count() == 2
