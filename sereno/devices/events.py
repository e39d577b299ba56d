"""What can happen to a device."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class DeviceRequested(Event):
    """Someone asked for a device at a place."""

    name = "device.requested"
    audience = Audience.DEVICES
    kind: str


@dataclass(frozen=True)
class DeviceChanged(Event):
    """A device went from one state of its life to the next, with the cause when it is out."""

    name = "device.changed"
    audience = Audience.DEVICES
    before: str
    now: str
    cause: str = ""


@dataclass(frozen=True)
class DeviceFellSilent(Event):
    """Nothing was heard of it for longer than its kind may keep quiet."""

    name = "device.fell_silent"
    audience = Audience.DEVICES


@dataclass(frozen=True)
class DeviceCameBack(Event):
    """It was heard again after its silence."""

    name = "device.came_back"
    audience = Audience.DEVICES


@dataclass(frozen=True)
class DeviceKeyed(Event):
    """It received a new key to speak with; the old one no longer counts."""

    name = "device.keyed"
    audience = Audience.DEVICES
