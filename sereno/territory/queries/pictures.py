"""The map as a drawing: what is painted, where, and which names can stand beside it."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.urls import reverse
from shapely.geometry import shape
from shapely.geometry.base import BaseGeometry

from sereno.territory.models import Barrio, Boundary, Parish, Place
from sereno.territory.queries.lists import in_force
from sereno.territory.rules.drawing import Sheet, sheet_for, sides
from sereno.territory.rules.geography import Point


@dataclass(frozen=True)
class Mark:
    """A point of the drawing; ``name`` is written on its ``side``, if there is room on one."""

    x: float
    y: float
    name: str
    kind: str
    address: str
    side: str


@dataclass(frozen=True)
class Picture:
    """What the page paints: ``edge`` is the land drawn faintly, ``lands`` the outlines in it."""

    sheet: Sheet
    edge: list[str]
    lands: list[str]
    marks: list[Mark]


def picture_of_canton(*, on: date) -> Picture | None:
    """The outline in force, those of its parishes, and a point for the seat of each."""
    drawn = list(in_force(on))
    # Rural ones first: they are far apart, and their names find room.
    seats = sorted(Parish.objects.all(), key=lambda one: (one.kind != "rural", one.name))
    return _picture(
        edge=[one for one in drawn if one.canton_id],
        lands=[one for one in drawn if one.parish_id],
        things=seats,
    )


def picture_of_parish(parish: Parish, *, on: date) -> Picture | None:
    """The outline of a parish and of its barrios, and a point for each barrio and place."""
    drawn = in_force(on)
    return _picture(
        edge=drawn.filter(parish=parish),
        lands=drawn.filter(barrio__parish=parish),
        things=[*parish.barrios.order_by("name"), *parish.places.order_by("name")],
    )


def _picture(
    *,
    edge: Iterable[Boundary],
    lands: Iterable[Boundary],
    things: Iterable[Parish | Barrio | Place],
) -> Picture | None:
    edges, areas = _shapes(edge), _shapes(lands)
    seated = {
        thing: Point(thing.latitude, thing.longitude)
        for thing in things
        if thing.latitude is not None and thing.longitude is not None
    }
    sheet = sheet_for([*edges, *areas], seated.values())
    if sheet is None:
        return None
    spots = {thing: sheet.place(one.longitude, one.latitude) for thing, one in seated.items()}
    named = sides({thing: thing.name for thing in spots}, spots, width=sheet.width)
    return Picture(
        sheet,
        [sheet.path(one) for one in edges],
        [sheet.path(one) for one in areas],
        [
            Mark(x, y, thing.name, _kind(thing), _address(thing), named.get(thing, ""))
            for thing, (x, y) in spots.items()
        ],
    )


def _shapes(boundaries: Iterable[Boundary]) -> list[BaseGeometry]:
    return [shape(one.geometry) for one in boundaries]


def _kind(thing: Parish | Barrio | Place) -> str:
    return thing.kind if isinstance(thing, Parish) else str(thing._meta.model_name)


def _address(thing: Parish | Barrio | Place) -> str:
    return reverse("territory:parish", args=[thing.pk]) if isinstance(thing, Parish) else ""
