"""The bar and the history draw what is known, and nothing that is not."""

import re
from datetime import date
from decimal import Decimal
from xml.etree.ElementTree import fromstring

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.reports.formats.svg.chart import WIDE, Point, bar, line

numbers = st.decimals(0, 100_000, places=2)


def drawn(value: str | None, target: str, baseline: str | None) -> str:
    return bar(
        None if value is None else Decimal(value),
        target=Decimal(target),
        baseline=None if baseline is None else Decimal(baseline),
        reached=None,
        title="Hoy <7> & meta",
    )


def length(svg: str) -> float:
    found = re.search(r'<rect[^>]*width="([\d.]+)"[^>]*class="(?:done|kept|back)"', svg)
    assert found
    return float(found[1])


def test_an_unknown_value_is_an_empty_track_and_zero_is_a_full_one() -> None:
    unknown, zero = drawn(None, "30", None), drawn("0", "30", None)
    assert 'class="track unknown"' in unknown
    assert "done" not in unknown
    assert 'class="track"' in zero
    assert length(zero) == 1


@pytest.mark.parametrize(
    ("value", "baseline", "part"),
    [("10", "12", 0.5), ("8", "12", 1), ("15", None, 0.5), ("30", None, 1)],
)
def test_the_bar_grows_on_its_way_even_where_less_is_better(
    value: str, baseline: str | None, part: float
) -> None:
    target = "8" if baseline else "30"
    assert length(drawn(value, target, baseline)) / (WIDE - 4) == pytest.approx(part, abs=0.01)


def test_worse_than_before_is_drawn_backwards() -> None:
    assert 'class="back"' in drawn("14", "8", "12")


def test_words_are_escaped_and_the_drawing_has_a_name() -> None:
    tree = fromstring(drawn("7", "8", "12"))  # noqa: S314 - our own
    assert tree[0].tag.endswith("title")
    assert tree[0].text == "Hoy <7> & meta"
    assert tree.get("role") == "img"


@given(value=st.none() | numbers, target=numbers, baseline=st.none() | numbers)
def test_any_bar_is_good_markup_inside_its_frame(
    value: Decimal | None, target: Decimal, baseline: Decimal | None
) -> None:
    svg = bar(value, target=target, baseline=baseline, reached=True, title="t")
    for rectangle in fromstring(svg).iter():  # noqa: S314 - our own
        if rectangle.tag.endswith("rect"):
            left = float(rectangle.get("x", "0"))
            assert left >= 0
            assert left + float(rectangle.get("width", "0")) <= WIDE + 1
    assert "style=" not in svg


def history(*values: str | None) -> str:
    points = [
        Point(date(2026, month, 28), None if value is None else Decimal(value), f"{value} min")
        for month, value in enumerate(values, 1)
    ]
    return line(points, target=Decimal(8), title="Historia", description="Cómo fue")


def test_a_month_without_a_number_is_a_gap_in_the_line() -> None:
    assert history("9", "8", "7").count("<polyline") == 1
    gapped = history("9", "8", None, "7", "6")
    assert gapped.count("<polyline") == 2
    assert gapped.count('class="unknown"') == 1


def test_the_first_and_the_last_are_named_and_the_goal_is_marked() -> None:
    svg = history("9", "8", "7", "6", "5")
    assert "9 min" in svg
    assert "5 min" in svg
    assert ">meta<" in svg
    assert "28/01/26" in svg


def test_words_stand_off_the_line_and_inside_the_drawing() -> None:
    """A line that climbs to its goal: the first words under it, the last above the goal."""
    points = [
        Point(date(2026, 3, 31), Decimal(8), "8 capacitaciones"),
        Point(date(2026, 11, 20), Decimal(22), "22 capacitaciones"),
    ]
    svg = line(points, target=Decimal(24), title="t", description="d")
    said = {
        word.text: (float(word.get("x", "")), float(word.get("y", "")))
        for word in fromstring(svg).iter("{http://www.w3.org/2000/svg}text")  # noqa: S314 - ours
    }
    first, last = said["8 capacitaciones"], said["22 capacitaciones"]
    assert first[0] == 16 * 4
    assert last[0] == 420 - 17 * 4
    assert last[1] < 45 < 150 < first[1]


@given(st.lists(st.none() | numbers, min_size=1, max_size=12))
def test_any_history_is_good_markup(values: list[Decimal | None]) -> None:
    points = [Point(date(2026, month, 1), value, "x") for month, value in enumerate(values, 1)]
    svg = line(points, target=None, title="t", description="d")
    assert fromstring(svg).get("viewBox") == "0 0 420 230"  # noqa: S314 - our own
