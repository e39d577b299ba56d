"""A signal is read, and becomes an alert or joins the one it belongs to."""

import logging
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from django.db import InterfaceError, OperationalError, transaction

from sereno.alerts import events, rules
from sereno.alerts.actions.answers import learn
from sereno.alerts.actions.kinds import KindDraft, begin
from sereno.alerts.models import Alert, AlertKind, Signal
from sereno.alerts.rules import BadFrame, Reading, Urgency
from sereno.devices import actions as devices
from sereno.devices import queries as known_devices
from sereno.devices.models import Device
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.territory import queries as territory
from sereno.territory.models import Barrio, Parish

log = logging.getLogger(__name__)
Reader = Callable[[bytes, str], Reading]


def understand(signal: Signal, read: Reader) -> Alert | None:
    """Read the bytes and raise the alert they ask for, or join the one they belong to.

    What cannot be read stays, with its fault, for a technician to see. Nothing
    is raised twice: a signal that was understood or faulted is left alone. A
    database that fails is no fault of the signal: the exception goes on, and
    whoever follows the logbook tries again.
    """
    if signal.understood_at or signal.fault:
        return signal.alert
    try:
        with transaction.atomic():
            return _understand(signal, read(bytes(signal.raw), signal.sender))
    except BadFrame as fault:
        _fault(signal, str(fault))
    except (OperationalError, InterfaceError):
        raise
    except Exception as unforeseen:  # one signal must never stop those behind it
        _fault(signal, f"reader_failed:{type(unforeseen).__name__}")
        log.exception("signal %s could not be understood", signal.pk)
    return None


def _fault(signal: Signal, fault: str) -> None:
    with transaction.atomic():
        Signal.objects.filter(pk=signal.pk).update(fault=fault[:120])
        signal.fault = fault[:120]
        event = events.SignalFaulted(channel=signal.channel, fault=signal.fault)
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
        write(event, about=alert, after=signal, by=signal.caller, at=at)
    Signal.objects.filter(pk=signal.pk).update(
        understood_at=at, device=device, alert=alert, token=reading.token[:64]
    )
    return alert


def _device(account: str) -> Device | None:
    number = known_devices.numbered(account) if account else None
    if number is None:
        return None
    return Device.objects.select_related("barrio__parish", "parish").get(pk=number)


def _joined(signal: Signal, reading: Reading, device: Device | None) -> Alert | None:
    """The alert of the same sender that this signal belongs to, if there is one."""
    since = signal.received_at - rules.RESENDS
    same = Signal.objects.of_the_sender(signal, device).filter(
        alert__isnull=False, received_at__gte=since
    )
    earlier = [
        rules.Earlier(alert, raised_at, is_open=not classification, token=token)
        for alert, raised_at, classification, token in same.values_list(
            "alert", "alert__raised_at", "alert__classification", "token"
        )
    ]
    found = rules.joins(reading.token[:64], earlier, at=signal.received_at)
    if found is None:
        return None
    alert = Alert.objects.get(pk=found.alert)
    if not found.silently:
        event = events.AlertRepeated(signal=subject_of(signal))
        write(event, about=alert, by=signal.caller, at=signal.received_at)
    if alert.is_approximate and reading.latitude is not None and reading.longitude is not None:
        _locate(alert, reading.latitude, reading.longitude, signal)
    if reading.code and not alert.classification:
        _learn(alert, kind_of(reading.code, at=signal.received_at), signal)
    return alert


def _learn(alert: Alert, kind: AlertKind, signal: Signal) -> None:
    """A later press may say more: the caller what happens, any sender that it is graver."""
    says_what = kind.code not in rules.KINDS_THAT_SAY_NOTHING and kind.code != alert.kind.code
    graver = rules.graver(Urgency(alert.urgency), Urgency(kind.urgency)) != alert.urgency
    if graver or (says_what and signal.caller_id is not None):
        learn(alert, kind, by=signal.caller, at=signal.received_at)


def _locate(alert: Alert, latitude: float, longitude: float, signal: Signal) -> None:
    """A telephone finds its position some seconds after the cry: help goes there."""
    found = _at_a_point(latitude, longitude, at=signal.received_at)
    Alert.objects.filter(pk=alert.pk).update(
        latitude=latitude,
        longitude=longitude,
        barrio=found.barrio or alert.barrio,
        parish=found.parish or alert.parish,
        is_approximate=False,
    )
    write(events.AlertLocated(), about=alert, by=signal.caller, at=signal.received_at)


def _raise(signal: Signal, reading: Reading, device: Device | None) -> Alert:
    at = signal.received_at
    kind = kind_of(reading.code, at=at)
    where = _whereabouts(reading, device, signal.caller, at=at)
    return Alert.objects.create(
        kind=kind,
        urgency=kind.urgency,
        channel=signal.channel,
        device=device,
        caller=signal.caller,
        parish=where.parish,
        barrio=where.barrio,
        latitude=where.latitude,
        longitude=where.longitude,
        is_approximate=where.is_approximate,
        raised_at=at,
    )


@dataclass(frozen=True)
class Whereabouts:
    """Where help is needed, as far as it is known."""

    latitude: float | None = None
    longitude: float | None = None
    barrio: Barrio | None = None
    parish: Parish | None = None
    is_approximate: bool = True


def _whereabouts(
    reading: Reading, device: Device | None, caller: Person | None, *, at: datetime
) -> Whereabouts:
    """What the signal says, else where its device stands, else where its caller lives."""
    if reading.latitude is not None and reading.longitude is not None:
        return _at_a_point(reading.latitude, reading.longitude, at=at)
    if device is not None and device.latitude is not None and device.longitude is not None:
        if device.barrio or device.parish:
            parish = device.barrio.parish if device.barrio else device.parish
            return Whereabouts(
                device.latitude, device.longitude, device.barrio, parish, is_approximate=False
            )
        return _at_a_point(device.latitude, device.longitude, at=at)
    home = device.barrio if device else caller.barrio if caller else None
    if home is not None:
        return Whereabouts(home.latitude, home.longitude, home, home.parish)
    return Whereabouts(parish=device.parish if device else None)


def _at_a_point(latitude: float, longitude: float, *, at: datetime) -> Whereabouts:
    """The point itself is exact, even where its barrio is a guess from the nearest seat."""
    found = territory.locate(latitude, longitude, at=at)
    return Whereabouts(latitude, longitude, found.barrio, found.parish, is_approximate=False)


def kind_of(code: str, *, at: datetime) -> AlertKind:
    """The kind in force that a code stands for; one nobody knows is danger to life."""
    kinds = {kind.code: kind for kind in AlertKind.objects.filter(ends_on=None).order_by("pk")}
    if code in kinds:
        return kinds[code]
    for kind in kinds.values():
        if code and code in kind.device_codes:
            return kind
    if rules.UNKNOWN_KIND in kinds:
        return kinds[rules.UNKNOWN_KIND]
    draft = KindDraft(
        "Llamado de auxilio",
        rules.URGENCY_OF_WHAT_NOBODY_KNOWS,
        questions=rules.UNKNOWN_QUESTIONS,
        steps=rules.UNKNOWN_STEPS,
    )
    return begin(rules.UNKNOWN_KIND, draft, by=None, at=at)
