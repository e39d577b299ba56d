"""Cards: tables with their headings in the first column, set upright as rows under headings."""

from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Final

from sereno.documents.readers.kinds.columns import SPANS, heading_of
from sereno.documents.readers.kinds.headings import Match, meaning, plain
from sereno.documents.readers.paper import Cell, Grid, Line, Paper

FEWEST: Final = 3
Pair = tuple[Cell, Cell]


@lru_cache(maxsize=8)
def upright(paper: Paper) -> Paper:
    """The same words in the same places; only what was a card has become a table of one row."""
    blocks = [
        turned
        for block in paper.blocks
        for turned in (turn(block) if isinstance(block, Grid) else (block,))
    ]
    return replace(paper, blocks=tuple(blocks))


def turn(grid: Grid) -> Iterator[Line | Grid]:
    if not is_of_cards(grid):
        yield grid
        return
    card: list[Pair] = []
    for row in grid.rows:
        pairs = pairs_of(row)
        written = [cell for cell in row if cell.text.strip()]
        if any(is_in(card, label) for label, _value in pairs):
            yield table_of(card)
            card = []
        if pairs:
            card += pairs
        elif len(written) == 1 and card and written[0] is not row[0]:
            card[-1] = (card[-1][0], joined(card[-1][1], written[0]))
        else:
            for cell in written:
                yield Line(cell.text, cell.place, cell.confidence)
    if card:
        yield table_of(card)


def is_of_cards(grid: Grid) -> bool:
    """Most of its rows are a heading with its value beside it, of at least three meanings."""
    heading = heading_of(grid)
    if heading and len(heading.fields) >= FEWEST:
        return False
    written = [row for row in grid.rows if any(cell.text.strip() for cell in row)]
    labels = [label for row in written for label, _value in pairs_of(row)]
    known = {match.field for label in labels if (match := named(label))}
    rows = [row for row in written if any(named(label) for label, _value in pairs_of(row))]
    return len(known) >= FEWEST and 2 * len(rows) > len(written)


def pairs_of(row: tuple[Cell, ...]) -> list[Pair]:
    """A label and its value, or two of each side by side; the first label stands at the edge."""
    written = [cell for cell in row if cell.text.strip()]
    if not row or len(written) not in {2, 4} or written[0] is not row[0]:
        return []
    if len(written) == 4 and not (named(written[0]) and named(written[2])):
        return []
    return list(zip(written[::2], written[1::2], strict=True))


def named(cell: Cell) -> Match | None:
    match = meaning(cell.text.strip().rstrip(":"))
    return None if match is None or match.field.startswith(SPANS) else match


def is_in(card: list[Pair], label: Cell) -> bool:
    return any(plain(label.text) == plain(other.text) for other, _value in card)


def joined(value: Cell, rest: Cell) -> Cell:
    places = (*value.also, rest.place, *rest.also)
    return replace(value, text=f"{value.text}\n{rest.text}", also=places)


def table_of(card: list[Pair]) -> Grid:
    labels = tuple(replace(label, text=label.text.strip().rstrip(":")) for label, _value in card)
    return Grid((labels, tuple(value for _label, value in card)))
