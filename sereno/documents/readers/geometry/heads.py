"""Running heads and page numbers: lines at the same height of several pages, numbers apart."""

import re
from collections import defaultdict
from collections.abc import Sequence
from itertools import pairwise

from sereno.documents.readers.geometry import columns
from sereno.documents.readers.geometry.sheet import Sheet, TextLine

# Only this part of a page, above and below, holds heads and feet.
EDGE = 0.12
MOST_LINES = 4
NEAR = 6.0  # points
NUMBER = re.compile(r"^(p[aá]g(ina|\.)?\s*)?\d{1,4}(\s*(de|/|of)\s*\d{1,4})?$", re.IGNORECASE)


def heads_of(pages: Sequence[tuple[Sheet, list[TextLine]]]) -> set[int]:
    """The ids of the lines that are heads or feet."""
    seen: dict[str, list[float]] = defaultdict(list)
    for sheet, lines in pages:
        for block in _edge_blocks(sheet, lines):
            for line in block:
                seen[_said(line)].append(_height(line))
    most = max(2, len(pages) / 2)

    def is_said_again(line: TextLine) -> bool:
        """At nearly the same height: what was laid on a glass never lies quite alike."""
        near = [at for at in seen[_said(line)] if abs(at - _height(line)) < NEAR]
        return len(near) >= most

    return {
        id(line)
        for sheet, lines in pages
        for block in _edge_blocks(sheet, lines)
        if all(NUMBER.match(line.text) or is_said_again(line) for line in block)
        for line in block
    }


def _edge_blocks(sheet: Sheet, lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines that stand together in the margins. A row of a table is none, wherever it stands."""
    blocks: list[list[TextLine]] = []
    for line in lines:
        if blocks and line.top - blocks[-1][-1].bottom < 0.8 * line.size:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    top, foot = EDGE * sheet.height, (1 - EDGE) * sheet.height
    return [
        block
        for block in blocks
        if len(block) <= MOST_LINES
        and (block[-1].bottom < top or block[0].top > foot)
        and all(_gaps(line) < 2 or _is_alone(line) for line in block)
    ]


def _gaps(line: TextLine) -> int:
    return sum(
        after.left - before.right > columns.WIDE * before.size
        for before, after in pairwise(line.words)
    )


def _is_alone(line: TextLine) -> bool:
    """Left, middle and right of a head are far apart, and one of them is a number of pages."""
    return any(NUMBER.match(word.text) for word in (line.words[0], line.words[-1]))


def _said(line: TextLine) -> str:
    return re.sub(r"\d+", "#", line.text)


def _height(line: TextLine) -> float:
    return (line.top + line.bottom) / 2
