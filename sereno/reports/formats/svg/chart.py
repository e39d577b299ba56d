"""Charts of one promise: its bar, and its history."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _

from sereno.reports.formats.svg import ink
from sereno.reports.formats.svg.ink import Svg, drawing, element, text
from sereno.web import rules as writing

WIDE, TALL = 300, 18
LEAST = Decimal("0.0001")
HALF_LETTER = Decimal(4)  # half as wide as a letter of the words beside a point
CLOSE, LOWEST = 26, Decimal(12)


def bar(
    value: Decimal | None,
    *,
    target: Decimal,
    baseline: Decimal | None,
    reached: bool | None,
    title: str,
) -> Svg:
    """How far a value is on the way to its target.

    From the baseline where there is one; else all from zero, so that nothing is invented.
    Not known is an empty, dashed track, never a bar of no length.
    """
    way = None if baseline is None else writing.bar(value, baseline=baseline, target=target)
    start, end, mark = _from_baseline(way) if way else _from_zero(value, target)
    done = "kept" if reached else "done"
    inside = [
        element(
            "rect",
            x=0.5,
            y=3.5,
            width=WIDE - 1,
            height=TALL - 7,
            rx=2,
            class_="track" if value is not None else "track unknown",
            fill=ink.SUNKEN if value is not None else "none",
            stroke=ink.LINE,
            stroke_dasharray="" if value is not None else "5 4",
        )
    ]
    if value is not None:
        back = way is not None and way.backwards
        inside.append(
            element(
                "rect",
                x=start,
                y=4,
                width=max(end - start, Decimal(1)),
                height=TALL - 8,
                class_="back" if back else done,
                fill=ink.ATTENTION if back else ink.ALIVE if reached else ink.NIGHT,
            )
        )
    inside.append(
        element(
            "line", x1=mark, x2=mark, y1=0, y2=TALL, class_="target", stroke=ink.INK, stroke_width=3
        )
    )
    return drawing(*inside, width=WIDE, height=TALL, title=title, kind="goal-bar")


def _from_baseline(way: writing.Bar) -> tuple[Decimal, Decimal, Decimal]:
    scale = Decimal(WIDE - 4) / 100
    return 2 + way.start * scale, 2 + (way.start + way.length) * scale, 2 + way.target * scale


def _from_zero(value: Decimal | None, target: Decimal) -> tuple[Decimal, Decimal, Decimal]:
    largest = max(abs(value or Decimal(0)), abs(target), LEAST)
    scale = Decimal(WIDE - 4) / (largest * Decimal("1.1") if value and value > target else largest)
    return Decimal(2), 2 + max(value or Decimal(0), Decimal(0)) * scale, 2 + target * scale


@dataclass(frozen=True)
class Point:
    """One published number of a history: the day it reaches to, its value and its words."""

    on: date
    value: Decimal | None
    words: str


@dataclass(frozen=True)
class _Plot:
    """The area of a chart, and where a day and a value lie in it."""

    first: int
    last: int
    highest: Decimal
    width: int = 420
    height: int = 230
    left: int = 46
    right: int = 46
    top: int = 24
    bottom: int = 30

    @property
    def floor(self) -> int:
        return self.height - self.bottom

    def across(self, on: date) -> Decimal:
        inner = self.width - self.left - self.right
        if self.last == self.first:
            return Decimal(self.left) + Decimal(inner) / 2
        return self.left + Decimal(on.toordinal() - self.first) / (self.last - self.first) * inner

    def up(self, value: Decimal) -> Decimal:
        return self.floor - max(value, Decimal(0)) / self.highest * (self.floor - self.top)


def line(points: Sequence[Point], *, target: Decimal | None, title: str, description: str) -> Svg:
    """The history of a goal, from zero up; where there is no number the line has a gap."""
    known = [point.value for point in points if point.value is not None]
    days = [point.on.toordinal() for point in points]
    tallest = max([*known, target or Decimal(0), LEAST])
    plot = _Plot(min(days), max(days), tallest * Decimal("1.1"))
    inside = [
        element(
            "line",
            x1=8,
            x2=plot.width - 8,
            y1=plot.floor,
            y2=plot.floor,
            class_="axis",
            stroke=ink.LINE,
        )
    ]
    if target is not None:
        inside += _goal_line(plot, target)
    inside += [_run(plot, run) for run in _runs(points)]
    inside += [mark for point in points for mark in _mark(plot, point)]
    inside += _named(plot, points, None if target is None else plot.up(target))
    return drawing(
        *inside,
        width=plot.width,
        height=plot.height,
        title=title,
        description=description,
        kind="line",
    )


def _goal_line(plot: _Plot, target: Decimal) -> list[Svg]:
    height = plot.up(target)
    return [
        element(
            "line",
            x1=8,
            x2=plot.width - 8,
            y1=height,
            y2=height,
            class_="target",
            stroke=ink.INK,
            stroke_width=1.5,
            stroke_dasharray="6 4",
        ),
        text(
            _("meta"),
            x=8,
            y=height - 5,
            class_="soft",
            fill=ink.SOFT,
        ),
    ]


def _runs(points: Sequence[Point]) -> list[list[Point]]:
    """Neighbours that both have a value, so that no line crosses a gap."""
    runs: list[list[Point]] = [[]]
    for point in points:
        if point.value is None:
            runs.append([])
        else:
            runs[-1].append(point)
    return [run for run in runs if len(run) > 1]


def _run(plot: _Plot, run: Sequence[Point]) -> Svg:
    places = [f"{plot.across(p.on):.1f},{plot.up(p.value or Decimal(0)):.1f}" for p in run]
    return element(
        "polyline",
        points=" ".join(places),
        fill="none",
        class_="history",
        stroke=ink.NIGHT,
        stroke_width=2.5,
    )


def _mark(plot: _Plot, point: Point) -> list[Svg]:
    across = plot.across(point.on)
    if point.value is None:
        return [
            element(
                "circle",
                cx=across,
                cy=plot.floor,
                r=5,
                class_="unknown",
                fill="none",
                stroke=ink.UNKNOWN,
                stroke_width=1.5,
                stroke_dasharray="3 2",
            )
        ]
    return [
        element("circle", cx=across, cy=plot.up(point.value), r=4, class_="dot", fill=ink.NIGHT)
    ]


def _named(plot: _Plot, points: Sequence[Point], line_at: Decimal | None) -> list[Svg]:
    """Words at the first, the last, the highest and the lowest; the rest is in the table beside."""
    known = [point for point in points if point.value is not None]
    named = {points[0].on: points[0], points[-1].on: points[-1]}
    if known:
        named |= {p.on: p for p in (min(known, key=_worth), max(known, key=_worth))}
    said, taken = [], Decimal(-100)
    for point in sorted(named.values(), key=lambda point: point.on):
        across = plot.across(point.on)
        if across - taken < 62:
            continue
        taken = across
        half = len(point.words) * HALF_LETTER
        said.append(
            text(
                point.words,
                x=min(max(across, half), plot.width - half),
                y=_beside(plot, points, point, line_at),
                text_anchor="middle",
                font_weight=600,
            )
        )
        said.append(
            text(
                f"{point.on:%d/%m/%y}",
                x=across,
                y=plot.height - 10,
                text_anchor="middle",
                class_="soft",
                fill=ink.SOFT,
            )
        )
    return said


def _beside(plot: _Plot, points: Sequence[Point], point: Point, line_at: Decimal | None) -> Decimal:
    """How high the words of a point stand, off the line that runs to its neighbours."""
    height = plot.up(point.value) if point.value is not None else Decimal(plot.floor)
    place = points.index(point)
    neighbours = [*points[max(place - 1, 0) : place], *points[place + 1 : place + 2]]
    under = height + 20
    if under <= plot.floor and any(_worth(one) > _worth(point) for one in neighbours):
        crosses = line_at is not None and height <= line_at <= under
        return line_at + 16 if line_at is not None and crosses else under
    if line_at is not None and 0 <= height - line_at < CLOSE:
        above_the_goal = line_at - 8
        return above_the_goal if place and above_the_goal > LOWEST else under
    return max(height - 10, LOWEST)


def _worth(point: Point) -> Decimal:
    return point.value or Decimal(0)
