"""The metadata or the dictionary of a published data set: two columns, label and value."""

from sereno.documents.readers.kinds.headings import label
from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.records import Records
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Reading

NAME = "metadata"


def recognise(paper: Paper) -> Likeness:
    """Most rows are a known label with its value, and there is nothing else."""
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
    records = Records(paper, lambda _fields: False)
    likeness = recognise(paper)
    return Reading(
        NAME, likeness.score, likeness.because, records.tables(), unplaced=tuple(records.unplaced)
    )
