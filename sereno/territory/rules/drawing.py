"""A map as numbers: outlines and points in the units of a drawing, for a page to paint."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from math import cos, radians
from typing import TypeVar

from shapely import MultiPolygon, Polygon
from shapely.geometry.base import BaseGeometry

from sereno.territory.rules.geography import Point

K = TypeVar("K")
MARGIN = 12.0  # units left free on every side
DOT, LETTER, LINE = 7.0, 6.6, 13.0  # units: half a point, a letter and a line of its name
SMALLEST = 0.004  # degrees: a single point is drawn with this much land around it


@dataclass(frozen=True)
class Sheet:
    """How degrees become units: north is up, and a kilometre is as wide as it is tall."""

    west: float
    north: float
    scale: float
    narrowing: float
    width: float
    height: float

    def place(self, longitude: float, latitude: float) -> tuple[float, float]:
        """Right and down from the upper left corner, to a tenth of a unit."""
        x = MARGIN + (longitude - self.west) * self.narrowing * self.scale
        y = MARGIN + (self.north - latitude) * self.scale
        return round(x, 1), round(y, 1)

    def path(self, outline: BaseGeometry) -> str:
        """The outline as the ``d`` of an SVG path, without what is finer than the drawing."""
        plain = outline.simplify(0.4 / self.scale)
        rings = [ring for part in _polygons(plain) for ring in (part.exterior, *part.interiors)]
        return " ".join(self._ring(ring.coords) for ring in rings)

    def _ring(self, coordinates: Iterable[tuple[float, ...]]) -> str:
        pairs = (self.place(one[0], one[1]) for one in coordinates)
        return "M" + "L".join(f"{x:g} {y:g}" for x, y in pairs) + "Z"


def sheet_for(
    outlines: Iterable[BaseGeometry], points: Iterable[Point], *, width: float = 640
) -> Sheet | None:
    """A sheet on which all of it fits; none where there is nothing to draw."""
    boxes = [outline.bounds for outline in outlines if not outline.is_empty]
    boxes += [(one.longitude, one.latitude, one.longitude, one.latitude) for one in points]
    if not boxes:
        return None
    west, south = min(box[0] for box in boxes), min(box[1] for box in boxes)
    east, north = max(box[2] for box in boxes), max(box[3] for box in boxes)
    spare = max(0.0, SMALLEST - max(east - west, north - south)) / 2
    west, south, east, north = west - spare, south - spare, east + spare, north + spare
    narrowing = cos(radians((south + north) / 2))
    # Tall land is drawn narrower, so that a page never has to be scrolled for one map.
    scale = min(
        (width - 2 * MARGIN) / max((east - west) * narrowing, 1e-9),
        (1.25 * width - 2 * MARGIN) / max(north - south, 1e-9),
    )
    return Sheet(
        west,
        north,
        scale,
        narrowing,
        round((east - west) * narrowing * scale + 2 * MARGIN, 1),
        round((north - south) * scale + 2 * MARGIN, 1),
    )


@dataclass(frozen=True)
class _Box:
    """A part of the sheet that is taken."""

    west: float
    north: float
    east: float
    south: float

    def meets(self, other: "_Box") -> bool:
        return (
            self.west < other.east
            and other.west < self.east
            and self.north < other.south
            and other.north < self.south
        )


def sides(
    names: Mapping[K, str], places: Mapping[K, tuple[float, float]], *, width: float
) -> dict[K, str]:
    """On which side of its point each name can be written, covering no other name and no point.

    The first named find room first; a name without room is left out.
    """
    dots = {key: _Box(x - DOT, y - DOT, x + DOT, y + DOT) for key, (x, y) in places.items()}
    taken: list[_Box] = []
    found: dict[K, str] = {}
    for key, (x, y) in places.items():
        long = LETTER * len(names[key])
        right = _Box(x + DOT, y - LINE / 2, x + DOT + long, y + LINE / 2)
        left = _Box(x - DOT - long, y - LINE / 2, x - DOT, y + LINE / 2)
        for side, box in (("right", right), ("left", left)):
            others = [dot for other, dot in dots.items() if other != key]
            on_sheet = box.west >= 0 and box.east <= width
            if on_sheet and not any(box.meets(one) for one in (*others, *taken)):
                found[key] = side
                taken.append(box)
                break
    return found


def _polygons(shape: BaseGeometry) -> list[Polygon]:
    if isinstance(shape, Polygon):
        return [shape] if not shape.is_empty else []
    return list(shape.geoms) if isinstance(shape, MultiPolygon) else []
