"""Points and metres: properties that hold for any two places, and pairs that are no place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.territory.rules.geography import (
    EAST,
    NORTH,
    SOUTH,
    WEST,
    Fault,
    Point,
    fault_of,
    metres,
)

points = st.builds(Point, st.floats(-90, 90), st.floats(-180, 180))
here = st.builds(Point, st.floats(SOUTH, NORTH), st.floats(WEST, EAST))


@given(points, points)
def test_there_is_as_far_as_back(one: Point, other: Point) -> None:
    assert metres(one, other) == pytest.approx(metres(other, one), abs=1e-6)
    assert 0 <= metres(one, other) <= 20_015_200


@given(points)
def test_a_point_is_no_way_from_itself(point: Point) -> None:
    assert metres(point, point) == 0


@given(here, here, here)
def test_a_detour_is_never_shorter(one: Point, other: Point, by_way_of: Point) -> None:
    assert metres(one, other) <= metres(one, by_way_of) + metres(by_way_of, other) + 1e-3


def test_loja_to_quito_is_as_far_as_the_geodesists_say() -> None:
    loja, quito = Point(-3.99313, -79.20422), Point(-0.22985, -78.52495)
    assert metres(loja, quito) == pytest.approx(422_900, rel=0.006)  # on the ellipsoid


@given(here)
def test_a_pair_in_the_country_has_no_fault_and_the_other_way_round_it_has(point: Point) -> None:
    assert fault_of(point.latitude, point.longitude) is None
    assert fault_of(point.longitude, point.latitude) is Fault.SWAPPED


@pytest.mark.parametrize(
    ("latitude", "longitude", "fault"),
    [
        (9_558_431.0, 699_210.0, Fault.PROJECTED),
        (699_210.0, 9_558_431.0, Fault.PROJECTED),
        (40.4, -3.7, Fault.ABROAD),
        (0.0, 0.0, Fault.ABROAD),
        (float("nan"), -79.0, Fault.NOT_A_NUMBER),
        (-4.0, float("inf"), Fault.NOT_A_NUMBER),
    ],
)
def test_each_fault_has_its_name(latitude: float, longitude: float, fault: Fault) -> None:
    assert fault_of(latitude, longitude) is fault
