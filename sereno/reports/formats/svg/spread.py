"""Charts of many: how the cases of a worksheet are spread, and how the promises stand."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from django.utils.translation import gettext as _

from sereno.reports.formats.svg import ink
from sereno.reports.formats.svg.ink import Svg, drawing, element, text
from sereno.web import rules as writing

COLUMNS = 40


def strip(
    values: Sequence[Decimal],
    *,
    value: Decimal,
    target: Decimal | None,
    unit: str,
    title: str,
    description: str,
) -> Svg:
    """How many cases lie at each size, with the figure and the target marked.

    The longest twentieth is drawn together at the right edge, so that one case of a day
    does not press all others into a corner.
    """
    width, height, floor = 420, 150, 112
    ordered = sorted(values)
    edge = max(ordered[int((len(ordered) - 1) * 0.95)], value, target or value) * Decimal("1.1")
    edge = edge or Decimal(1)
    counted = Counter(min(int(max(v, Decimal(0)) / edge * COLUMNS), COLUMNS - 1) for v in ordered)
    step, tallest = Decimal(width - 20) / COLUMNS, max(counted.values())
    inside = [
        element(
            "rect",
            x=10 + place * step + Decimal("0.5"),
            y=floor - Decimal(count) / tallest * 76,
            width=step - 1,
            height=Decimal(count) / tallest * 76,
            class_="done" if place < COLUMNS - 1 else "back",
            fill=ink.NIGHT if place < COLUMNS - 1 else ink.UNKNOWN,
        )
        for place, count in sorted(counted.items())
    ]
    inside.append(
        element("line", x1=8, x2=width - 8, y1=floor, y2=floor, class_="axis", stroke=ink.LINE)
    )
    across = 10 + value / edge * (width - 20)
    inside += _pointer(across, 20, floor, _("la cifra"), dashes="")
    if target is not None:
        at = 10 + target / edge * (width - 20)
        inside += _pointer(at, 34 if abs(at - across) < 70 else 20, floor, _("meta"), dashes="6 4")
    inside += [
        text("0", x=10, y=floor + 16, class_="soft", fill=ink.SOFT),
        text(
            _("%(edge)s o más")
            % {"edge": f"{writing.decimal(edge, 1)}{writing.TIED}{unit}".strip()},
            x=width - 10,
            y=floor + 16,
            text_anchor="end",
            class_="soft",
            fill=ink.SOFT,
        ),
    ]
    return drawing(
        *inside, width=width, height=height - 14, title=title, description=description, kind="strip"
    )


def _pointer(across: Decimal, top: int, floor: int, words: str, *, dashes: str) -> list[Svg]:
    return [
        element(
            "line",
            x1=across,
            x2=across,
            y1=top + 4,
            y2=floor,
            class_="target",
            stroke=ink.INK,
            stroke_width=2,
            stroke_dasharray=dashes,
        ),
        text(
            words,
            x=min(max(across, Decimal(28)), Decimal(392)),
            y=top,
            text_anchor="middle",
            font_weight=600,
        ),
    ]


@dataclass(frozen=True)
class Share:
    """One part of a whole, with the class and the colour of its kind."""

    count: int
    kind: str


FILLS = {
    "alive": ink.ALIVE,
    "plain": ink.NIGHT,
    "attention": ink.ATTENTION,
    "unknown": ink.UNKNOWN,
    "waiting": ink.FAINT,
}


def shares(parts: Sequence[Share], *, title: str, description: str) -> Svg:
    """One bar divided as the promises stand; the numbers are in the words beside it."""
    width, height = 420, 22
    total = sum(part.count for part in parts) or 1
    inside, across = [], Decimal(0)
    for part in parts:
        length = Decimal(part.count) / total * width
        if part.count:
            inside.append(
                element(
                    "rect",
                    x=across,
                    y=0,
                    width=max(length - 2, Decimal(1)),
                    height=height,
                    rx=2,
                    class_=f"share-{part.kind}",
                    fill=FILLS[part.kind],
                )
            )
        across += length
    return drawing(
        *inside,
        width=width,
        height=height,
        title=title,
        description=description,
        kind="shares",
        stretches=True,
    )
