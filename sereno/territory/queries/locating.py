"""Where a point lies: the map of a day, read once and asked many times."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sereno.logbook.models import Entry
from sereno.territory.models import Barrio, Parish
from sereno.territory.queries.lists import in_force
from sereno.territory.rules.geography import Point
from sereno.territory.rules.locating import BarrioSeat, Ground, How, Outline, ParishSeat, Place

KEPT = 8  # maps of different days held in memory at once


@dataclass(frozen=True)
class Found:
    """Where a point lies. ``metres``: how far the seat by which it was decided; none if unknown."""

    how: How
    barrio: Barrio | None
    parish: Parish | None
    metres: float | None

    @property
    def is_approximate(self) -> bool:
        return self.how is not How.POLYGON


@dataclass(frozen=True)
class _Map:
    """The map of one day with the things it is about."""

    ground: Ground
    barrios: dict[int, Barrio]
    parishes: dict[int, Parish]


_maps: dict[tuple[str, date], _Map] = {}


def locate(latitude: float, longitude: float, *, at: datetime) -> Found:
    """The barrio and parish of a point at a moment; never refuses.

    The map is read once a process and day, and again when anything on it changes.
    """
    on = timezone.localdate(at)
    key = (_version(), on)
    found = _maps.get(key)
    if found is None:
        found = _read(on)
        if len(_maps) >= KEPT:
            _maps.clear()
        _maps[key] = found
    return _named(found, found.ground.locate(Point(latitude, longitude)))


def _named(found: _Map, place: Place) -> Found:
    barrio = found.barrios[place.barrio] if place.barrio else None
    parish = found.parishes[place.parish] if place.parish else None
    return Found(place.how, barrio, parish, place.metres)


def _version() -> str:
    """The seal of the last line about the map: it changes when the map does, and only then."""
    lines = Entry.objects.filter(event="territory.imported").order_by("-number")
    return lines.values_list("seal", flat=True).first() or ""


def _read(on: date) -> _Map:
    parishes = {parish.pk: parish for parish in Parish.objects.select_related("canton")}
    barrios = {barrio.pk: barrio for barrio in Barrio.objects.select_related("parish")}
    drawn = list(in_force(on))
    canton = next((_shape(one.geometry) for one in drawn if one.canton_id), None)
    ground = Ground(
        canton=canton,
        parishes=[
            Outline(one.parish_id, one.parish_id, _shape(one.geometry))
            for one in drawn
            if one.parish_id
        ],
        barrios=[
            Outline(one.barrio_id, barrios[one.barrio_id].parish_id, _shape(one.geometry))
            for one in drawn
            if one.barrio_id
        ],
        parish_seats=[
            ParishSeat(parish.pk, Point(parish.latitude, parish.longitude))
            for parish in parishes.values()
            if parish.latitude is not None and parish.longitude is not None
        ],
        barrio_seats=[
            BarrioSeat(barrio.pk, barrio.parish_id, Point(barrio.latitude, barrio.longitude))
            for barrio in barrios.values()
            if barrio.latitude is not None and barrio.longitude is not None
        ],
    )
    return _Map(ground, barrios, parishes)


def _shape(geometry: dict[str, Any]) -> BaseGeometry:
    return shape(geometry)
