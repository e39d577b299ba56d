"""A chart begins at zero, ends above its highest point and stays inside its drawing."""

from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.budget.rules.chart import BOTTOM, LEFT, RIGHT, TOP, Point, chart

money = st.decimals(-100, 10**9, places=2)


def test_nothing_is_drawn_of_nothing() -> None:
    assert chart([]) is None


def test_the_axis_has_round_numbers() -> None:
    drawn = chart([Point(1, Decimal(5500), Decimal("4884.15"), Decimal(50))])
    assert drawn is not None
    assert [mark.value for mark in drawn.amounts] == [0, 2000, 4000, 6000]
    assert drawn.accrued == "70.00,50.96"
    assert drawn.programmed.startswith("70.00,")


@given(st.lists(st.builds(Point, st.integers(1, 12), money, money, st.none()), min_size=1))
def test_every_point_lies_in_the_drawing(points: list[Point]) -> None:
    drawn = chart(points)
    assert drawn is not None
    assert len(drawn.amounts) <= 7
    for x, y, _ in drawn.dots:
        assert LEFT <= x <= RIGHT
        assert TOP <= y <= BOTTOM
