"""The rules of a page: lines, thin boxes, frames, and the edges of cells that are only coloured."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby, pairwise
from typing import Final

from sereno.documents.readers.formats.pdf.drawing import Shape
from sereno.documents.readers.geometry.sheet import Rule

# A drawn rectangle thinner than this is a line.
THIN: Final = 2.5
SHORTEST: Final = 4.0
NEAR: Final = 1.5
MANY: Final = 3  # coloured rows one below the other: every row of a table, not every other

Edges = tuple[float, float, float, float]  # left, top, right, bottom


def rules_of(shapes: Iterable[Shape]) -> tuple[list[Rule], list[Rule]]:
    """Those that run across, and those that run down."""
    drawn = list(shapes)
    across, down = _told_apart(_strokes(drawn))
    more_across, more_down = _told_apart(_coloured(drawn, down))
    return across + more_across, down + more_down


def _told_apart(edges: Iterable[Edges]) -> tuple[list[Rule], list[Rule]]:
    across: list[Rule] = []
    down: list[Rule] = []
    for left, top, right, bottom in edges:
        if bottom - top <= THIN and right - left >= SHORTEST:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= THIN and bottom - top >= SHORTEST:
            down.append(Rule((left + right) / 2, top, bottom))
    return across, down


def _strokes(shapes: Iterable[Shape]) -> Iterator[Edges]:
    for shape in shapes:
        left, top, right, bottom = shape.left, shape.top, shape.right, shape.bottom
        if shape.is_line or right - left <= THIN or bottom - top <= THIN:
            yield left, top, right, bottom
        elif shape.is_stroked and shape.is_box:
            yield from _around(shape)


def _coloured(shapes: Iterable[Shape], down: Sequence[Rule]) -> Iterator[Edges]:
    """Boxes of colour that lie close together, within a frame or in three rows and more.

    Of every other row of a table without a frame they say too little.
    """
    rows = list(_rows(shapes))
    for chain in _chains(rows):
        for row in chain:
            sides = row[0].left, row[-1].right
            if len(chain) >= MANY or all(_is_beside(row[0], at, down) for at in sides):
                for box in row:
                    yield from _around(box)


def _rows(shapes: Iterable[Shape]) -> Iterator[list[Shape]]:
    """Boxes of one height side by side."""
    boxes = [
        shape
        for shape in shapes
        if shape.is_filled
        and shape.is_box
        and min(shape.right - shape.left, shape.bottom - shape.top) > THIN
    ]
    boxes.sort(key=lambda box: (round(box.top), round(box.bottom), box.left))
    for _height, group in groupby(boxes, key=lambda box: (round(box.top), round(box.bottom))):
        row = list(group)
        if all(other.left - one.right <= NEAR for one, other in pairwise(row)):
            yield row


def _chains(rows: Sequence[list[Shape]]) -> list[list[list[Shape]]]:
    """Rows of several boxes that begin where the one above ends, alike from side to side.

    A box alone, such as the ground of the whole table, is a chain of its own.
    """
    chains: list[list[list[Shape]]] = []
    for row in (row for row in rows if len(row) > 1):
        if chains and _goes_on(chains[-1][-1], row):
            chains[-1].append(row)
        else:
            chains.append([row])
    return [*chains, *([row] for row in rows if len(row) == 1)]


def _goes_on(above: list[Shape], row: list[Shape]) -> bool:
    return (
        abs(row[0].top - above[0].bottom) <= NEAR
        and abs(row[0].left - above[0].left) <= NEAR
        and abs(row[-1].right - above[-1].right) <= NEAR
    )


def _is_beside(box: Shape, at: float, down: Sequence[Rule]) -> bool:
    return any(
        abs(rule.at - at) <= THIN and rule.start <= box.top + THIN and rule.end >= box.bottom - THIN
        for rule in down
    )


def _around(box: Shape) -> Iterator[Edges]:
    yield box.left, box.top, box.right, box.top
    yield box.left, box.bottom, box.right, box.bottom
    yield box.left, box.top, box.left, box.bottom
    yield box.right, box.top, box.right, box.bottom
