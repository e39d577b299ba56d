"""A patrol of the simulator goes round and round, at an even pace, within the city."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from shapely.geometry import Point, shape

from sereno.devices.models import Device
from sereno.example import files
from sereno.example.simulator.routes import Round
from sereno.example.story.chance import kilometres

ROUTES = files.document("routes.json")["routes"]
SQUARE = Round([(-4.0, -79.2), (-4.0, -79.19), (-3.99, -79.19), (-3.99, -79.2)])


def test_a_round_begins_and_ends_at_its_first_corner() -> None:
    assert SQUARE.place(0) == SQUARE.corners[0]
    assert SQUARE.place(SQUARE.metres) == SQUARE.corners[0]


def test_half_a_side_is_half_the_way_to_the_next_corner() -> None:
    side = 1000 * kilometres(SQUARE.corners[0], SQUARE.corners[1])
    assert SQUARE.place(side / 2) == pytest.approx((-4.0, -79.195), abs=1e-6)


@given(st.floats(0, 50_000))
def test_thirty_metres_further_is_never_more_than_thirty_metres_away(metres: float) -> None:
    apart = kilometres(SQUARE.place(metres), SQUARE.place(metres + 30))
    assert apart * 1000 < 31


@pytest.mark.parametrize("route", ROUTES, ids=[route["vehicle"] for route in ROUTES])
def test_every_route_belongs_to_a_vehicle_and_stays_in_the_canton(route: dict[str, Any]) -> None:
    kinds = {row["code"]: row["kind"] for row in files.table("devices")}
    assert kinds[route["vehicle"]] == Device.Kind.VEHICLE
    canton = shape(files.document("canton.geojson")["features"][0]["geometry"])
    assert all(canton.contains(Point(lon, lat)) for lat, lon in route["corners"])
    assert 2_000 < Round([(lat, lon) for lat, lon in route["corners"]]).metres < 15_000
