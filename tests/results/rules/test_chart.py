"""The drawing of a goal: heights from zero, time to the right, promises stretch by stretch."""

from datetime import date
from decimal import Decimal

from sereno.results.rules.chart import BOTTOM, LEFT, RIGHT, TOP, Point, Promised, chart

YEAR = Promised(date(2026, 1, 1), date(2026, 12, 31), Decimal(10))


def point(month: int, value: int) -> Point:
    return Point(date(2026, month, 28), Decimal(value), str(value))


def test_nothing_is_drawn_without_a_number() -> None:
    assert chart([], [YEAR]) is None


def test_heights_begin_at_zero_and_time_goes_right() -> None:
    drawn = chart([point(6, 5), point(3, 0)], [YEAR])
    assert drawn is not None
    (first, low, _one), (second, high, _other) = drawn.dots
    assert LEFT < first < second < RIGHT
    assert low == BOTTOM
    assert high == (BOTTOM + TOP) / 2
    assert drawn.promises == (f"{LEFT:.2f},{TOP:.2f} {RIGHT:.2f},{TOP:.2f}",)
    assert [mark.value for mark in drawn.amounts] == [0, 2, 4, 6, 8, 10]


def test_two_bounds_are_two_lines_and_a_change_is_a_step() -> None:
    half = Promised(date(2026, 1, 1), date(2026, 6, 30), Decimal(4), Decimal(8))
    rest = Promised(date(2026, 7, 1), date(2026, 12, 31), Decimal(6))
    drawn = chart([point(3, 5)], [half, rest])
    assert drawn is not None
    assert len(drawn.promises) == 3


def test_one_day_and_zero_are_drawn_too() -> None:
    drawn = chart([point(3, 0)], [])
    assert drawn is not None
    assert drawn.dots[0][:2] == (LEFT, BOTTOM)
    assert len(drawn.days) == 1


def test_ten_years_have_no_more_days_written_than_can_be_read() -> None:
    drawn = chart([point(3, 1)], [Promised(date(2020, 1, 1), date(2029, 12, 31), Decimal(1))])
    assert drawn is not None
    assert len(drawn.days) <= 6
