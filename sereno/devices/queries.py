"""The questions asked of devices: by those who hear them, by the desk and by its map."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from django.db.models import Count, Q

from sereno.devices.models import Device, DeviceQuerySet
from sereno.devices.rules import State, fingerprint
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.territory.models import Barrio, Parish
from sereno.territory.queries import in_force


@dataclass(frozen=True)
class Known:
    """A device that proved who it is."""

    pk: int
    account: str


def keyed(key: str) -> Known | None:
    """The device this key was issued to, unless its life has ended."""
    found = (
        Device.objects.filter(key_hash=fingerprint(key))
        .exclude(state=State.RETIRED)
        .values_list("pk", "account", "code")
        .first()
    )
    return Known(found[0], found[1] or found[2]) if found else None


def numbered(account: str) -> int | None:
    """The number of the device that transmits under this account; without one, under its code."""
    whose = Q(account=account) | Q(account=None, code=account)
    return Device.objects.filter(whose).values_list("pk", flat=True).first()


@dataclass(frozen=True)
class Wanted:
    """What someone at the desk looks for; what is empty is not asked."""

    words: str = ""
    kind: str = ""
    state: str = ""
    parish: int | None = None
    barrio: int | None = None


def listed(wanted: Wanted = Wanted()) -> DeviceQuerySet:
    """Devices by code, with where they stand."""
    found = Device.objects.select_related("barrio__parish", "parish", "place").order_by("code")
    if wanted.words:
        words = wanted.words
        found = found.filter(
            Q(code__icontains=words)
            | Q(name__icontains=words)
            | Q(account__icontains=words)
            | Q(place__name__icontains=words)
        )
    exact = {
        "kind": wanted.kind,
        "state": wanted.state,
        "parish": wanted.parish,
        "barrio": wanted.barrio,
    }
    return found.filter(**{field: value for field, value in exact.items() if value})


@dataclass(frozen=True)
class Tally:
    """How many devices are in a state."""

    state: State
    devices: int


def tallies(wanted: Wanted = Wanted()) -> list[Tally]:
    """Every state of a device's life and how many of those looked for are in it."""
    rows = listed(replace(wanted, state="")).order_by().values_list("state").annotate(Count("pk"))
    counted = dict(rows)
    return [Tally(state, counted.get(state, 0)) for state in State]


def life(device: Device) -> list[tuple[Entry, str]]:
    """The lines of the logbook about a device, newest first, each with its author's name."""
    lines = list(Entry.objects.about(f"device:{device.pk}").order_by("-number"))
    numbers = {int(line.actor.partition(":")[2]) for line in lines if line.actor}
    names = {f"person:{one.pk}": str(one) for one in Person.objects.filter(pk__in=numbers)}
    return [(line, names.get(line.actor, "")) for line in lines]


def devices_on_the_map() -> list[dict[str, Any]]:
    """The devices whose place is known, as GeoJSON features; what was never installed stays out."""
    placed = listed().filter(latitude__isnull=False, longitude__isnull=False)
    gone = (State.REQUESTED, State.REFUSED, State.FEASIBLE, State.RETIRED, State.RELOCATED)
    return [
        _feature(
            {"type": "Point", "coordinates": [device.longitude, device.latitude]},
            sort="device",
            code=device.code,
            name=device.name,
            kind=device.kind,
            state=device.state,
        )
        for device in placed.exclude(state__in=gone)
    ]


def ground(*, on: date) -> list[dict[str, Any]]:
    """What the map stands on, as GeoJSON features: the canton's outline, the seats and names."""
    outline = in_force(on).filter(canton__isnull=False).values_list("geometry", flat=True)
    features = [_feature(shape, sort="canton") for shape in outline[:1]]
    for sort, places in (("parish", Parish.objects), ("barrio", Barrio.objects)):
        seats = places.filter(latitude__isnull=False, longitude__isnull=False)
        features += [
            _feature({"type": "Point", "coordinates": [east, north]}, sort=sort, name=name)
            for name, north, east in seats.values_list("name", "latitude", "longitude")
        ]
    return features


def _feature(geometry: dict[str, Any], **properties: str) -> dict[str, Any]:
    return {"type": "Feature", "geometry": geometry, "properties": properties}
