"""What an edition gives out is read back whole by the reader of documents: every cell."""

import pytest

from sereno.documents.readers.formats import open_paper
from sereno.reports.formats.csv import triplet
from sereno.reports.formats.docx.word import word
from sereno.reports.formats.neutral import as_it_was
from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.formats.xlsx.workbook import workbook
from tests.reports.formats.stage import document

ROWS = 60  # over more than one page
WHOLE = document(ROWS)
(TABLE,) = WHOLE.tables
WANTED = [
    [column.name for column in TABLE.columns],
    *([cell.text for cell in row] for row in TABLE.rows),
]


def read(data: bytes) -> list[list[str]]:
    """The rows of every table of a file; white space a page put in is none of the cell's."""
    _form, paper = open_paper(data)
    return [
        [as_it_was(" ".join(cell.text.replace("\u200b", "").split())) for cell in row]
        for grid in paper.grids
        for row in grid.rows
    ]


@pytest.mark.parametrize("ending", ["docx", "xlsx", "csv", "pdf"])
def test_every_cell_comes_back(ending: str) -> None:
    made = {
        "docx": lambda: word(WHOLE),
        "xlsx": lambda: workbook(WHOLE),
        "csv": lambda: triplet.data_set(TABLE),
        "pdf": lambda: pdf(WHOLE, address="http://127.0.0.1:8000/ediciones/x/"),
    }[ending]()
    found = read(made)
    first = found.index(WANTED[0])
    body = [row for row in found[first:] if row != WANTED[0]]  # a page repeats its heading
    assert body[: len(WANTED) - 1] == WANTED[1:]
