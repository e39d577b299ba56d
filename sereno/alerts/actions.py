"""What can be done with signals and alerts: keep, understand, acknowledge, classify."""

import logging
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.alerts import events, rules
from sereno.alerts.models import Alert, AlertKind, Signal
from sereno.alerts.rules import BadFrame, Class, Reading
from sereno.devices import actions as devices
from sereno.devices.models import Device
from sereno.logbook.actions import Draft, subject_of, write, write_all
from sereno.people.models import Person
from sereno.territory import queries as territory

log = logging.getLogger(__name__)
Reader = Callable[[bytes, str], Reading]


class AlreadyTaken(Exception):
    """Another operator acknowledged this alert first; the alert says who and when."""

    def __init__(self, alert: Alert) -> None:
        super().__init__(f"alert {alert.pk}")
        self.alert = alert


@dataclass(frozen=True)
class Frame:
    """Bytes as a channel received them, with what the channel itself knows of their sender."""

    channel: str
    raw: bytes
    received_at: datetime
    sender: str = ""
    device: int | None = None
    caller: int | None = None
    fault: str = ""


@transaction.atomic
def keep(frames: Sequence[Frame]) -> list[Signal]:
    """Keep the bytes, all in one commit; only then may their senders be answered."""
    signals = Signal.objects.bulk_create(
        Signal(
            channel=frame.channel,
            sender=frame.sender[:200],
            raw=frame.raw,
            received_at=frame.received_at,
            device_id=frame.device,
            caller_id=frame.caller,
            fault=frame.fault,
        )
        for frame in frames
    )
    write_all(
        [
            Draft(
                events.SignalFaulted(channel=signal.channel, fault=signal.fault)
                if signal.fault
                else events.SignalKept(channel=signal.channel),
                about=subject_of(signal),
                at=signal.received_at,
                by=f"person:{signal.caller_id}" if signal.caller_id else "",
            )
            for signal in signals
        ]
    )
    return signals


def understand(signal: Signal, read: Reader) -> Alert | None:
    """Read the bytes and raise the alert they ask for, or join the one they belong to.

    What cannot be read stays, with its fault, for a technician to see. Nothing
    is raised twice: a signal that was understood or faulted is left alone.
    """
    if signal.understood_at or signal.fault:
        return signal.alert
    try:
        with transaction.atomic():
            return _understand(signal, read(bytes(signal.raw), signal.sender))
    except BadFrame as fault:
        _fault(signal, str(fault))
    except Exception as unforeseen:  # one signal must never stop those behind it
        _fault(signal, f"reader_failed:{type(unforeseen).__name__}")
        log.exception("signal %s could not be understood", signal.pk)
    return None


def _fault(signal: Signal, fault: str) -> None:
    with transaction.atomic():
        Signal.objects.filter(pk=signal.pk).update(fault=fault)
        signal.fault = fault
        event = events.SignalFaulted(channel=signal.channel, fault=fault)
        write(event, about=signal, by=None, at=signal.received_at)


def _understand(signal: Signal, reading: Reading) -> Alert:
    at = signal.received_at
    device = signal.device or _device(reading.account)
    if device is not None:
        devices.hear(device, at=at)
    alert = _joined(signal, reading, device)
    if alert is None:
        alert = _raise(signal, reading, device)
        event = events.AlertRaised(urgency=alert.urgency, kind=alert.kind.code)
        write(event, about=alert, after=signal, by=None, at=at)
    Signal.objects.filter(pk=signal.pk).update(
        understood_at=at, device=device, alert=alert, token=reading.token[:64]
    )
    return alert


def _device(account: str) -> Device | None:
    return Device.objects.filter(account=account).first() if account else None


