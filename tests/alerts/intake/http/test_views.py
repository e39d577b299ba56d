"""What a device is answered over HTTP: only what is true of its signal at that moment."""

import asyncio
import json
from collections.abc import Sequence
from typing import Any

import pytest
from django.core.cache import cache
from django.db import OperationalError
from django.http import HttpResponse
from django.test import AsyncClient

from sereno.alerts import actions
from sereno.alerts.actions import Frame
from sereno.alerts.intake.http import views
from sereno.alerts.intake.pulse import pulse
from sereno.alerts.models import Signal
from sereno.devices import actions as devices
from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.logbook.models import Entry
from sereno.people.models import Person
from tests.alerts.street import AT, Street, street

pytestmark = pytest.mark.django_db(transaction=True)
DOOR = "/intake/http/"


@pytest.fixture(name="jipiro")
def street_of_jipiro(transactional_db: None) -> Street:
    cache.clear()
    return street()


def post(body: Any, key: str = "", **more: Any) -> HttpResponse:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    headers = {"Authorization": f"Bearer {key}"} if key else {}

    async def ask() -> Any:
        return await AsyncClient().post(
            DOOR, raw, content_type="application/json", headers=headers, **more
        )

    answer: HttpResponse = asyncio.run(ask())
    return answer


def said(answer: HttpResponse) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(answer.content)
    return found


def test_a_cry_is_answered_with_the_number_it_was_kept_under(jipiro: Street) -> None:
    answer = post({"code": "HA", "token": "1"}, jipiro.key)
    signal = Signal.objects.get()
    assert answer.status_code == 202
    assert said(answer) == {"kept": signal.pk, "at": signal.received_at.isoformat()}
    assert (signal.device, signal.sender, signal.fault) == (jipiro.button, "LOJ-0007", "")
    assert bytes(signal.raw) == b'{"code": "HA", "token": "1"}'


def test_a_wrong_key_is_refused_and_kept_for_the_technician(jipiro: Street) -> None:
    for key in ("", "x" * 32):
        answer = post({"code": "HA"}, key)
        assert (answer.status_code, said(answer)["error"]) == (401, "unknown_key")
    assert set(Signal.objects.values_list("fault", flat=True)) == {"unknown_key"}
    assert set(Entry.objects.filter(event__startswith="signal.").values_list("event")) == {
        ("signal.faulted",)
    }


def test_a_stranger_cannot_fill_the_disk(jipiro: Street, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "STRANGERS_A_MINUTE", 3)
    answers = [post({}) for _ in range(5)]
    assert [answer.status_code for answer in answers] == [401, 401, 401, 429, 429]
    assert answers[-1].headers["Retry-After"] == "60"
    assert Signal.objects.count() == 3
    assert post({}, jipiro.key).status_code == 202


def test_the_key_of_a_retired_device_opens_nothing(jipiro: Street) -> None:
    tecla = Person.objects.get(username="tecla")
    devices.change(jipiro.button, to=State.RETIRED, by=tecla, at=AT)
    assert post({}, jipiro.key).status_code == 401


def test_a_new_key_shuts_out_the_old_one(jipiro: Street) -> None:
    key = devices.issue_key(jipiro.button, by=Person.objects.get(username="tecla"), at=AT)
    assert post({}, jipiro.key).status_code == 401
    assert post({}, key).status_code == 202


def test_what_cannot_be_read_is_kept_with_its_fault_and_said(jipiro: Street) -> None:
    answer = post(b"PANIC", jipiro.key)
    signal = Signal.objects.get()
    assert answer.status_code == 400
    assert said(answer) == {"error": "not_json", "kept": signal.pk}
    assert (signal.fault, signal.device) == ("not_json", jipiro.button)


def test_too_much_is_not_even_read(jipiro: Street) -> None:
    answer = post(b"x" * (views.MOST_BYTES + 1), jipiro.key)
    assert (answer.status_code, said(answer)["error"]) == (413, "too_large")
    assert not Signal.objects.exists()


def test_a_signal_that_cannot_be_kept_is_never_said_to_be(
    jipiro: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(frames: Sequence[Frame]) -> list[Signal]:
        raise OperationalError("database or disk is full")

    monkeypatch.setattr(actions, "keep", full)
    answer = post({}, jipiro.key)
    assert (answer.status_code, said(answer)) == (503, {"error": "not_kept"})
    assert answer.headers["Retry-After"] == "5"


def test_a_database_that_fails_while_the_key_is_asked_is_told_as_such(
    jipiro: Street, monkeypatch: pytest.MonkeyPatch
) -> None:
    def locked(key: str) -> None:
        raise OperationalError("database is locked")

    monkeypatch.setattr(views, "keyed", locked)
    answer = post({}, jipiro.key)
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


@pytest.mark.parametrize(
    "body",
    [
        {"sense": "heartbeat"},
        {"sense": "position", "latitude": -3.99, "longitude": -79.2},
    ],
)
def test_a_sign_of_life_is_no_signal(jipiro: Street, body: dict[str, Any]) -> None:
    lines = Entry.objects.count()
    answer = post(body, jipiro.key)
    assert (answer.status_code, said(answer)) == (202, {"heard": "LOJ-0007"})
    pulse.write()
    device = Device.objects.get(pk=jipiro.button.pk)
    assert device.last_contact_at is not None
    assert (device.latitude == -3.99) is ("latitude" in body)
    assert (Signal.objects.count(), Entry.objects.count()) == (0, lines)


def test_only_posts_are_taken(jipiro: Street) -> None:
    async def ask() -> Any:
        return await AsyncClient().get(DOOR)

    answer = asyncio.run(ask())
    assert (answer.status_code, answer.headers["Allow"]) == (405, "POST")
