"""The listener on a real broker: it acknowledges what is kept, and nothing before."""

import time
import uuid
from collections.abc import Callable, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from queue import Queue
from urllib.parse import urlsplit

import paho.mqtt.client as mqtt
import pytest
from django.db import OperationalError
from paho.mqtt import publish
from paho.mqtt.enums import CallbackAPIVersion

from sereno.alerts.actions import Frame
from sereno.alerts.intake.keeper import Keeper
from sereno.alerts.intake.mqtt import listener
from sereno.alerts.intake.mqtt.listener import Listener
from sereno.alerts.intake.pulse import Pulse
from sereno.alerts.models import Signal
from sereno.devices.models import Device
from sereno.devices.rules import State
from tests import needs
from tests.live import wait_until

pytestmark = [pytest.mark.needs(needs.MOSQUITTO), pytest.mark.django_db(transaction=True)]
AT = datetime(2026, 1, 1, 13, 0, tzinfo=UTC)
BROKER = urlsplit(needs.mqtt_url())
A_MOMENT = 0.5  # seconds in which a broker on this machine would have delivered


@dataclass
class Wire:
    """One client of the broker and the topics that are its alone."""

    name: str

    def topic(self, leaf: str = "cry") -> str:
        return f"sereno/{self.name}/{leaf}"

    def say(self, payload: bytes, topic: str = "", *, retain: bool = False) -> None:
        """Publish as a device does, and come back once the broker has it."""
        publish.single(
            topic or self.topic(),
            payload,
            qos=1,
            retain=retain,
            hostname=BROKER.hostname or "127.0.0.1",
            port=BROKER.port or 1883,
        )

    def kept(self) -> list[bytes]:
        signals = Signal.objects.filter(sender__contains=self.name).order_by("pk")
        return [bytes(raw) for raw in signals.values_list("raw", flat=True)]

    def forget(self) -> None:
        """Take the session and what was retained away from the broker."""
        self.say(b"", retain=True)
        client = mqtt.Client(CallbackAPIVersion.VERSION2, client_id=self.name, clean_session=True)
        client.connect(BROKER.hostname or "127.0.0.1", BROKER.port or 1883)
        client.disconnect()


@pytest.fixture
def wire() -> Iterator[Wire]:
    found = Wire(f"test-{uuid.uuid4().hex[:12]}")
    yield found
    found.forget()


class Held(Keeper):
    """A keeper whose commit never comes, unless the test says how it went."""

    def __init__(self) -> None:
        super().__init__()
        self.frames: Queue[tuple[Frame, Future[int]]] = Queue()

    def submit(self, frame: Frame) -> Future[int]:
        commit: Future[int] = Future()
        self.frames.put((frame, commit))
        return commit

    def next_of(self, wire: Wire) -> tuple[Frame, Future[int]]:
        while True:
            frame, commit = self.frames.get(timeout=20)
            if wire.name in frame.sender:
                return frame, commit
            commit.set_result(0)  # of another client of this broker


@pytest.fixture
def listen(wire: Wire) -> Iterator[Callable[..., Listener]]:
    """Starts a listener of this test, under its own name; ends those still listening."""
    started: list[Listener] = []

    def start(keeper: Keeper | None = None, pulse: Pulse | None = None) -> Listener:
        made = Listener(
            needs.mqtt_url(), name=wire.name, keeper=keeper or Keeper(), pulse=pulse or Pulse()
        )
        started.append(made)
        made.start()
        assert made.listening.wait(20)
        return made

    yield start
    for made in started:
        made.end()


def wait_for(wire: Wire, messages: list[bytes]) -> None:
    wait_until(lambda: wire.kept() == messages, what=f"{messages} to be kept")


def test_a_press_is_kept_as_it_came(wire: Wire, listen: Callable[..., Listener]) -> None:
    listen()
    wire.say(b'{"code":"HA"}')
    wait_for(wire, [b'{"code":"HA"}'])
    signal = Signal.objects.get(sender=wire.topic())
    assert (signal.channel, signal.fault) == ("mqtt", "")