def _joined(signal: Signal, reading: Reading, device: Device | None) -> Alert | None:
    """The open alert of the same sender, if this signal belongs to it."""
    if device is not None:
        same = Signal.objects.filter(device=device)
    elif signal.caller_id:
        same = Signal.objects.filter(caller=signal.caller_id, device=None)
    else:
        same = Signal.objects.filter(sender=signal.sender, channel=signal.channel, device=None)
    same = same.filter(alert__isnull=False, alert__classification="")
    tokens: dict[int, set[str]] = {}
    raised: dict[int, datetime] = {}
    for pk, raised_at, token in same.values_list("alert", "alert__raised_at", "token"):
        tokens.setdefault(pk, set()).add(token)
        raised[pk] = raised_at
    candidates = [rules.OpenAlert(pk, raised[pk], frozenset(tokens[pk])) for pk in tokens]
    found = rules.joins(reading, candidates, at=signal.received_at)
    if found is None:
        return None
    alert = Alert.objects.get(pk=found.pk)
    if not found.silently:
        event = events.AlertRepeated(signal=subject_of(signal))
        write(event, about=alert, by=None, at=signal.received_at)
    return alert


def _raise(signal: Signal, reading: Reading, device: Device | None) -> Alert:
    at = signal.received_at
    kind = kind_of(reading.code, at=at)
    latitude, longitude = reading.latitude, reading.longitude
    barrio = device.barrio if device else signal.caller.barrio if signal.caller else None
    parish = barrio.parish if barrio else device.parish if device else None
    is_approximate = latitude is None
    if latitude is None and device is not None:
        latitude, longitude, is_approximate = device.latitude, device.longitude, False
    if latitude is None and barrio is not None:
        latitude, longitude = barrio.latitude, barrio.longitude
    if reading.latitude is not None and reading.longitude is not None:
        found = territory.locate(reading.latitude, reading.longitude, at=at)
        barrio, parish = found.barrio or barrio, found.parish or parish
        is_approximate = found.is_approximate
    return Alert.objects.create(
        kind=kind,
        urgency=kind.urgency,
        channel=signal.channel,
        device=device,
        caller=signal.caller,
        parish=parish,
        barrio=barrio,
        latitude=latitude,
        longitude=longitude,
        is_approximate=is_approximate,
        raised_at=at,
    )


def kind_of(code: str, *, at: datetime) -> AlertKind:
    """The kind in force that a code stands for; one nobody knows is danger to life."""
    asked = code.casefold()
    for kind in AlertKind.objects.filter(ends_on=None):
        if asked and asked in {word.casefold() for word in (kind.code, *kind.device_codes)}:
            return kind
    unknown, _ = AlertKind.objects.get_or_create(
        code=rules.UNKNOWN_KIND,
        ends_on=None,
        defaults={
            "name": "Llamado de auxilio",
            "urgency": rules.URGENCY_OF_WHAT_NOBODY_KNOWS,
            "starts_on": at.date(),
            "questions": list(rules.UNKNOWN_QUESTIONS),
            "steps": list(rules.UNKNOWN_STEPS),
        },
    )
    return unknown


@transaction.atomic
def acknowledge(alert: Alert, *, by: Person, at: datetime) -> None:
    """Take a waiting alert; a conditional update decides between two hands."""
    taken = Alert.objects.waiting().filter(pk=alert.pk)
    if not taken.update(acknowledged_at=at, acknowledged_by=by):
        alert.refresh_from_db()
        raise AlreadyTaken(alert)
    alert.refresh_from_db()
    write(events.AlertAcknowledged(), about=alert, by=by, at=at)


@transaction.atomic
def classify(alert: Alert, as_: Class, *, by: Person, at: datetime) -> None:
    """Say what the alert turned out to be; said again, the last word counts and all are kept."""
    alert.classification, alert.classified_at = as_, at
    Alert.objects.filter(pk=alert.pk).update(classification=as_, classified_at=at)
    write(events.AlertClassified(classification=as_), about=alert, by=by, at=at)


@transaction.atomic
def mark_seen(signal: Signal, *, by: Person, at: datetime) -> None:
    """A technician looked at a signal that could not be read."""
    if Signal.objects.filter(pk=signal.pk, seen_at=None).update(seen_at=at):
        write(events.SignalSeen(), about=signal, by=by, at=at)
