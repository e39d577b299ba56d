"""Locating: whatever the map, the answer is the best one there is and says how sure it is."""

from hypothesis import assume, given
from hypothesis import strategies as st
from shapely import Polygon, box

from sereno.territory.rules.geography import Point, metres
from sereno.territory.rules.locating import (
    BARRIO_REACH,
    PARISH_REACH,
    BarrioSeat,
    Ground,
    How,
    Outline,
    ParishSeat,
    Place,
)

LOJA = box(-79.55, -4.5, -79.05, -3.65)
points = st.builds(Point, st.floats(-4.45, -3.7), st.floats(-79.5, -79.1))
seats = st.lists(points, max_size=12).map(
    lambda found: [BarrioSeat(key, key % 3, seat) for key, seat in enumerate(found, start=1)]
)
lone = st.lists(points, max_size=6).map(
    lambda found: [ParishSeat(key, seat) for key, seat in enumerate(found, start=10)]
)


def shape_around(point: Point, half: float = 0.01) -> Polygon:
    west, south = point.longitude - half, point.latitude - half
    return box(west, south, west + 2 * half, south + 2 * half)


@given(points, seats, lone)
def test_the_seat_that_decided_is_as_far_as_it_says_and_none_is_nearer(
    point: Point, barrios: list[BarrioSeat], parishes: list[ParishSeat]
) -> None:
    ground = Ground(canton=LOJA, barrio_seats=barrios, parish_seats=parishes)
    place = ground.locate(point)
    to_barrios = {one.key: metres(point, one.seat) for one in barrios}
    to_parishes = {one.key: metres(point, one.seat) for one in parishes}
    nearest = min([*to_barrios.values(), *to_parishes.values()], default=PARISH_REACH + 1)
    if place.how is How.UNKNOWN:
        assert nearest > PARISH_REACH
        return
    assert place.how is How.NEAREST
    assert place.metres is not None
    assert place.metres == nearest
    if place.barrio is not None:
        assert place.metres == to_barrios[place.barrio] <= BARRIO_REACH
        assert place.parish == next(one.parish for one in barrios if one.key == place.barrio)
    else:
        assert place.metres <= PARISH_REACH


@given(points, seats, lone)
def test_inside_its_outline_a_barrio_wins_over_every_seat(
    point: Point, barrios: list[BarrioSeat], parishes: list[ParishSeat]
) -> None:
    ground = Ground(
        canton=LOJA,
        barrios=[Outline(77, 5, shape_around(point))],
        barrio_seats=barrios,
        parish_seats=parishes,
    )
    assert ground.locate(point) == Place(How.POLYGON, 77, 5, 0.0)


@given(points, seats)
def test_inside_a_parish_only_its_own_barrios_are_likely(
    point: Point, barrios: list[BarrioSeat]
) -> None:
    ground = Ground(parishes=[Outline(1, 1, shape_around(point))], barrio_seats=barrios)
    place = ground.locate(point)
    assert place.parish == 1
    own = {one.key: metres(point, one.seat) for one in barrios if one.parish == 1}
    if place.barrio is None:
        assert place.how is How.POLYGON
        assert all(away > BARRIO_REACH for away in own.values())
    else:
        assert place.how is How.NEAREST
        assert place.metres == min(own.values())


@given(points, points)
def test_of_two_outlines_that_overlap_the_smaller_is_the_answer(point: Point, other: Point) -> None:
    wide, narrow = shape_around(other, 0.5), shape_around(point, 0.001)
    ground = Ground(barrios=[Outline(1, 1, wide), Outline(2, 1, narrow)])
    assert ground.locate(point).barrio == 2


@given(st.floats(-5, 1.7), st.floats(-92, -75.1), seats)
def test_outside_the_canton_no_seat_is_near_enough(
    latitude: float, longitude: float, barrios: list[BarrioSeat]
) -> None:
    assume(not LOJA.buffer(0.01).contains(box(longitude, latitude, longitude, latitude).centroid))
    ground = Ground(canton=LOJA, barrio_seats=barrios)
    assert ground.locate(Point(latitude, longitude)) == Place(How.OUTSIDE)


def test_the_edge_of_a_reduced_outline_is_forgiven() -> None:
    ground = Ground(canton=LOJA, barrio_seats=[BarrioSeat(1, 1, Point(-4.0, -79.06))])
    assert ground.locate(Point(-4.0, -79.048)).barrio == 1
    assert ground.locate(Point(-4.0, -79.045)).how is How.OUTSIDE


def test_the_seat_of_a_parish_counts_only_where_no_barrio_of_it_has_one() -> None:
    point = Point(-4.0, -79.2)
    parish_seats = [ParishSeat(1, Point(-4.0, -79.2001)), ParishSeat(2, Point(-4.0, -79.202))]
    barrio_seats = [BarrioSeat(9, 1, Point(-4.0, -79.21))]
    ground = Ground(barrio_seats=barrio_seats, parish_seats=parish_seats)
    place = ground.locate(point)
    assert (place.parish, place.barrio) == (2, None)


def test_of_two_seats_as_near_the_lower_number_is_the_answer() -> None:
    barrio_seats = [BarrioSeat(2, 1, Point(-4.0, -79.21)), BarrioSeat(1, 1, Point(-4.0, -79.21))]
    assert Ground(barrio_seats=barrio_seats).locate(Point(-4.0, -79.2)).barrio == 1
