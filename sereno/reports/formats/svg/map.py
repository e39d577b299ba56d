"""The map of the canton: its outline, and one circle a parish where its seat is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from math import cos, radians, sqrt
from typing import Any

from django.utils.translation import gettext as _

from sereno.reports.formats.svg import ink
from sereno.reports.formats.svg.ink import Svg, drawing, element, text

WIDTH, HEIGHT, CANTON_WIDE = 420, 470, 250
INSET = (262, 108, 152, 354)  # x, y, width, height of the window on the city
LARGEST = 15.0  # radius of the largest circle
LETTER = 10
WIDE = 0.58  # of the height of a letter: as wide as it is in the widest face

Point = tuple[float, float]


@dataclass(frozen=True)
class Seat:
    """A parish: how many of the whole it has; its place is that of its seat, not of a case."""

    name: str
    latitude: float
    longitude: float
    is_urban: bool
    some: int
    whole: int


@dataclass(frozen=True)
class _Window:
    """Part of the country drawn in part of the page, north up, without stretching."""

    west: float
    south: float
    east: float
    north: float
    x: float
    y: float
    width: float
    height: float
    margin: float  # how far a name may reach out to the left and right

    @property
    def _narrowing(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def _scale(self) -> float:
        return min(
            self.width / max((self.east - self.west) * self._narrowing, 1e-6),
            self.height / max(self.north - self.south, 1e-6),
        )

    def place(self, latitude: float, longitude: float) -> Point:
        middle = (self.west + self.east) / 2, (self.south + self.north) / 2
        return (
            self.x + self.width / 2 + (longitude - middle[0]) * self._narrowing * self._scale,
            self.y + self.height / 2 - (latitude - middle[1]) * self._scale,
        )


def canton_map(
    geometry: dict[str, Any] | None, seats: Sequence[Seat], *, title: str, description: str
) -> Svg:
    """Circles as large as the whole, filled as far as the part; the city's parishes apart."""
    outline = list(_rings(geometry)) if geometry else []
    everywhere = [point for ring in outline for point in ring] or [
        (seat.longitude, seat.latitude) for seat in seats
    ]
    canton = _window(everywhere, (6, 8, CANTON_WIDE, HEIGHT - 16), margin=6)
    urban = [seat for seat in seats if seat.is_urban]
    rural = [seat for seat in seats if not seat.is_urban]
    largest = max([seat.whole for seat in seats] or [1]) or 1
    inside = [_ring(canton, ring) for ring in outline]
    inside += _seats(canton, rural, largest)
    if urban:
        inside += _city(canton, urban, largest)
    inside += _key()
    return drawing(
        *inside, width=WIDTH, height=HEIGHT, title=title, description=description, kind="map"
    )


def _window(
    points: Sequence[Point], frame: tuple[float, float, float, float], *, margin: float
) -> _Window:
    """A window that holds all these points, each a longitude and a latitude."""
    longitudes, latitudes = [p[0] for p in points], [p[1] for p in points]
    ends = min(longitudes), min(latitudes), max(longitudes), max(latitudes)
    return _Window(*ends, *frame, margin)


def _city(canton: _Window, urban: Sequence[Seat], largest: int) -> list[Svg]:
    """A window on the city, where seats lie too close for the map of the canton."""
    x, y, width, height = INSET
    around = [(seat.longitude, seat.latitude) for seat in urban]
    city = _window(around, (x + 34, y + 40, width - 68, height - 72), margin=30)
    centre = canton.place((city.south + city.north) / 2, (city.west + city.east) / 2)
    marks = [
        element(
            "line",
            x1=centre[0],
            y1=centre[1],
            x2=x,
            y2=centre[1],
            class_="axis",
            stroke=ink.LINE,
            stroke_dasharray="2 3",
        ),
        element(
            "circle", cx=centre[0], cy=centre[1], r=5, class_="axis", fill="none", stroke=ink.LINE
        ),
        element(
            "rect",
            x=x,
            y=y,
            width=width,
            height=height,
            rx=4,
            class_="inset",
            fill=ink.PAPER,
            stroke=ink.LINE,
        ),
        text(_("La ciudad"), x=x + 8, y=y + 16, class_="soft", fill=ink.SOFT, font_size=11),
    ]
    return marks + _seats(city, urban, largest)


