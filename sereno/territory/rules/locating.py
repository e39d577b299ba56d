"""Where a point lies: by outline where one is drawn, else by the nearest seat, and said so.

Keys are whatever the caller names its barrios and parishes by.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from math import pi
from typing import TypeVar

from shapely import Point as Dot
from shapely import STRtree
from shapely.geometry.base import BaseGeometry
from shapely.prepared import prep

from sereno.territory.rules.geography import EARTH, Fault, Point, fault_of, metres

BARRIO_REACH = 5_000.0  # metres from a seat within which a point may still be of that barrio
PARISH_REACH = 25_000.0
# A published outline of a canton is reduced to some 200 m; a point so near its edge is inside.
OUTLINE_TOLERANCE = 300.0
DEGREES = 180 / (EARTH * pi)  # of latitude in a metre; of longitude too, at 5° S


S = TypeVar("S", "BarrioSeat", "ParishSeat")


class How(StrEnum):
    """How sure the answer is."""

    POLYGON = "polygon"
    NEAREST = "nearest"
    UNKNOWN = "unknown"
    OUTSIDE = "outside"


@dataclass(frozen=True)
class BarrioSeat:
    key: int
    parish: int
    seat: Point


@dataclass(frozen=True)
class ParishSeat:
    key: int
    seat: Point


@dataclass(frozen=True)
class Outline:
    """A shape in force; ``parish`` is the parish of a barrio, or the parish itself."""

    key: int
    parish: int
    shape: BaseGeometry


@dataclass(frozen=True)
class Place:
    """The answer. ``metres`` is how far the seat lies by which it was decided; 0 inside a shape."""

    how: How
    barrio: int | None = None
    parish: int | None = None
    metres: float | None = None
    fault: Fault | None = None


class Ground:
    """The map of one day, ready to be asked."""

    def __init__(
        self,
        *,
        canton: BaseGeometry | None = None,
        parishes: Sequence[Outline] = (),
        barrios: Sequence[Outline] = (),
        parish_seats: Iterable[ParishSeat] = (),
        barrio_seats: Iterable[BarrioSeat] = (),
    ) -> None:
        edge = canton.buffer(OUTLINE_TOLERANCE * DEGREES) if canton is not None else None
        self._canton = prep(edge) if edge is not None else None
        self._parishes, self._barrios = list(parishes), list(barrios)
        self._parish_tree = STRtree([outline.shape for outline in self._parishes])
        self._barrio_tree = STRtree([outline.shape for outline in self._barrios])
        self._barrio_seats = sorted(barrio_seats, key=lambda one: one.key)
        # The seat of a parish stands for those of its barrios only where none of them is known.
        seated = {one.parish for one in self._barrio_seats}
        self._lone_seats = sorted(
            (one for one in parish_seats if one.key not in seated), key=lambda one: one.key
        )

    def locate(self, point: Point) -> Place:
        """Never refuses: an alarm with a strange position is still an alarm."""
        if fault := fault_of(point.latitude, point.longitude):
            return Place(How.OUTSIDE if fault is Fault.ABROAD else How.UNKNOWN, fault=fault)
        dot = Dot(point.longitude, point.latitude)
        if self._canton is not None and not self._canton.intersects(dot):
            return Place(How.OUTSIDE)
        if barrio := _smallest(self._barrios, self._barrio_tree, dot):
            return Place(How.POLYGON, barrio.key, barrio.parish, 0.0)
        if parish := _smallest(self._parishes, self._parish_tree, dot):
            return self._inside_parish(point, parish.key)
        return self._by_seat(point)

    def _inside_parish(self, point: Point, parish: int) -> Place:
        """The parish is certain; which of its barrios, only likely."""
        near = _nearest([one for one in self._barrio_seats if one.parish == parish], point)
        if near and near[1] <= BARRIO_REACH:
            return Place(How.NEAREST, near[0].key, parish, near[1])
        return Place(How.POLYGON, None, parish, 0.0)

    def _by_seat(self, point: Point) -> Place:
        barrio = _nearest(self._barrio_seats, point)
        parish = _nearest(self._lone_seats, point)
        if (
            barrio
            and barrio[1] <= BARRIO_REACH
            and not (parish is not None and parish[1] < barrio[1])
        ):
            return Place(How.NEAREST, barrio[0].key, barrio[0].parish, barrio[1])
        likely = [(parish[1], parish[0].key)] if parish else []
        likely += [(barrio[1], barrio[0].parish)] if barrio else []
        away, key = min(likely, default=(PARISH_REACH + 1, None))
        if away > PARISH_REACH:
            return Place(How.UNKNOWN)
        return Place(How.NEAREST, None, key, away)


def _nearest(seats: Sequence[S], point: Point) -> tuple[S, float] | None:
    """The nearest seat and its metres; of two as near, the one with the lower key."""
    if not seats:
        return None
    away = [metres(point, one.seat) for one in seats]
    least = min(range(len(seats)), key=away.__getitem__)
    return seats[least], away[least]


def _smallest(outlines: list[Outline], tree: STRtree, dot: Dot) -> Outline | None:
    """The shape that holds the dot; where two overlap, the smaller, which is drawn finer."""
    inside = [outlines[index] for index in tree.query(dot, predicate="intersects")]
    return min(inside, key=lambda one: (one.shape.area, one.key), default=None)