def test_what_cannot_be_read_is_kept_with_its_fault(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    listen()
    wire.say(b"PANIC")
    wait_for(wire, [b"PANIC"])
    assert Signal.objects.get(sender=wire.topic()).fault == "not_json"


def test_a_retained_message_tells_how_it_was_and_raises_nothing(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    wire.say(b'{"token":"old"}', retain=True)
    listen()
    wire.say(b'{"token":"new"}')
    wait_for(wire, [b'{"token":"new"}'])


def test_a_press_that_was_not_kept_is_delivered_again(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    held = Held()
    dying = listen(held)
    wire.say(b'{"token":"1"}')
    frame, _commit = held.next_of(wire)
    assert frame.raw == b'{"token":"1"}'
    dying.end()  # before the commit: the broker was not answered
    listen()
    wait_for(wire, [b'{"token":"1"}'])


def test_a_press_that_was_kept_is_not_delivered_again(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    held = Held()
    first = listen(held)
    wire.say(b'{"token":"1"}')
    _frame, commit = held.next_of(wire)
    commit.set_result(1)
    time.sleep(A_MOMENT)  # for the answer to reach the broker
    first.end()
    listen()
    wire.say(b'{"token":"2"}')
    wait_for(wire, [b'{"token":"2"}'])


def test_a_press_while_nobody_listens_waits_in_the_broker(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    listen().end()
    wire.say(b'{"token":"1"}')
    listen()
    wait_for(wire, [b'{"token":"1"}'])


def test_a_frame_that_could_not_be_kept_is_tried_again_unanswered(
    wire: Wire, listen: Callable[..., Listener], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listener, "TRY_AGAIN", 0.05)
    held = Held()
    listen(held)
    wire.say(b'{"token":"1"}')
    frame, commit = held.next_of(wire)
    commit.set_exception(OperationalError("database or disk is full"))
    again, second = held.next_of(wire)
    assert again == frame
    second.set_result(1)


def test_a_broken_message_does_not_stop_those_behind_it(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    class Stumbling(Pulse):
        def hear(self, device: int, *, at: datetime) -> None:
            raise ZeroDivisionError

    device = speaking(wire)
    listen(pulse=Stumbling())
    wire.say(b"", wire.topic("heartbeat"))
    wire.say(b'{"token":"1"}')
    wait_for(wire, [b'{"token":"1"}'])
    assert device.account == wire.name


def test_signs_of_life_and_positions_are_felt_and_never_become_signals(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    device, pulse = speaking(wire), Pulse()
    listen(pulse=pulse)
    wire.say(b"Offline", f"tele/{wire.name}/LWT")
    wire.say(b'{"latitude":-3.99,"longitude":-79.2}', wire.topic("position"))

    def written() -> bool:
        pulse.write()
        device.refresh_from_db()
        return device.latitude is not None

    wait_until(written, what="the position to be written")
    assert (device.latitude, device.longitude) == (-3.99, -79.2)
    assert device.last_contact_at
    assert device.last_contact_at > AT
    assert wire.kept() == []


def test_the_press_of_a_zigbee_button_is_kept_and_the_bridge_is_not_heard(
    wire: Wire, listen: Callable[..., Listener]
) -> None:
    listen()
    button = f"zigbee2mqtt/{wire.name}"
    wire.say(b'{"battery":97}', button)
    wire.say(b'{"action":"x"}', f"zigbee2mqtt/bridge/{wire.name}")
    wire.say(b'{"action":"x"}', f"{button}/set")
    wire.say(b'{"action":"emergency","battery":97}', button)
    wait_for(wire, [b'{"action":"emergency","battery":97}'])


def speaking(wire: Wire) -> Device:
    """A device of this test that operates and was last heard before it."""
    return Device.objects.create(
        code=wire.name[:16],
        account=wire.name,
        kind=Device.Kind.VEHICLE,
        name="Moto de la prueba",
        state=State.OPERATING,
        state_since=AT - timedelta(days=1),
        last_contact_at=AT,
    )