def _seats(window: _Window, seats: Sequence[Seat], largest: int) -> list[Svg]:
    """The largest circle first, so that none hides a smaller one; then the names, apart."""
    placed = [
        (seat, window.place(seat.latitude, seat.longitude), LARGEST * sqrt(seat.whole / largest))
        for seat in sorted(seats, key=lambda seat: -seat.whole)
    ]
    marks = [mark for seat, place, radius in placed for mark in _circles(seat, place, radius)]
    taken = [_Box(x - radius, y - radius, 2 * radius, 2 * radius) for _, (x, y), radius in placed]
    for seat, place, radius in sorted(placed, key=lambda found: found[1][1]):
        box = _free_place(seat.name, place, max(radius, 4.0), taken, window)
        taken.append(box)
        marks.append(
            text(
                seat.name,
                x=box.left,
                y=box.top + LETTER,
                font_size=LETTER,
                class_="name",
                paint_order="stroke",
                stroke=ink.PAPER,
                stroke_width=2,
            )
        )
    return marks


@dataclass(frozen=True)
class _Box:
    left: float
    top: float
    width: float
    height: float = LETTER + 2

    def overlap(self, other: "_Box") -> float:
        across = min(self.left + self.width, other.left + other.width) - max(self.left, other.left)
        down = min(self.top + self.height, other.top + other.height) - max(self.top, other.top)
        return max(across, 0.0) * max(down, 0.0)


def _free_place(
    name: str, place: Point, radius: float, taken: Sequence[_Box], window: _Window
) -> _Box:
    """Below, above, right or left of the circle: the first place where the name is alone."""
    x, y = place
    width = len(name) * LETTER * WIDE
    left = min(
        max(x - width / 2, window.x - window.margin),
        window.x + window.width + window.margin - width,
    )
    boxes = (
        _Box(left, y + radius, width),
        _Box(left, y - radius - LETTER - 3, width),
        _Box(
            min(x + radius + 3, window.x + window.width + window.margin - width),
            y - LETTER / 2,
            width,
        ),
        _Box(max(x - radius - 3 - width, window.x - window.margin), y - LETTER / 2, width),
    )
    return min(boxes, key=lambda box: sum(box.overlap(other) for other in taken))


def _circles(seat: Seat, place: Point, radius: float) -> list[Svg]:
    if not seat.whole:
        return [_circle(*place, 3.5, "unknown", "none", dashes="2 2")]
    marks = [_circle(*place, radius, "whole", ink.SUNKEN)]
    if seat.some:
        marks.append(_circle(*place, radius * sqrt(seat.some / seat.whole), "done", ink.NIGHT))
    return marks


def _circle(x: float, y: float, radius: float, kind: str, fill: str, *, dashes: str = "") -> Svg:
    return element(
        "circle",
        cx=x,
        cy=y,
        r=radius,
        class_=kind,
        fill=fill,
        stroke=ink.NIGHT if kind != "unknown" else ink.UNKNOWN,
        stroke_dasharray=dashes,
    )


def _key() -> list[Svg]:
    x, y = 268, 24
    return [
        _circle(x, y, 11, "whole", ink.SUNKEN),
        text(_("todos los de la parroquia"), x=x + 18, y=y + 4, font_size=10),
        _circle(x, y + 30, 7, "done", ink.NIGHT),
        text(_("los que cumplen"), x=x + 18, y=y + 34, font_size=10),
        _circle(x, y + 58, 3.5, "unknown", "none", dashes="2 2"),
        text(_("ninguno registrado"), x=x + 18, y=y + 62, font_size=10),
    ]


def _ring(window: _Window, ring: Iterable[tuple[float, float]]) -> Svg:
    places = [window.place(latitude, longitude) for longitude, latitude in ring]
    return element(
        "polygon",
        points=" ".join(f"{x:.1f},{y:.1f}" for x, y in places),
        class_="land",
        fill=ink.SUNKEN,
        stroke=ink.LINE,
    )


def _rings(geometry: dict[str, Any]) -> Iterator[list[tuple[float, float]]]:
    """The outer rings of a GeoJSON geometry, a feature or a collection of them."""
    kind = geometry.get("type")
    if kind == "FeatureCollection":
        for feature in geometry["features"]:
            yield from _rings(feature)
    elif kind == "Feature":
        yield from _rings(geometry["geometry"])
    elif kind == "Polygon":
        yield [(point[0], point[1]) for point in geometry["coordinates"][0]]
    elif kind == "MultiPolygon":
        for polygon in geometry["coordinates"]:
            yield [(point[0], point[1]) for point in polygon[0]]
