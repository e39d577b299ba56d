"""Many numbers become one: in any order, in any unit, over places, and never smaller for a gap."""

import random
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from sereno.plans.rules import Calculation
from sereno.results.rules.aggregate import Piece, account, covers, own, whole
from sereno.results.rules.progress import Promise, State
from sereno.web.rules import Absent

NEW_YEAR = date(2026, 1, 1)
PARISHES = ("Malacatos", "Vilcabamba", "Gualel", "El Cisne", "Taquil", "Yangana")

numbers = st.decimals(-(10**6), 10**6, places=2)
counts = st.integers(0, 10**6).map(Decimal)
ways = st.sampled_from([*Calculation])
adding = st.sampled_from([Calculation.SUM, Calculation.MEAN, Calculation.MAX, Calculation.RATIO])


@st.composite
def pieces(draw: st.DrawFn) -> list[Piece]:
    """Months of a year, some known, some not, some entered twice; each with its parts."""
    found = []
    for taken in range(draw(st.integers(1, 12))):
        month = draw(st.integers(1, 12))
        value: Decimal | Absent = draw(numbers | st.sampled_from([*Absent]))
        whole_of = draw(counts)
        part = min(draw(counts), whole_of)
        found.append(
            Piece(f"mes {month}", value, part, whole_of, NEW_YEAR.replace(month=month), taken)
        )
    return found


@given(entered=pieces(), way=ways, running=st.booleans(), seed=st.randoms(use_true_random=False))
def test_the_order_of_entry_does_not_change_the_whole(
    entered: list[Piece], way: Calculation, *, running: bool, seed: random.Random
) -> None:
    mixed = [*entered]
    seed.shuffle(mixed)
    assert whole(mixed, way, running=running) == whole(entered, way, running=running)


@given(entered=pieces(), way=ways)
def test_a_gap_never_makes_a_number(entered: list[Piece], way: Calculation) -> None:
    found = whole(entered, way)
    if isinstance(found.value, Decimal):
        assert not found.coming
        assert not found.missing or way == Calculation.LATEST
        assert found.so_far is None
    if way in {Calculation.SUM, Calculation.MEAN, Calculation.MAX} and found.missing:
        assert found.value is Absent.UNKNOWN


@given(entered=pieces(), way=adding)
def test_what_does_not_apply_changes_nothing(entered: list[Piece], way: Calculation) -> None:
    empty = Piece("mes 13", Absent.NOT_APPLICABLE, taken=99)
    assume(whole(entered, way).pieces)
    assert whole([*entered, empty], way) == whole(entered, way)


@given(values=st.lists(numbers, min_size=1, max_size=6))
def test_the_parishes_add_up_to_the_canton(values: list[Decimal]) -> None:
    placed = [Piece(name, value) for name, value in zip(PARISHES, values, strict=False)]
    assert whole(placed, "sum").value == sum(values)


@given(parts=st.lists(st.tuples(counts, counts), min_size=1, max_size=6), cut=st.integers(0, 6))
def test_a_ratio_is_the_same_in_one_step_or_in_two(
    parts: list[tuple[Decimal, Decimal]], cut: int
) -> None:
    """Parishes into zones and zones into the canton, or all parishes at once."""
    placed = [
        Piece(name, part * 100 / all_of if all_of else Absent.NOT_APPLICABLE, part, all_of)
        for name, (part, all_of) in zip(
            PARISHES, ((min(one), max(one)) for one in parts), strict=False
        )
    ]
    zones = []
    for name, inside in (("norte", placed[:cut]), ("sur", placed[cut:])):
        if inside:
            zone = whole(inside, "ratio")
            zones.append(Piece(name, zone.value, zone.numerator, zone.denominator))
    at_once, in_two = whole(placed, "ratio"), whole(zones, "ratio")
    assert at_once.value == in_two.value
    assert (at_once.numerator, at_once.denominator) == (in_two.numerator, in_two.denominator)


