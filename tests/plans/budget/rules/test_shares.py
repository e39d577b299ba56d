"""Shares add to a hundred, and an amount shared over them loses no cent."""

from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.plans.budget.rules import (
    ShareFault,
    by_time,
    fault_of_programming,
    fault_of_weights,
    programmed,
    split,
)

TENTH = [Decimal("8.33")] * 11 + [Decimal("8.37")]


@st.composite
def hundreds(draw: st.DrawFn) -> list[Decimal]:
    """Weights above zero, of two places, that add to 100."""
    cuts = sorted(draw(st.sets(st.integers(1, 9_999), max_size=11)))
    edges = [0, *cuts, 10_000]
    return [Decimal(end - start) / 100 for start, end in pairwise(edges)]


@pytest.mark.parametrize(
    ("weights", "fault"),
    [
        ([], ShareFault.NONE_GIVEN),
        ([("a", "60"), ("b", "40")], None),
        ([("a", "60"), ("b", "39.99")], ShareFault.NOT_A_HUNDRED),
        ([("a", "60"), ("a", "40")], ShareFault.TWICE_THE_SAME),
        ([("a", "110"), ("b", "-10")], ShareFault.NOT_POSITIVE),
        ([("a", "100"), ("b", "0")], ShareFault.NOT_POSITIVE),
    ],
)
def test_weights_add_to_a_hundred_or_say_why_not(
    weights: list[tuple[str, str]], fault: ShareFault | None
) -> None:
    assert fault_of_weights([(where, Decimal(share)) for where, share in weights]) == fault


@pytest.mark.parametrize(
    ("shares", "fault"),
    [
        (TENTH, None),
        (TENTH[:11], ShareFault.NOT_TWELVE),
        ([Decimal(8)] * 12, ShareFault.NOT_A_HUNDRED),  # 0,96: seen in a real register
        ([Decimal("8.083333")] * 12, ShareFault.NOT_A_HUNDRED),  # 0,97
        ([Decimal(-1), Decimal(101), *[Decimal(0)] * 10], ShareFault.NOT_POSITIVE),
        ([Decimal(100), *[Decimal(0)] * 11], None),
    ],
)
def test_twelve_months_add_to_a_hundred_or_say_why_not(
    shares: list[Decimal], fault: ShareFault | None
) -> None:
    assert fault_of_programming(shares) == fault


@given(st.decimals(-(10**9), 10**9, places=2), hundreds())
def test_an_amount_is_shared_to_the_cent_and_whole(amount: Decimal, weights: list[Decimal]) -> None:
    parts = split(amount, weights)
    assert sum(parts) == amount
    for part, weight in zip(parts, weights, strict=True):
        assert abs(part - amount * weight / 100) <= Decimal("0.01")


def test_the_odd_cent_goes_to_the_largest_remainder() -> None:
    thirds = [Decimal("33.33"), Decimal("33.33"), Decimal("33.34")]
    assert split(Decimal("0.10"), thirds) == [Decimal("0.03"), Decimal("0.03"), Decimal("0.04")]


def test_what_was_to_be_spent_by_a_month() -> None:
    assert by_time(12) == 100
    assert by_time(3) == 25
    assert programmed(TENTH, month=2) == Decimal("16.66")
    assert programmed(TENTH, month=12) == 100
    assert programmed([], month=6) is None
