"""The drawing: everything lies on the sheet, north is up, and names do not cover each other."""

import re

from hypothesis import given
from hypothesis import strategies as st
from shapely import Polygon, box

from sereno.territory.rules.drawing import DOT, LETTER, LINE, MARGIN, sheet_for, sides
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
def test_no_name_covers_another_or_a_point(places: list[tuple[float, float]]) -> None:
    spots = dict(enumerate(places))
    name = "Jipiro"
    written = sides(dict.fromkeys(spots, name), spots, width=640)
    long = LETTER * len(name)

    def covers(key: int) -> tuple[float, float]:
        x = spots[key][0]
        return (x + DOT, x + DOT + long) if written[key] == "right" else (x - DOT - long, x - DOT)

    for key in written:
        west, east = covers(key)
        assert west >= 0
        assert east <= 640
        for other, (x, y) in spots.items():
            if other != key and abs(y - spots[key][1]) < LINE / 2:
                assert not west < x < east
        for other in written:
            if other < key and abs(spots[other][1] - spots[key][1]) < LINE - 0.001:
                assert covers(other)[1] <= west or covers(other)[0] >= east


def test_a_name_at_the_edge_stands_to_the_left() -> None:
    assert sides({1: "Yangana", 2: "Quinara"}, {1: (630, 9), 2: (9, 300)}, width=640) == {
        1: "left",
        2: "right",
    }
