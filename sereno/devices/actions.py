"""What can be done with a device: ask for it, move it along its life, key it, hear it, miss it."""

import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypedDict, Unpack

from django.db import transaction
from django.db.models import Q

from sereno.devices import events, rules
from sereno.devices.models import Condition, Device, Patience
from sereno.devices.rules import Cause, State
from sereno.logbook.actions import Draft, subject_of, write, write_all
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish, Place


class WrongStep(Exception):
    """The life of a device does not go from the state it is in to the one asked for."""

    def __init__(self, device: Device, to: State) -> None:
        super().__init__(f"{device.code}: {device.state} → {to}")
        self.device, self.to = device, to


class SamePerson(Exception):
    """Whoever installed a device may not be the one who accepts it."""


class CauseMissing(Exception):
    """A device that is out is out because of something."""


class CodeTaken(Exception):
    """Another device already goes by this code."""


class Whereabouts(TypedDict, total=False):
    """Where a device stands; what is known of it."""

    place: Place | None
    barrio: Barrio | None
    parish: Parish | None
    latitude: float | None
    longitude: float | None


@transaction.atomic
def request(
    kind: str,
    *,
    code: str,
    name: str,
    by: Person,
    at: datetime,
    account: str | None = None,
    **where: Unpack[Whereabouts],
) -> Device:
    """Ask for a device at a place; its life begins."""
    if Device.objects.filter(code=code).exists():
        raise CodeTaken(code)
    device = Device.objects.create(
        code=code,
        kind=kind,
        name=name,
        account=account or None,
        **_place(where),
        state=State.REQUESTED,
        state_since=at,
    )
    Condition.objects.create(device=device, state=State.REQUESTED, starts_at=at)
    write(events.DeviceRequested(kind=kind), about=device, by=by, at=at)
    return device


def _place(where: Whereabouts) -> dict[str, Any]:
    """Every field of where a device stands: what is not said follows from the place or barrio."""
    place = where.get("place")
    barrio = where.get("barrio") or (place.barrio if place else None)
    return {
        "place": place,
        "barrio": barrio,
        "parish": where.get("parish") or getattr(barrio or place, "parish", None),
        "latitude": where.get("latitude", place.latitude if place else None),
        "longitude": where.get("longitude", place.longitude if place else None),
    }


@transaction.atomic
def change(
    device: Device,
    *,
    to: State,
    by: Person,
    at: datetime,
    cause: str = "",
    **where: Unpack[Whereabouts],
) -> None:
    """Take the device to the next state of its life, if that may follow the one it is in.

    ``where`` is its new place, said when it is installed; the old one goes with all that
    followed from it.
    """
    before = State(device.state)
    if not rules.may_follow(before, to):
        raise WrongStep(device, to)
    if to == State.OUT and not cause:
        raise CauseMissing(device.code)
    if to == State.ACCEPTED and installed_by(device) == subject_of(by):
        raise SamePerson(device.code)
    if where:
        Device.objects.filter(pk=device.pk).update(**_place(where))
    _enter(device, before, to, cause=Cause(cause) if cause else None, at=at)
    event = events.DeviceChanged(before=before, now=to, cause=cause)
    write(event, about=device, by=by, at=at)


def installed_by(device: Device) -> str:
    """The word of the person who last installed it, from the logbook."""
    installed = Entry.objects.about(subject_of(device)).filter(
        event=events.DeviceChanged.name, data__now=State.INSTALLED
    )
    last = installed.last()
    return last.actor if last else ""


def _enter(device: Device, before: State, to: State, *, cause: Cause | None, at: datetime) -> None:
    """Close the condition the device is in and open the next; another hand may have been faster."""
    moved = Device.objects.filter(pk=device.pk, state=before).update(
        state=to, state_since=at, cause=cause or ""
    )
    if not moved:
        device.refresh_from_db()
        raise WrongStep(device, to)
    Condition.objects.filter(device=device, ends_at=None).update(ends_at=at)
    Condition.objects.create(device=device, state=to, cause=cause or "", starts_at=at)
    device.refresh_from_db()


@transaction.atomic
def issue_key(device: Device, *, by: Person, at: datetime) -> str:
    """A new key for the device to speak with, told once; only its fingerprint is kept."""
    key = secrets.token_urlsafe(24)
    device.key_hash = rules.fingerprint(key)
    Device.objects.filter(pk=device.pk).update(key_hash=device.key_hash)
    write(events.DeviceKeyed(), about=device, by=by, at=at)
    return key


@transaction.atomic
def hear_all(heard: Mapping[int, datetime]) -> None:
    """Note the last contact of many devices by number; those that were silent come back."""
    devices = list(Device.objects.filter(pk__in=heard).select_for_update())
    for device in devices:
        at = heard[device.pk]
        device.last_contact_at = max(at, device.last_contact_at or at)
    Device.objects.bulk_update(devices, ["last_contact_at"])
    back = [d for d in devices if d.state == State.OUT and d.cause == Cause.SILENCE]
    for device in back:
        _enter(device, State.OUT, State.OPERATING, cause=None, at=heard[device.pk])
    write_all([Draft(events.DeviceCameBack(), about=subject_of(d), at=heard[d.pk]) for d in back])


def hear(device: Device, *, at: datetime) -> None:
    """One device was heard: one update, unless that ends its silence."""
    silent = Q(state=State.OUT, cause=Cause.SILENCE)
    newer = Q(last_contact_at=None) | Q(last_contact_at__lte=at)
    if not Device.objects.exclude(silent).filter(newer, pk=device.pk).update(last_contact_at=at):
        hear_all({device.pk: at})


@dataclass(frozen=True)
class Fix:
    """Where a vehicle was, in degrees of WGS 84, and when."""

    latitude: float
    longitude: float
    at: datetime


@transaction.atomic
def move_all(fixes: Mapping[int, Fix]) -> None:
    """Where vehicles are now, by number; an older position than the one known is passed over."""
    for number, fix in fixes.items():
        newer = Q(position_at=None) | Q(position_at__lt=fix.at)
        Device.objects.filter(newer, pk=number).update(
            latitude=fix.latitude, longitude=fix.longitude, position_at=fix.at
        )


@transaction.atomic
def notice_silence(*, at: datetime) -> list[Device]:
    """Take the devices nothing was heard of for too long out of service; which ones."""
    patience = dict(Patience.objects.values_list("kind", "seconds"))
    working = Device.objects.filter(
        state__in=[State.OPERATING, State.INTERMITTENT], kind__in=patience
    )
    silent = [
        device
        for device in working
        if rules.is_silent(
            device.last_contact_at or device.state_since,
            at=at,
            allowed=timedelta(seconds=patience[device.kind]),
        )
    ]
    for device in silent:
        _enter(device, State(device.state), State.OUT, cause=Cause.SILENCE, at=at)
    write_all([Draft(events.DeviceFellSilent(), about=subject_of(d), at=at) for d in silent])
    return silent
