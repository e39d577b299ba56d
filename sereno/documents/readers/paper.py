"""What stands on paper, before anyone asks what it means: lines and tables, each in its place.

Every format makes a ``Paper`` and every kind reads one, so that a table from Word, from a scan
and from a spreadsheet are the same thing to whoever understands it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Box:
    """A rectangle on its page, in points (1/72 inch) from the upper left corner."""

    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True)
class Place:
    """Where words stand: page, table, row and column counted from 1; none where there is none.

    ``sheet`` is the name of a spreadsheet's sheet. ``box`` needs pages, so only PDF has it.
    """

    page: int | None = None
    table: int | None = None
    row: int | None = None
    column: int | None = None
    box: Box | None = None
    sheet: str = ""


@dataclass(frozen=True)
class Cell:
    """The text of a cell as it stands; its lines are kept apart by line feeds.

    ``confidence`` is 1 where the file says the text, less where a picture was read or a border
    was guessed. ``also`` are the further places of a cell that was cut by a page or merged.
    ``is_bold`` is what the format says, where it says it.
    """

    text: str
    place: Place
    confidence: float = 1.0
    also: tuple[Place, ...] = ()
    is_bold: bool = False


@dataclass(frozen=True)
class Line:
    """A line or paragraph outside any table. ``level`` is 1 and more for a heading, 0 for text."""

    text: str
    place: Place
    confidence: float = 1.0
    level: int = 0


@dataclass(frozen=True)
class Grid:
    """A table: rows of cells, ragged where the paper is. Its heading rows are among them.

    ``is_continued`` says that the table goes on from the one before, over a page.
    """

    rows: tuple[tuple[Cell, ...], ...]
    is_continued: bool = False

    def cells(self) -> Iterator[Cell]:
        for row in self.rows:
            yield from row


@dataclass(frozen=True)
class Paper:
    """A whole document in reading order.

    ``notes`` are codes of what the format itself met: ``macro``, ``hidden-sheet``, ``ocr``.
    ``sideways`` are the pages that lay on their side and were turned.
    """

    blocks: tuple[Line | Grid, ...]
    pages: int = 0
    notes: tuple[str, ...] = field(default=())
    sideways: tuple[int, ...] = ()

    @property
    def grids(self) -> tuple[Grid, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Grid))

    @property
    def lines(self) -> tuple[Line, ...]:
        return tuple(block for block in self.blocks if isinstance(block, Line))

    def pieces(self) -> Iterator[Cell | Line]:
        """Everything that holds words, in reading order."""
        for block in self.blocks:
            if isinstance(block, Grid):
                yield from block.cells()
            else:
                yield block