@given(values=st.lists(counts, min_size=1, max_size=6), target=counts, baseline=st.none() | counts)
def test_the_unit_does_not_change_how_far_the_canton_came(
    values: list[Decimal], target: Decimal, baseline: Decimal | None
) -> None:
    def far(times: int) -> object:
        promise = Promise(
            "quantity",
            "within",
            NEW_YEAR,
            date(2026, 12, 31),
            target * times,
            baseline=None if baseline is None else baseline * times,
            high=(target + 5) * times,
        )
        placed = [Piece(name, value * times) for name, value in zip(PARISHES, values, strict=False)]
        found = account(promise, placed, "sum", until=promise.ends_on, today=promise.ends_on)
        return found.progress

    assert far(1) == far(1000)


@given(low=counts, width=counts, one=numbers, other=numbers, baseline=st.none() | numbers)
def test_nearer_to_two_bounds_is_never_less_progress(
    low: Decimal, width: Decimal, one: Decimal, other: Decimal, baseline: Decimal | None
) -> None:
    high = low + width
    promise = Promise(
        "quantity", "within", NEW_YEAR, date(2026, 12, 31), low, baseline=baseline, high=high
    )

    def off(value: Decimal) -> Decimal:
        return max(low - value, value - high, Decimal(0))

    def far(value: Decimal) -> object:
        return account(
            promise, [Piece("año", value)], "sum", until=promise.ends_on, today=promise.ends_on
        ).progress.ratio

    assume((one < low) == (other < low))
    nearer, further = sorted((one, other), key=off)
    near, away = far(nearer), far(further)
    if isinstance(near, Decimal) and isinstance(away, Decimal):
        assert near >= away
        assert (near == 1) == (off(nearer) == 0)


@given(values=st.lists(counts, min_size=1, max_size=12))
def test_running_counts_taken_apart_add_up_again(values: list[Decimal]) -> None:
    total, entered = Decimal(0), []
    for month, value in enumerate(values, 1):
        total += value
        entered.append(Piece(f"mes {month}", total, starts_on=NEW_YEAR.replace(month=month)))
    assert whole(entered, "sum", running=True).value == total
    assert [piece.value for piece in own(entered)] == values
    assert whole(own(entered), "sum").value == total


def test_after_a_gap_nobody_knows_what_the_next_period_added() -> None:
    entered = [
        Piece("enero", Decimal(5), starts_on=NEW_YEAR),
        Piece("febrero", Absent.UNKNOWN, starts_on=date(2026, 2, 1)),
        Piece("marzo", Decimal(9), starts_on=date(2026, 3, 1)),
        Piece("abril", Decimal(8), starts_on=date(2026, 4, 1)),
    ]
    assert [piece.value for piece in own(entered)] == [
        Decimal(5),
        Absent.UNKNOWN,
        Absent.UNKNOWN,
        Absent.UNKNOWN,
    ]


@pytest.mark.parametrize(
    ("months", "side_by_side"),
    [
        ([(1, 6), (7, 12)], True),
        ([(1, 6), (8, 12)], False),
        ([(1, 7), (6, 12)], False),
        ([], False),
    ],
)
def test_periods_make_a_year_only_side_by_side(
    months: list[tuple[int, int]], *, side_by_side: bool
) -> None:
    spans = [(NEW_YEAR.replace(month=first), _last_of(last)) for first, last in reversed(months)]
    assert covers(spans, (NEW_YEAR, date(2026, 12, 31))) == side_by_side


def _last_of(month: int) -> date:
    following = date(2027, 1, 1) if month == 12 else date(2026, month + 1, 1)
    return following - timedelta(days=1)


def test_nothing_entered_is_due_only_once_its_period_ended() -> None:
    promise = Promise("quantity", "rise", NEW_YEAR, date(2026, 12, 31), Decimal(10))
    before = account(promise, [], "sum", until=promise.ends_on, today=promise.ends_on)
    after = account(promise, [], "sum", until=promise.ends_on, today=date(2027, 1, 1))
    assert (before.whole.value, before.progress.state) == (Absent.NOT_DUE, State.NOT_DUE)
    assert (after.whole.value, after.progress.state) == (Absent.UNKNOWN, State.UNKNOWN)
