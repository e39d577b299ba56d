"""Many cases in one drawing, and all promises in one bar."""

from decimal import Decimal
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from sereno.reports.formats.svg.spread import Share, shares, strip

numbers = st.decimals(0, 10_000, places=2)


@given(values=st.lists(numbers, min_size=1, max_size=60), value=numbers, target=st.none() | numbers)
def test_any_cases_can_be_drawn(
    values: list[Decimal], value: Decimal, target: Decimal | None
) -> None:
    svg = strip(values, value=value, target=target, unit="min", title="t", description="d")
    columns = [e for e in fromstring(svg).iter() if e.tag.endswith("rect")]  # noqa: S314 - ours
    assert 1 <= len(columns) <= 40


def test_the_longest_cases_are_drawn_together() -> None:
    values = [Decimal(5)] * 99 + [Decimal(5000)]
    svg = strip(values, value=Decimal(5), target=Decimal(8), unit="min", title="t", description="d")
    assert svg.count('class="back"') == 1
    assert "8,8\u00a0min o más" in svg
    assert ">meta<" in svg


def test_the_bar_of_all_promises_is_divided_by_their_number() -> None:
    svg = shares(
        [Share(1, "alive"), Share(3, "plain"), Share(0, "unknown")], title="t", description="d"
    )
    widths = {
        e.get("class"): float(e.get("width", "0"))
        for e in fromstring(svg).iter()  # noqa: S314 - ours
        if e.tag.endswith("rect")
    }
    assert widths == {"share-alive": 103.0, "share-plain": 313.0}


def test_no_promise_at_all_is_an_empty_bar() -> None:
    assert "<rect" not in shares([], title="t", description="d")
