"""The drawing: everything lies on the sheet, north is up, and names do not cover each other."""

import re

from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon, box

from sereno.territory.rules.drawing import MARGIN, labelled, sheet_for
from sereno.territory.rules.geography import Point

points = st.builds(Point, st.floats(-5, 1.5), st.floats(-81, -75.5))


@given(st.lists(points, min_size=1, max_size=20))
def test_every_point_lies_on_the_sheet(found: list[Point]) -> None:
    sheet = sheet_for([], found, width=640)
    assert sheet is not None
    assert sheet.width <= 640.1
    assert sheet.height <= 800.1
    for point in found:
        x, y = sheet.place(point.longitude, point.latitude)
        assert MARGIN - 0.1 <= x <= sheet.width - MARGIN + 0.1
        assert MARGIN - 0.1 <= y <= sheet.height - MARGIN + 0.1


@given(points, points)
def test_north_is_up_and_east_is_right(one: Point, other: Point) -> None:
    sheet = sheet_for([], [one, other])
    assert sheet is not None
    x, y = sheet.place(one.longitude, one.latitude)
    other_x, other_y = sheet.place(other.longitude, other.latitude)
    assert (one.longitude <= other.longitude) or x >= other_x
    assert (one.latitude <= other.latitude) or y <= other_y


def test_nothing_to_draw_is_no_sheet() -> None:
    assert sheet_for([], []) is None
    assert sheet_for([Polygon()], []) is None


def test_an_outline_is_a_closed_path_and_a_hole_is_another() -> None:
    land = box(-79.3, -4.1, -79.1, -3.9)
    ring = land.difference(box(-79.25, -4.05, -79.15, -3.95))
    sheet = sheet_for([land], [])
    assert sheet is not None
    assert sheet.path(land).count("Z") == 1
    assert sheet.path(ring).count("Z") == 2
    assert re.fullmatch(r"[MLZ0-9. -]+", sheet.path(ring))


@given(st.lists(st.tuples(st.floats(0, 640), st.floats(0, 640)), max_size=30))
def test_no_two_names_that_are_written_touch(places: list[tuple[float, float]]) -> None:
    spots = dict(enumerate(places))
    named = sorted(labelled(spots, room=13))
    for first in named:
        for second in named:
            if first < second:
                (x, y), (other_x, other_y) = spots[first], spots[second]
                assert abs(y - other_y) > 13 or abs(x - other_x) > 117
    assert bool(named) == bool(places)
