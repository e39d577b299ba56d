"""A Word file as the page of the desk shows it: its texts in order, and the head of its tables."""

import io
from collections.abc import Iterator
from dataclasses import dataclass

import docx
from docx.table import Table
from docx.text.paragraph import Paragraph

MOST_BLOCKS = 60
MOST_ROWS = 5


@dataclass(frozen=True)
class Block:
    """A paragraph, with its level where it is a heading; or a table, whose first row is its head.

    ``more`` is how many rows of a table are not shown.
    """

    text: str = ""
    level: int = 0
    rows: tuple[tuple[str, ...], ...] = ()
    more: int = 0


def seen(data: bytes) -> tuple[Block, ...]:
    """The first texts and tables of a file, then its head and its foot."""
    page = docx.Document(io.BytesIO(data))
    blocks = []
    for piece in page.iter_inner_content():
        blocks += list(_block(piece))
        if len(blocks) >= MOST_BLOCKS:
            break
    return tuple(blocks)


def around(data: bytes) -> tuple[str, ...]:
    """What stands at the head and at the foot of every page."""
    page = docx.Document(io.BytesIO(data))
    edges = (edge for section in page.sections for edge in (section.header, section.footer))
    said = (" ".join(each.text for each in edge.paragraphs).strip() for edge in edges)
    return tuple(dict.fromkeys(each for each in said if each))


def _block(piece: Paragraph | Table) -> Iterator[Block]:
    if isinstance(piece, Paragraph):
        if piece.text.strip():
            style = (piece.style.name or "") if piece.style else ""
            level = style.removeprefix("Heading ")
            yield Block(piece.text, 1 if style == "Title" else int(level) if level.isdigit() else 0)
        return
    rows = [
        tuple(cell.text for cell in row.cells)
        for row, _ in zip(piece.rows, range(MOST_ROWS), strict=False)
    ]
    yield Block(rows=tuple(rows), more=max(0, len(piece.rows) - MOST_ROWS))
