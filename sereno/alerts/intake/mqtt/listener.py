"""Listening to the broker: a press is acknowledged to it only once it is on the disk.

The session is persistent and the acknowledgement is ours to give, so what the
broker delivered and we had not kept is delivered again after a crash.
"""

import asyncio
import logging
from concurrent.futures import Future
from datetime import datetime
from threading import Event, Timer
from urllib.parse import urlsplit

import paho.mqtt.client as mqtt
from django.conf import settings
from django.utils import timezone
from paho.mqtt.enums import CallbackAPIVersion

from sereno.alerts.actions import Frame
from sereno.alerts.intake.keeper import Keeper, keeper
from sereno.alerts.intake.mqtt import frame
from sereno.alerts.intake.pulse import Pulse, pulse
from sereno.alerts.rules import BadFrame, Reading, Sense
from sereno.devices import queries as devices
from sereno.devices.actions import Fix
from sereno.logbook.off_loop import give_back

log = logging.getLogger(__name__)
TRY_AGAIN = 5.0  # seconds until a frame that could not be kept is tried again


class Listener:
    """One connection to one broker, kept up until it is ended."""

    def __init__(
        self, url: str, *, name: str = "sereno", keeper: Keeper = keeper, pulse: Pulse = pulse
    ) -> None:
        self._place = urlsplit(url)
        self._keeper, self._pulse = keeper, pulse
        self._ended = False
        self.listening = Event()
        self.changed_at: datetime | None = None  # since when it is connected, or is not
        self._client = mqtt.Client(
            CallbackAPIVersion.VERSION2,
            client_id=name,
            clean_session=False,
            manual_ack=True,
            reconnect_on_failure=True,
        )
        self._client.on_connect = self._connected
        self._client.on_disconnect = self._disconnected
        self._client.on_subscribe = self._subscribed
        self._client.on_message = self._received
        self._client.reconnect_delay_set(min_delay=1, max_delay=30)
        if self._place.username:
            self._client.username_pw_set(self._place.username, self._place.password)
        if self._place.scheme == "mqtts":
            self._client.tls_set()

    def start(self) -> None:
        """Connect in the background; a broker that is not there yet is tried again for ever."""
        usual = 8883 if self._place.scheme == "mqtts" else 1883
        self._client.connect_async(self._place.hostname or "127.0.0.1", self._place.port or usual)
        self._client.loop_start()

    def end(self) -> None:
        self._ended = True
        self._client.disconnect()
        self._client.loop_stop()

    def _connected(self, client: mqtt.Client, *said: object) -> None:
        reason = said[2]
        if getattr(reason, "is_failure", False):
            log.error("the broker %s refuses us: %s", self._place.hostname, reason)
            return
        client.subscribe([(topic, 1) for topic in frame.TOPICS])

    def _subscribed(self, *_said: object) -> None:
        self.changed_at = timezone.now()
        self.listening.set()
        log.info("listening to the broker %s", self._place.hostname)

    def _disconnected(self, _client: mqtt.Client, *said: object) -> None:
        if self._ended:
            return
        if self.listening.is_set() or self.changed_at is None:
            self.changed_at = timezone.now()
        self.listening.clear()
        log.warning("the broker %s is out of reach: %s", self._place.hostname, said[2])

    def _received(self, client: mqtt.Client, _: object, message: mqtt.MQTTMessage) -> None:
        try:
            self._take(client, message, at=timezone.now())
        except Exception:  # whatever one message does, the next must be heard
            log.exception("a message on %s was not taken; the broker keeps it", message.topic)

    def _take(self, client: mqtt.Client, message: mqtt.MQTTMessage, *, at: datetime) -> None:
        # A retained message tells how things were, not what happens now.
        if message.retain or not frame.is_ours(message.topic):
            client.ack(message.mid, message.qos)
            return
        raw, fault = bytes(message.payload), ""
        try:
            reading = frame.parse(raw, message.topic)
        except BadFrame as bad:
            fault = str(bad)
        else:
            if reading.sense != Sense.CRY:
                self._feel(reading, at=at)
                client.ack(message.mid, message.qos)
                return
        self._keep(client, message, Frame("mqtt", raw, at, message.topic, fault=fault))

    def _keep(self, client: mqtt.Client, message: mqtt.MQTTMessage, kept: Frame) -> None:
        """Acknowledge when kept. Until then the broker holds the message too, and few others."""

        def answer(done: Future[int]) -> None:
            if done.exception() is None:
                client.ack(message.mid, message.qos)
            elif not self._ended:
                again = Timer(TRY_AGAIN, self._keep, (client, message, kept))
                again.daemon = True
                again.start()

        self._keeper.submit(kept).add_done_callback(answer)

    def _feel(self, reading: Reading, *, at: datetime) -> None:
        if reading.code == "offline":
            return  # its silence will tell
        with give_back():
            number = devices.numbered(reading.account)
        if number is None:
            return
        if reading.latitude is None or reading.longitude is None:
            self._pulse.hear(number, at=at)
        else:
            self._pulse.move(number, Fix(reading.latitude, reading.longitude, at))


listeners: list[Listener] = []  # of this process, for the page that tells how they are


async def run() -> None:
    """Listen to the broker of the settings until cancelled."""
    listener = Listener(settings.MQTT_URL)
    listeners.append(listener)
    listener.start()
    try:
        await asyncio.Event().wait()
    finally:
        listeners.remove(listener)
        await asyncio.to_thread(listener.end)
