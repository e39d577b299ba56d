"""Where an indicator's numbers and promises lie in a drawing 640 wide and 240 high."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sereno.plans.budget.rules.chart import Mark, step

LEFT, RIGHT, TOP, BOTTOM = Decimal(70), Decimal(625), Decimal(16), Decimal(204)
MARKS = 6


@dataclass(frozen=True)
class Point:
    """An approved number and the last day that it counts."""

    day: date
    value: Decimal
    said: str


@dataclass(frozen=True)
class Promised:
    """What was in force from one day to another; two bounds where there is a ``high``."""

    starts_on: date
    ends_on: date
    value: Decimal
    high: Decimal | None = None


@dataclass(frozen=True)
class Day:
    """A place on the axis of time."""

    place: Decimal
    day: date


@dataclass(frozen=True)
class Chart:
    """Lines as SVG writes them, the marks of both axes, and the points that can be touched."""

    values: str
    promises: tuple[str, ...]
    amounts: tuple[Mark, ...]
    days: tuple[Day, ...]
    dots: tuple[tuple[Decimal, Decimal, Point], ...]


def chart(points: Sequence[Point], promises: Sequence[Promised]) -> Chart | None:
    """Nothing is drawn without a number; heights begin at zero, so that they do not lie."""
    if not points:
        return None
    points = sorted(points, key=lambda one: one.day)
    days = [one.day for one in points] + [day for one in promises for day in _days(one)]
    first, last = min(days), max(days)
    length = Decimal(max((last - first).days, 1))
    tops = [one.value for one in points] + [one.high or one.value for one in promises]
    highest = max(tops)
    height = step(highest)
    marks = max(int(highest / height) + (1 if highest % height else 0), 1)

    def across(day: date) -> Decimal:
        return LEFT + (RIGHT - LEFT) * Decimal((day - first).days) / length

    def up(value: Decimal) -> Decimal:
        return BOTTOM - (BOTTOM - TOP) * max(value, Decimal(0)) / (height * marks)

    return Chart(
        values=_line((across(one.day), up(one.value)) for one in points),
        promises=tuple(
            _line((across(day), up(bound)) for day in _days(one))
            for one in promises
            for bound in (one.value, one.high)
            if bound is not None
        ),
        amounts=tuple(Mark(up(height * place), height * place) for place in range(marks + 1)),
        days=tuple(Day(across(day), day) for day in _months(first, last)),
        dots=tuple((across(one.day), up(one.value), one) for one in points),
    )


def _days(one: Promised) -> tuple[date, date]:
    return one.starts_on, one.ends_on


def _months(first: date, last: date) -> list[date]:
    """First days of months, evenly, as many as can be read."""
    months = [
        date(number // 12, number % 12 + 1, 1)
        for number in range(first.year * 12 + first.month - 1, last.year * 12 + last.month)
    ]
    inside = [day for day in months if first <= day <= last]
    every = -(-len(inside) // MARKS) or 1
    return inside[::every] or [first]


def _line(places: Iterable[tuple[Decimal, Decimal]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in places)
