"""What a page draws, taken from the layout itself: a dictionary for each letter is too dear."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from pdfminer.layout import (
    LTChar,
    LTContainer,
    LTCurve,
    LTImage,
    LTItem,
    LTLine,
    LTRect,
)
from pdfplumber.page import Page


@dataclass(frozen=True, slots=True)
class Shape:
    """A line, a rectangle or another outline by its corners, counted from the upper left."""

    left: float
    top: float
    right: float
    bottom: float
    is_line: bool
    is_box: bool
    is_stroked: bool
    is_filled: bool


@dataclass
class Drawn:
    letters: list[LTChar] = field(default_factory=list)
    shapes: list[Shape] = field(default_factory=list)
    images: list[LTImage] = field(default_factory=list)


def drawn_on(page: Page) -> Drawn:
    found = Drawn()
    _gather(page.layout, found, float(page.height))
    return found


def _gather(items: Iterable[LTItem], found: Drawn, height: float) -> None:
    for item in items:
        if isinstance(item, LTChar):
            found.letters.append(item)
        elif isinstance(item, LTContainer):
            _gather(item, found, height)
        elif isinstance(item, LTImage):
            found.images.append(item)
        elif isinstance(item, LTCurve):
            found.shapes.append(_shape(item, height))


def _shape(curve: LTCurve, height: float) -> Shape:
    return Shape(
        curve.x0,
        height - curve.y1,
        curve.x1,
        height - curve.y0,
        isinstance(curve, LTLine),
        isinstance(curve, LTRect) or _is_box(curve),
        bool(curve.stroke),
        bool(curve.fill),
    )


def _is_box(curve: LTCurve) -> bool:
    across = {round(x) for x, _ in curve.pts}
    return len(across) == 2 and len({round(y) for _, y in curve.pts}) == 2
