"""From sheets to paper: heads apart, tables found and joined, all else as lines in their order."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from sereno.documents.readers.geometry import heads, joining, lattice, mending, regions, unruled
from sereno.documents.readers.geometry.sheet import (
    Sheet,
    Slot,
    Table,
    TextLine,
    Word,
    box_of,
    lines_of,
)
from sereno.documents.readers.paper import Cell, Grid, Line, Paper, Place

GUESSED = 0.9
CLOSE = 0.5  # white between two words of one cell, at most, in sizes of the letters
LETTER = 0.7  # how wide a letter is, at most mostly, in the same


@dataclass
class _Piece:
    """A table or a line with the height where it begins; heads keep no table apart."""

    page: int
    top: float
    what: Table | TextLine
    is_head: bool = False


@dataclass(frozen=True)
class _Known:
    """The words of the document, and those of them that no end of a line can have cut."""

    words: frozenset[str]
    whole: frozenset[str]


def paper_of(sheets: Sequence[Sheet], notes: tuple[str, ...] = ()) -> Paper:
    pieces = [piece for page in _pages(sheets) for piece in page]
    tables = [piece.what for piece in pieces if isinstance(piece.what, Table)]
    whole = joining.joined(tables, _follows(pieces))
    kept = {id(table): number for number, table in enumerate(whole, start=1)}
    size = _usual_size(sheets)
    known = _Known(
        mending.vocabulary_of(word.text for sheet in sheets for word in sheet.words),
        mending.vocabulary_of(_within_lines(sheets)),
    )
    blocks: list[Line | Grid] = []
    for piece in pieces:
        if isinstance(piece.what, TextLine):
            blocks.append(_line(piece.what, piece.page, size))
        elif id(piece.what) in kept:
            blocks.append(_grid(piece.what, kept[id(piece.what)], known))
    return Paper(tuple(blocks), len(sheets), notes)


def _pages(sheets: Sequence[Sheet]) -> list[list[_Piece]]:
    ruled = {sheet.number: lattice.tables_of(sheet) for sheet in sheets}
    loose = [(sheet, lines_of(_outside(sheet.words, ruled[sheet.number]))) for sheet in sheets]
    apart = heads.heads_of(loose)
    found: list[regions.Region] = []
    for sheet, lines in loose:
        found += regions.regions_of(sheet, [line for line in lines if id(line) not in apart])
    taken = {id(line) for region in found for line in region.lines}
    drawn: dict[int, list[_Piece]] = {}
    for sheet, lines in loose:
        drawn[sheet.number] = [
            _Piece(sheet.number, line.top, line, id(line) in apart)
            for line in lines
            if id(line) not in taken
        ] + [_Piece(sheet.number, table.top, table) for table in ruled[sheet.number]]
        drawn[sheet.number] += [
            _Piece(sheet.number, word.top, TextLine((word,)), is_head=True)
            for word in _outside(sheet.turned, ruled[sheet.number])
        ]
    follow = [_nothing_between(before, after, drawn) for before, after in _neighbours(found)]
    for table in unruled.tables_of(found, follow):
        drawn[table.page].append(_Piece(table.page, table.top, table))
    return [sorted(drawn[sheet.number], key=lambda piece: piece.top) for sheet in sheets]


def _outside(words: Sequence[Word], tables: Sequence[Table]) -> list[Word]:
    taken = {
        id(word) for table in tables for row in table.rows for s in row.slots for word in s.words
    }
    return [word for word in words if id(word) not in taken]


def _neighbours(
    found: Sequence[regions.Region],
) -> list[tuple[regions.Region | None, regions.Region]]:
    return [(found[n - 1] if n else None, region) for n, region in enumerate(found)]


def _nothing_between(
    before: regions.Region | None, after: regions.Region, drawn: dict[int, list[_Piece]]
) -> bool:
    """The region opens its page and the one before closed the page before."""
    if before is None or after.sheet.number != before.sheet.number + 1:
        return False
    below = [p for p in drawn[before.sheet.number] if not p.is_head and p.top > before.bottom]
    above = [p for p in drawn[after.sheet.number] if not p.is_head and p.top < after.top]
    return not below and not above


def _follows(pieces: Sequence[_Piece]) -> list[bool]:
    follows: list[bool] = []
    last: _Piece | None = None
    for piece in pieces:
        if piece.is_head:
            continue
        if isinstance(piece.what, Table):
            is_next = last is not None and isinstance(last.what, Table)
            follows.append(is_next and last is not None and piece.page == last.page + 1)
        last = piece
    return follows


def _usual_size(sheets: Sequence[Sheet]) -> float:
    sizes = sorted(word.size for sheet in sheets for word in sheet.words)
    return sizes[len(sizes) // 2] if sizes else 10.0


def _line(line: TextLine, page: int, usual: float) -> Line:
    is_heading = line.size > 1.15 * usual or (line.is_bold and len(line.text) < 120)
    return Line(
        line.text,
        Place(page=page, box=box_of(line.words)),
        _confidence(line.words),
        level=(1 if line.size > 1.35 * usual else 2) if is_heading else 0,
    )


def _within_lines(sheets: Sequence[Sheet]) -> Iterator[str]:
    """Words with another close before them on their line."""
    for sheet in sheets:
        for line in lines_of(sheet.words):
            for before, word in pairwise(line.words):
                if word.left - before.right < CLOSE * word.size:
                    yield word.text


def _grid(table: Table, number: int, known: _Known) -> Grid:
    filled = [row.slots for row in table.rows if row.filled]
    lines = [[_lines(slot) for slot in slots] for slots in filled]
    widest = _widest(table.width, filled, lines)
    rows = tuple(
        tuple(
            _cell(slot, said, Place(table=number, row=height, column=column), known, widest)
            for column, (slot, said) in enumerate(zip(*row, strict=True), start=1)
        )
        for height, row in enumerate(zip(filled, lines, strict=True), start=1)
    )
    return Grid(rows, table.is_continued)


def _lines(slot: Slot) -> list[TextLine]:
    return [line for part in (slot, *slot.further) for line in lines_of(part.words)]


def _widest(
    width: int, filled: Sequence[Sequence[Slot]], lines: Sequence[Sequence[Sequence[TextLine]]]
) -> list[float]:
    """How wide the widest line of each column is."""
    found = [0.0] * width
    for row in zip(filled, lines, strict=True):
        for column, (slot, said) in enumerate(zip(*row, strict=True)):
            if slot.columns == 1:
                found[column] = max([found[column], *(line.right - line.left for line in said)])
    return found


def _cell(
    slot: Slot, lines: Sequence[TextLine], place: Place, known: _Known, widest: Sequence[float]
) -> Cell:
    parts = [slot, *slot.further]
    room = widest[(place.column or 1) - 1]
    full = [line.right - line.left > room - LETTER * line.size for line in lines]
    words = [word for part in parts for word in part.words]
    first = next((part for part in parts if part.words), slot)
    confidence = _confidence(words) * (GUESSED if slot.is_guessed else 1.0)
    return Cell(
        mending.joined([line.text for line in lines], known.words, full=full, whole=known.whole),
        _placed(place, first.page, first.words),
        round(confidence, 3),
        _also(place, slot, first),
        bool(words) and all(word.is_bold for word in words),
    )


def _placed(place: Place, page: int, words: Sequence[Word]) -> Place:
    return Place(page, place.table, place.row, place.column, box_of(words))


def _also(place: Place, slot: Slot, first: Slot) -> tuple[Place, ...]:
    """The rest of a cut cell, a heading said again, and the further fields of a merged cell."""
    row, column = place.row or 1, place.column or 1
    cut = [_placed(place, p.page, p.words) for p in slot.further if p is not first and p.words]
    again = [
        _placed(place, page, words)
        for page, words in zip(slot.repeated_on, slot.repeated, strict=True)
    ]
    merged = [
        Place(slot.page, place.table, row + down, column + right)
        for down in range(slot.rows)
        for right in range(slot.columns)
        if down or right
    ]
    return (*cut, *again, *merged)


def _confidence(words: Sequence[Word]) -> float:
    return round(min((word.confidence for word in words), default=1.0), 3)
