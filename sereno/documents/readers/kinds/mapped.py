"""Any other table, its columns mapped to fields by hand once and remembered by their heading."""

from collections.abc import Mapping

from sereno.documents.readers.kinds.headings import signature
from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.paper import Cell, Grid, Line, Paper
from sereno.documents.readers.reading import Field, Reading, Row, Table, Unplaced


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
        columns = mapping.get(signature(block.rows[0])) if isinstance(block, Grid) else None
        if isinstance(block, Grid) and columns:
            tables.append(table_of(block, columns, unplaced))
        else:
            unplaced += loose(block)
    if not tables:
        return None
    return Reading(
        "mapped", 1.0, "las columnas se indicaron a mano", tuple(tables), unplaced=tuple(unplaced)
    )


def table_of(grid: Grid, columns: Mapping[str, str], unplaced: list[Unplaced]) -> Table:
    names = [columns.get(signature([cell]), "") for cell in grid.rows[0]]
    rows = []
    for cells in grid.rows[1:]:
        fields: dict[str, Field] = {}
        for at, cell in enumerate(cells):
            name = names[at] if at < len(names) else ""
            if name and name not in fields:
                fields[name] = field_of(cell)
            elif cell.text.strip():
                unplaced.append(Unplaced(cell.text, cell.place))
        rows.append(Row(fields))
    return Table("", tuple(rows))


def field_of(cell: Cell) -> Field:
    return Field(
        cell.text, cell.text.strip() or None, "", (cell.place, *cell.also), cell.confidence
    )


def loose(block: Line | Grid) -> list[Unplaced]:
    pieces = block.cells() if isinstance(block, Grid) else [block]
    return [Unplaced(piece.text, piece.place) for piece in pieces if piece.text.strip()]


def leftovers(paper: Paper) -> tuple[Unplaced, ...]:
    return tuple(words for block in paper.blocks for words in loose(block))
