"""The map stays inside its frame, whatever the canton looks like."""

from typing import Any
from xml.etree.ElementTree import fromstring

import pytest

from sereno.reports.formats.svg.map import HEIGHT, WIDTH, Seat, canton_map

SQUARE = [[-79.5, -4.5], [-79.1, -4.5], [-79.1, -3.7], [-79.5, -3.7], [-79.5, -4.5]]
SEATS = [
    Seat("Malacatos", -4.19, -79.24, is_urban=False, some=2, whole=9),
    Seat("Gualel", -3.75, -79.37, is_urban=False, some=0, whole=0),
    Seat("Sucre", -3.993, -79.212, is_urban=True, some=3, whole=19),
    Seat("El Sagrario", -3.993, -79.204, is_urban=True, some=5, whole=8),
]


@pytest.mark.parametrize(
    "geometry",
    [
        None,
        {"type": "Polygon", "coordinates": [SQUARE]},
        {"type": "MultiPolygon", "coordinates": [[SQUARE], [SQUARE]]},
        {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [SQUARE]}},
        {
            "type": "FeatureCollection",
            "features": [
                {"type": "Feature", "geometry": {"type": "Polygon", "coordinates": [SQUARE]}}
            ],
        },
    ],
)
def test_every_shape_of_outline_is_drawn(geometry: dict[str, Any] | None) -> None:
    svg = canton_map(geometry, SEATS, title="Mapa", description="Cuatro parroquias")
    for circle in fromstring(svg).iter():  # noqa: S314 - our own
        if circle.tag.endswith("circle"):
            assert 0 <= float(circle.get("cx", "-1")) <= WIDTH
            assert 0 <= float(circle.get("cy", "-1")) <= HEIGHT
    assert all(seat.name in svg for seat in SEATS)


def test_a_parish_with_none_is_not_drawn_as_one_with_zero() -> None:
    gualel = Seat("Gualel", -3.75, -79.37, is_urban=False, some=0, whole=0)
    zero = Seat("Gualel", -3.75, -79.37, is_urban=False, some=0, whole=4)
    none_there, none_done = (
        canton_map(None, [seat, SEATS[0]], title="t", description="d") for seat in (gualel, zero)
    )
    assert none_there.count('class="unknown"') == none_done.count('class="unknown"') + 1


def test_the_parishes_of_the_city_have_a_window_of_their_own() -> None:
    assert "La ciudad" in canton_map(None, SEATS, title="t", description="d")
    assert "La ciudad" not in canton_map(None, SEATS[:2], title="t", description="d")


def test_one_parish_alone_is_a_map_too() -> None:
    assert "Malacatos" in canton_map(None, SEATS[:1], title="t", description="d")
