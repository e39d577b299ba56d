"""What the map shows: the outline of the canton, devices, and what moves or waits."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.urls import reverse

from sereno.alerts.models import Alert
from sereno.devices.models import Device
from sereno.incidents.models import Dispatch, Incident, Unit
from sereno.territory.models import Barrio, Boundary, Parish

MOST = 300  # marks of one sort: beyond that a map says no more


def outline(*, on: date) -> Mapping[str, Any] | None:
    """The canton as GeoJSON, in the epoch of that day."""
    of_the_canton = Boundary.objects.filter(
        Q(ends_on=None) | Q(ends_on__gt=on), canton__isnull=False, starts_on__lte=on
    )
    return of_the_canton.order_by("-starts_on").values_list("geometry", flat=True).first()


def devices() -> list[dict[str, Any]]:
    """Everything that stands in the street and keeps its place."""
    standing = Device.objects.standing().exclude(kind=Device.Kind.VEHICLE)
    rows = standing.filter(latitude__isnull=False, longitude__isnull=False)
    return [
        dict(row) for row in rows.values("code", "kind", "name", "state", "latitude", "longitude")
    ]


def names() -> list[dict[str, Any]]:
    """Parishes and barrios by their seats."""
    return [
        {"sort": sort, "name": name, "latitude": latitude, "longitude": longitude}
        for sort, places in (("parish", Parish.objects), ("barrio", Barrio.objects))
        for name, latitude, longitude in places.filter(
            latitude__isnull=False, longitude__isnull=False
        ).values_list("name", "latitude", "longitude")
    ]


def moving(*, at: datetime) -> dict[str, Any]:
    """What changes by the minute: five questions to the database, however much moves."""
    return {
        "at": at.isoformat(timespec="seconds"),
        "alerts": [_alert(*row) for row in _waiting()],
        "incidents": [_incident(*row) for row in _open()],
        "units": _units(),
        "vehicles": _vehicles(),
    }


def _waiting() -> Any:
    with_a_place = Alert.objects.waiting().filter(latitude__isnull=False, longitude__isnull=False)
    return with_a_place.values_list(
        "pk", "kind__name", "urgency", "latitude", "longitude", "is_approximate"
    )[:MOST]


def _alert(
    pk: int, kind: str, urgency: str, latitude: float, longitude: float, approximate: object
) -> dict[str, Any]:
    return {
        "id": f"alert:{pk}",
        "what": kind,
        "urgency": urgency,
        "latitude": latitude,
        "longitude": longitude,
        "approximate": bool(approximate),
        "href": reverse("incidents:alert", args=[pk]),
    }


def _open() -> Any:
    with_a_place = Incident.objects.open().filter(latitude__isnull=False, longitude__isnull=False)
    return with_a_place.values_list(
        "pk", "kind__name", "alert__urgency", "kind__urgency", "latitude", "longitude"
    )[:MOST]


def _incident(
    pk: int, kind: str, urgency: str | None, usual: str, latitude: float, longitude: float
) -> dict[str, Any]:
    return {
        "id": f"incident:{pk}",
        "what": f"#{pk} {kind}",
        "urgency": urgency or usual,
        "latitude": latitude,
        "longitude": longitude,
        "href": reverse("incidents:incident", args=[pk]),
    }


def _units() -> list[dict[str, Any]]:
    """Units with a vehicle that has been seen, and whether they are at an incident."""
    busy = dict(Dispatch.objects.under_way().values_list("unit_id", "incident_id"))
    seen = Unit.objects.in_service().filter(vehicle__latitude__isnull=False)
    return [
        {
            "id": f"unit:{pk}",
            "what": callsign,
            "agency": agency,
            "latitude": latitude,
            "longitude": longitude,
            "seen": seen_at.isoformat(timespec="seconds") if seen_at else None,
            "busy": busy.get(pk),
        }
        for pk, callsign, agency, latitude, longitude, seen_at in seen.values_list(
            *("pk", "callsign", "agency"),
            *("vehicle__latitude", "vehicle__longitude", "vehicle__position_at"),
        )
    ]


def _vehicles() -> list[dict[str, Any]]:
    """Vehicles that carry a tracker and are no unit: a taxi, a bus, a promoter's car."""
    seen = Device.objects.filter(kind=Device.Kind.VEHICLE, unit=None, latitude__isnull=False)
    return [
        {
            "id": f"device:{pk}",
            "what": f"{code} · {name}",
            "latitude": latitude,
            "longitude": longitude,
            "seen": seen_at.isoformat(timespec="seconds") if seen_at else None,
        }
        for pk, code, name, latitude, longitude, seen_at in seen.values_list(
            "pk", "code", "name", "latitude", "longitude", "position_at"
        )
    ]
