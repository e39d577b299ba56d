"""The metadata or the dictionary of a published data set: two columns, label and value."""

from sereno.documents.readers.kinds.headings import label, plain, signature
from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.mapped import HIGHEST, table_of
from sereno.documents.readers.kinds.records import Records
from sereno.documents.readers.paper import Cell, Grid, Line, Paper
from sereno.documents.readers.reading import Reading, Table, Unplaced

NAME = "metadata"


def recognise(paper: Paper) -> Likeness:
    """Most rows are a known label with its value, and there is nothing else; or a dictionary."""
    if any(dictionary_at(grid) is not None for grid in paper.grids):
        return Likeness(
            0.9, "es el diccionario de un conjunto de datos: cada campo y qué significa"
        )
    rows = [
        [cell for cell in row if cell.text.strip()] for grid in paper.grids for row in grid.rows
    ]
    pairs = [row for row in rows if len(row) == 2]
    if len(pairs) < 2 or len(pairs) < 0.7 * len(rows):
        return Likeness(0.0, "no son pares de etiqueta y valor")
    known = sum(label(row[0].text) is not None for row in pairs)
    return Likeness(
        round(0.95 * known / len(pairs), 2),
        f"{known} de {len(pairs)} filas son una etiqueta conocida con su valor",
    )


def read(paper: Paper) -> Reading:
    unplaced: list[Unplaced] = []
    tables: list[Table] = []
    blocks: list[Line | Grid] = []
    for block in paper.blocks:
        at = dictionary_at(block) if isinstance(block, Grid) else None
        if isinstance(block, Grid) and at is not None:
            columns = {signature([cell]): name_of(cell) for cell in block.rows[at]}
            tables.append(table_of(Grid(block.rows[at:]), columns, unplaced))
            blocks.append(Grid(block.rows[:at]))
        else:
            blocks.append(block)
    records = Records(Paper(tuple(blocks)), lambda _fields: False)
    likeness = recognise(paper)
    return Reading(
        NAME, likeness.score, likeness.because, (*records.tables(), *tables),
        unplaced=(*records.unplaced, *unplaced),
    )  # fmt: skip


def dictionary_at(grid: Grid) -> int | None:
    """The row of a grid that heads the names of fields beside their descriptions."""
    for at, row in enumerate(grid.rows[:HIGHEST]):
        if {"name", "description"} <= {name_of(cell) for cell in row}:
            return at
    return None


def name_of(cell: Cell) -> str:
    words = plain(cell.text)
    if words in {"campo", "nombre del campo", "nombre de campo", "columna", "nombre de la columna"}:
        return "name"
    return "description" if words.startswith(("descripcion", "definicion")) else ""
