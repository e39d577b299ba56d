"""Any other table, its columns mapped to fields by hand once and remembered by their heading."""

from collections.abc import Mapping
from itertools import zip_longest
from typing import Final

from sereno.documents.readers.kinds.headings import signature
from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.typed import typed
from sereno.documents.readers.paper import Cell, Grid, Line, Paper
from sereno.documents.readers.reading import Field, Reading, Row, Table, Unplaced

HIGHEST: Final = 12  # rows within which a heading is looked for


def recognise(paper: Paper) -> Likeness:
    """The last resort: a table without a mapping is shown for someone to map it."""
    if paper.grids:
        return Likeness(0.1, "hay tablas, pero ningún encabezado conocido: indique sus columnas")
    return Likeness(0.05, "no hay tablas")


def read(paper: Paper) -> Reading:
    return read_with(paper, {}) or Reading("mapped", 0, "", unplaced=leftovers(paper))


def read_with(paper: Paper, mapping: Mapping[str, Mapping[str, str]]) -> Reading | None:
    """``mapping``: signature of a heading → heading of a column → field. None where none fits."""
    tables: list[Table] = []
    unplaced: list[Unplaced] = []
    for block in paper.blocks:
        at = heading_at(block, mapping)
        if isinstance(block, Grid) and at is not None:
            unplaced += [word for row in block.rows[:at] for word in said(row)]
            body = Grid(block.rows[at:])
            tables.append(table_of(body, mapping[signature(body.rows[0])], unplaced))
        else:
            unplaced += loose(block)
    if not tables:
        return None
    return Reading(
        "mapped", 1.0, "las columnas se indicaron a mano", tuple(tables), unplaced=tuple(unplaced)
    )


def heading_at(block: Line | Grid, mapping: Mapping[str, Mapping[str, str]]) -> int | None:
    """Which row of a table is the remembered heading: a title may stand above it."""
    rows = block.rows[:HIGHEST] if isinstance(block, Grid) else ()
    return next((at for at, row in enumerate(rows) if mapping.get(signature(row))), None)


def table_of(grid: Grid, columns: Mapping[str, str], unplaced: list[Unplaced]) -> Table:
    names = [columns.get(signature([cell]), "") for cell in grid.rows[0]]
    headings = {
        name or f"column_{at}": Field(cell.text, name or None, "", (cell.place,), cell.confidence)
        for at, (name, cell) in enumerate(zip(names, grid.rows[0], strict=True), start=1)
        if cell.text.strip()
    }
    rows = []
    for cells in grid.rows[1:]:
        own: dict[str, Cell] = {}
        for name, cell in zip_longest(names, cells[: len(names)], fillvalue=None):
            if name and cell and cell.text.strip() and name not in own:
                own[name] = cell
            elif cell:
                unplaced += said((cell,))
        unplaced += said(cells[len(names) :])
        if own:
            rows.append(Row({name: typed(name, [cell]) for name, cell in own.items()}))
    return Table("", tuple(rows), headings)


def said(cells: tuple[Cell, ...]) -> list[Unplaced]:
    return [Unplaced(cell.text, cell.place) for cell in cells if cell.text.strip()]


def loose(block: Line | Grid) -> list[Unplaced]:
    pieces = block.cells() if isinstance(block, Grid) else [block]
    return [Unplaced(piece.text, piece.place) for piece in pieces if piece.text.strip()]


def leftovers(paper: Paper) -> tuple[Unplaced, ...]:
    return tuple(words for block in paper.blocks for words in loose(block))
