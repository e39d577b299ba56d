"""Listening to the broker: a press is acknowledged to it only once it is on the disk.

The session is persistent and the acknowledgement is ours to give, so what the
broker delivered and we had not kept is delivered again after a crash.
"""

import asyncio
import logging
from concurrent.futures import Future
from threading import Event
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


class Listener:
    """One connection to one broker, kept up until it is ended."""

    def __init__(
        self, url: str, *, name: str = "sereno", keeper: Keeper = keeper, pulse: Pulse = pulse
    ) -> None:
        self._place = urlsplit(url)
        self._keeper, self._pulse = keeper, pulse
        self.listening = Event()
        self._client = mqtt.Client(
            CallbackAPIVersion.VERSION2,
            client_id=name,
            clean_session=False,
            manual_ack=True,
            reconnect_on_failure=True,
        )
        self._client.on_connect = self._connected
        self._client.on_disconnect = self._disconnected
        self._client.on_subscribe = lambda *_: self.listening.set()
        self._client.on_message = self._received
        self._client.reconnect_delay_set(min_delay=1, max_delay=30)
        if self._place.username:
            self._client.username_pw_set(self._place.username, self._place.password)
        if self._place.scheme == "mqtts":
            self._client.tls_set()

    def start(self) -> None:
        """Connect in the background; a broker that is not there yet is tried again."""
        usual = 8883 if self._place.scheme == "mqtts" else 1883
        self._client.connect_async(self._place.hostname or "127.0.0.1", self._place.port or usual)
        self._client.loop_start()

    def end(self) -> None:
        self._client.disconnect()
        self._client.loop_stop()

    def _connected(self, client: mqtt.Client, *said: object) -> None:
        reason = said[2]
        if getattr(reason, "is_failure", False):
            log.error("the broker %s refuses us: %s", self._place.hostname, reason)
            return
        log.info("listening to the broker %s", self._place.hostname)
        client.subscribe([(topic, 1) for topic in frame.TOPICS])

    def _disconnected(self, _client: mqtt.Client, *said: object) -> None:
        self.listening.clear()
        log.warning("the broker %s is out of reach: %s", self._place.hostname, said[2])

    def _received(self, client: mqtt.Client, _: object, message: mqtt.MQTTMessage) -> None:
        at, raw = timezone.now(), bytes(message.payload)
        try:
            reading = frame.parse(raw, message.topic)
        except BadFrame as fault:
            kept = Frame("mqtt", raw, at, message.topic, fault=str(fault))
        else:
            if message.retain or reading.sense != Sense.CRY:
                # A retained message tells how things were, not what happens now.
                if not message.retain:
                    self._feel(reading)
                client.ack(message.mid, message.qos)
                return
            kept = Frame("mqtt", raw, at, message.topic)
        self._keeper.submit(kept).add_done_callback(
            lambda done: self._answer(client, message, done)
        )

    def _answer(self, client: mqtt.Client, message: mqtt.MQTTMessage, done: Future[int]) -> None:
        if done.exception() is None:
            client.ack(message.mid, message.qos)
        else:
            # Not acknowledged: the broker delivers it again once we come back.
            log.error("a message on %s could not be kept; asking for it again", message.topic)
            client.disconnect()
            client.reconnect()

    def _feel(self, reading: Reading) -> None:
        if reading.code == "offline":
            return  # its silence will tell
        at = timezone.now()
        with give_back():
            number = devices.numbered(reading.account)
        if number is None:
            return
        if reading.latitude is None or reading.longitude is None:
            self._pulse.hear(number, at=at)
        else:
            self._pulse.move(number, Fix(reading.latitude, reading.longitude, at))


async def run() -> None:
    """Listen to the broker of the settings until cancelled."""
    listener = Listener(settings.MQTT_URL)
    listener.start()
    try:
        await asyncio.Event().wait()
    finally:
        listener.end()
