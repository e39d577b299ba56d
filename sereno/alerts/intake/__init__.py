"""The channels: bytes in, one folder each."""

from collections.abc import Callable, Mapping

from sereno.alerts.intake.http import frame as http
from sereno.alerts.intake.mqtt import frame as mqtt
from sereno.alerts.intake.neighbour import frame as neighbour
from sereno.alerts.rules import Reading

READERS: Mapping[str, Callable[[bytes, str], Reading]] = {
    "http": http.parse,
    "mqtt": mqtt.parse,
    "neighbour": neighbour.parse,
}
