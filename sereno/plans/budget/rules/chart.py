"""Where the points of a line's year lie in a drawing 640 wide and 240 high."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

LEFT, RIGHT, TOP, BOTTOM = Decimal(70), Decimal(625), Decimal(16), Decimal(204)
STEPS = (1, 2, 5, 10)


@dataclass(frozen=True)
class Point:
    """The end of a month: assigned by now, spent by now, and of a hundred what was programmed."""

    month: int
    revised: Decimal
    accrued: Decimal
    programmed: Decimal | None


@dataclass(frozen=True)
class Mark:
    """A place on an axis with what is written there."""

    place: Decimal
    value: Decimal


@dataclass(frozen=True)
class Chart:
    """Lines as SVG writes them, the marks of both axes, and the points that can be touched."""

    revised: str
    accrued: str
    programmed: str
    amounts: tuple[Mark, ...]
    months: tuple[Mark, ...]
    dots: tuple[tuple[Decimal, Decimal, Point], ...]


def chart(points: Sequence[Point]) -> Chart | None:
    """Nothing is drawn of nothing; the axis begins at zero, so that heights do not lie."""
    if not points:
        return None
    highest = max(max(point.revised, point.accrued) for point in points)
    height = step(highest)
    marks = int(highest / height) + (1 if highest % height else 0)
    top = height * max(marks, 1)

    def across(month: int) -> Decimal:
        return LEFT + (RIGHT - LEFT) * Decimal(month - 1) / 11

    def up(value: Decimal) -> Decimal:
        return BOTTOM - (BOTTOM - TOP) * max(value, Decimal(0)) / top

    planned = [point for point in points if point.programmed is not None]
    return Chart(
        revised=_line((across(one.month), up(one.revised)) for one in points),
        accrued=_line((across(one.month), up(one.accrued)) for one in points),
        programmed=_line(
            (across(one.month), up(one.revised * (one.programmed or Decimal(0)) / 100))
            for one in planned
        ),
        amounts=tuple(
            Mark(up(height * place), height * place) for place in range(max(marks, 1) + 1)
        ),
        months=tuple(Mark(across(month), Decimal(month)) for month in range(1, 13)),
        dots=tuple((across(one.month), up(one.accrued), one) for one in points),
    )


def step(highest: Decimal) -> Decimal:
    """A round step that divides the axis into at most five."""
    if highest <= 0:
        return Decimal(1)
    power = Decimal(10) ** (highest / 5).adjusted()
    return next(power * one for one in STEPS if power * one * 5 >= highest)


def _line(places: Iterable[tuple[Decimal, Decimal]]) -> str:
    return " ".join(f"{x:.2f},{y:.2f}" for x, y in places)
