"""How numbers, lapses and bars are written."""

from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as some

from sereno.web import rules

NOON = datetime(2026, 11, 21, 12, tzinfo=UTC)
numbers = some.integers(-(10**9), 10**9)


@pytest.mark.parametrize(
    ("value", "places", "written"),
    [
        (1234.5, None, "1.234,5"),
        (0, None, "0"),
        (0, 1, "0,0"),
        (Decimal("1000000"), None, "1.000.000"),
        (Decimal("7.00"), None, "7,00"),
        (0.25, 1, "0,3"),
        (2.5, 0, "3"),
        (-0.75, None, f"{rules.MINUS}0,75"),
        (-1234567.891, 2, f"{rules.MINUS}1.234.567,89"),
    ],
)
def test_a_decimal_has_points_between_thousands_and_a_comma(
    value: rules.Number, places: int | None, written: str
) -> None:
    assert rules.decimal(value, places) == written


@given(numbers)
def test_a_whole_number_can_be_read_back(value: int) -> None:
    assert int(rules.decimal(value).replace(".", "").replace(rules.MINUS, "-")) == value


def test_money_says_its_currency_and_its_cents() -> None:
    assert rules.money(Decimal("4884.15")) == "USD\u00a04.884,15"
    assert rules.money(0) == "USD\u00a00,00"


def test_a_share_of_nothing_does_not_apply() -> None:
    assert rules.share(0, 0) is None
    assert rules.share(8, 9) == Decimal(800) / 9
    assert rules.percent(Decimal("88.888")) == "88,9\u00a0%"


def test_minutes_come_from_numbers_and_from_lapses() -> None:
    assert rules.minutes(7) == "7,0\u00a0min"
    assert rules.minutes(timedelta(seconds=450)) == "7,5\u00a0min"


@pytest.mark.parametrize(
    ("seconds", "said"),
    [
        (0, "0 s"),
        (59, "59 s"),
        (200, "3 min 20 s"),
        (7_500, "2 h 05 min"),
        (90_000, "1 d 1 h"),
    ],
)
def test_a_lapse_is_said_in_its_two_largest_units(seconds: int, said: str) -> None:
    assert rules.duration(timedelta(seconds=seconds)) == said.replace(" ", "\u00a0")


@pytest.mark.parametrize(
    ("before", "far"),
    [
        (timedelta(seconds=59), rules.Distance(0, "now", past=True)),
        (timedelta(minutes=3, seconds=59), rules.Distance(3, "minute", past=True)),
        (timedelta(hours=-5), rules.Distance(5, "hour", past=False)),
        (timedelta(days=1, hours=2), rules.Distance(1, "day", past=True)),
        (timedelta(days=70), rules.Distance(2, "month", past=True)),
        (timedelta(days=800), rules.Distance(2, "year", past=True)),
    ],
)
def test_a_moment_is_so_many_of_its_largest_unit_away(
    before: timedelta, far: rules.Distance
) -> None:
    assert rules.distance(NOON - before, at=NOON) == far


def test_a_bar_goes_from_the_baseline_to_the_target() -> None:
    half = rules.bar(65, baseline=40, target=90)
    assert half == rules.Bar(Decimal(0), Decimal(100), Decimal(50), reached=False, backwards=False)


def test_a_bar_of_minutes_grows_as_they_fall() -> None:
    bar = rules.bar(Decimal("7"), baseline=Decimal("12.5"), target=Decimal("7"))
    assert bar is not None
    assert (bar.value, bar.reached) == (Decimal(100), True)


def test_a_bar_beyond_its_target_shows_where_the_target_was() -> None:
    bar = rules.bar(30, baseline=0, target=20)
    assert bar is not None
    assert bar.value == 100
    assert round(bar.target) == 67
    assert bar.reached


def test_a_bar_below_its_baseline_goes_backwards() -> None:
    bar = rules.bar(30, baseline=40, target=90)
    assert bar is not None
    assert bar.backwards
    assert bar.start == 0
    assert bar.start + bar.length == bar.baseline


def test_a_bar_without_a_value_is_neither_reached_nor_missed() -> None:
    bar = rules.bar(None, baseline=40, target=90)
    assert bar is not None
    assert bar.reached is None
    assert bar.length == 0


def test_there_is_no_bar_where_there_is_no_way_to_go() -> None:
    assert rules.bar(5, baseline=7, target=7) is None


@given(numbers, numbers, numbers)
def test_a_bar_never_leaves_its_frame(value: int, baseline: int, target: int) -> None:
    bar = rules.bar(value, baseline=baseline, target=target)
    if bar is None:
        assert baseline == target
        return
    assert bar.value is not None
    assert all(0 <= place <= 100 for place in (bar.value, bar.baseline, bar.target))
    assert bar.reached == ((value >= target) if target > baseline else (value <= target))
