"""How likely it is that lines are the rows of a table: what each way to cut them would cost.

A line is broken where the next word finds no room; cells of a row share their top, their middle
or their foot; a sentence does not end before a small letter. What speaks against costs.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from sereno.documents.readers.geometry.pieces import SPACE, Piece, Strip

MODES: Final = ("top", "middle", "foot")
OFF: Final = 0.4  # of a letter's size: cells that are this far apart do not stand on one line
FITS, FITS_BUT_SMALL, NEUTRAL, TWO_VALUES, AFTER_VALUE = 1.0, 0.5, 0.08, 1.0, 0.4
FAR, ASKEW, LACKS_FIRST, CUT_SENTENCE, CUT_WORD, WIDE = 1.0, 1.0, 0.6, 1.0, 1.5, 2.0


@dataclass(frozen=True)
class Judge:
    """``widths`` of the columns, ``leading`` of the lines; ``mode`` is how cells stand."""

    widths: dict[int, float]
    leading: float
    mode: str = "top"

    def fits(self, before: Piece, after: Piece) -> bool:
        needed = before.width + SPACE * after.size + after.opening
        return needed <= self.widths.get(before.column, 0.0)

    def row(self, strips: Sequence[Strip]) -> float:
        """What it costs to take these lines as one row."""
        *_, cost = self.growing(strips)
        return cost

    def growing(self, strips: Sequence[Strip]) -> Iterator[float]:
        """What it costs to take as one row the first line, the first two, the first three …"""
        cells: dict[int, list[Piece]] = {}
        together, wide = 0.0, 0
        for count, strip in enumerate(strips, start=1):
            wide += strip.is_wide
            for piece in strip.pieces:
                cell = cells.setdefault(piece.column, [])
                if cell:
                    together += self.together(cell[-1], piece)
                cell.append(piece)
            cost = together + LACKS_FIRST * (0 not in cells)
            if count > 1:
                cost += WIDE * (0 < wide < count) + ASKEW * self.askew(list(cells.values()))
            yield cost

    def together(self, before: Piece, after: Piece) -> float:
        """Two lines of one cell, one below the other."""
        if before.is_value and after.is_value:
            return TWO_VALUES
        cost = NEUTRAL
        if self.fits(before, after):
            cost = FITS_BUT_SMALL if after.goes_on else FITS
        elif before.is_value or after.is_value:
            cost = AFTER_VALUE
        if after.bottom - before.bottom > 1.5 * self.leading:
            cost += FAR
        return cost

    def askew(self, cells: Sequence[Sequence[Piece]]) -> int:
        """How many cells of the row do not stand as the others do."""
        if len(cells) < 2:
            return 0
        places = [self._place(cell) for cell in cells]
        size = cells[0][0].size
        heights = [cell[-1].bottom - cell[0].top for cell in cells]
        sure = places[heights.index(max(heights))]
        return sum(abs(place - sure) > OFF * size for place in places)

    def _place(self, cell: Sequence[Piece]) -> float:
        if self.mode == "top":
            return cell[0].bottom
        if self.mode == "foot":
            return cell[-1].bottom
        return (cell[0].bottom + cell[-1].bottom) / 2

    def between(self, above: Sequence[Strip], below: Sequence[Strip]) -> float:
        """What it costs to end a row here: a sentence, or a word, that is cut in two."""
        last: dict[int, Piece] = {}
        for strip in above:
            last |= {piece.column: piece for piece in strip.pieces}
        first: dict[int, Piece] = {}
        for strip in reversed(below):
            first |= {piece.column: piece for piece in strip.pieces}
        cut = 0.0
        for column in last.keys() & first.keys():
            before, after = last[column], first[column]
            if after.goes_on and not self.fits(before, after) and not before.is_value:
                is_word = before.text.endswith("-")
                cut = max(cut, CUT_WORD if is_word else CUT_SENTENCE)
        return cut

    def all_rows(self, rows: Sequence[Sequence[Strip]]) -> float:
        cost = sum(self.row(row) for row in rows)
        for above, below in pairwise(rows):
            cost += self.between(above, below)
        return cost
