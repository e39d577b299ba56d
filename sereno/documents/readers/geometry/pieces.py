"""The lines of a table cut into its columns: what a row is judged by."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Final

from sereno.documents.readers.geometry.sheet import TextLine, Word

# A cell that holds nothing but one of these is whole: no line follows it.
VALUE: Final = re.compile(r"^(?:US?D?\s*\$?\s*)?[\d.,/%:-]*\d[\d.,/%:-]*$|^[Xx✓]$")
# White between two words that were set on one line, in sizes of the letters.
SPACE: Final = 0.25


@dataclass(frozen=True, slots=True)
class Piece:
    """A line of one cell. It is wide where its words run on to ``last``, over other columns."""

    column: int
    left: float
    right: float
    top: float
    bottom: float
    text: str
    opening: float  # how wide its first word is
    size: float
    last: int
    words: tuple[Word, ...]
    is_value: bool  # nothing but a figure, a date or a mark
    goes_on: bool  # its first letter is small, as in the middle of a sentence

    @property
    def is_wide(self) -> bool:
        return self.last > self.column

    @property
    def width(self) -> float:
        return self.right - self.left


def piece_of(first: int, last: int, words: Sequence[Word]) -> Piece:
    text = " ".join(word.text for word in words)
    return Piece(
        first,
        words[0].left,
        max(word.right for word in words),
        min(word.top for word in words),
        max(word.bottom for word in words),
        text,
        words[0].right - words[0].left,
        words[0].size,
        last,
        tuple(words),
        bool(VALUE.match(text)),
        text[0].islower(),
    )


@dataclass(frozen=True, slots=True)
class Strip:
    """A line of the page with its pieces."""

    line: TextLine
    pieces: tuple[Piece, ...]
    top: float
    bottom: float
    is_wide: bool


def strip_of(line: TextLine, runs: Sequence[tuple[int, int, Sequence[Word]]]) -> Strip:
    """``runs`` are the first and last column of words that stand together."""
    pieces = tuple(piece_of(*run) for run in runs)
    is_wide = any(piece.is_wide for piece in pieces)
    return Strip(line, pieces, line.top, line.bottom, is_wide)


def widths_of(strips: Sequence[Strip]) -> dict[int, float]:
    """How wide the widest line of each column is: there was room for that much."""
    found: dict[int, float] = {}
    for strip in strips:
        for piece in strip.pieces:
            if not piece.is_wide:
                found[piece.column] = max(found.get(piece.column, 0.0), piece.width)
    return found


def leading_of(strips: Sequence[Strip]) -> float:
    """The usual step from a line of a cell to the next: the least that is met often."""
    last: dict[int, float] = {}
    steps: list[float] = []
    for strip in strips:
        for piece in strip.pieces:
            if piece.column in last and piece.goes_on:
                steps.append(piece.bottom - last[piece.column])
            last[piece.column] = piece.bottom
    size = median(piece.size for strip in strips for piece in strip.pieces)
    near = sorted(step for step in steps if 0.6 * size < step < 2.5 * size)
    return near[len(near) // 3] if near else 1.2 * size
