"""A column of shares that does not add to a hundred."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Cell, Grid
from sereno.documents.readers.reading import Finding
from sereno.documents.readers.values.numbers import number, spanish

SHARE: Final = re.compile(
    r"(?:%|porcentaje)? ?(?:de )?(?:peso|ponderacion|participacion|distribucion)"
    r"(?: ?%| porcentual)?"
    r"|% del total|porcentaje del total"
)
NEAR: Final = Decimal("0.1")


def find(case: Case) -> Iterator[Finding]:
    for grid in case.paper.grids:
        for at, row in enumerate(grid.rows):
            for place, cell in enumerate(row):
                if SHARE.fullmatch(plain(cell.text)):
                    yield from added(grid, at, place, cell)


def added(grid: Grid, at: int, place: int, heading: Cell) -> Iterator[Finding]:
    """Down to the first cell that is no figure; a total row is not added."""
    cells: list[Cell] = []
    values: list[Decimal] = []
    for row in grid.rows[at + 1 :]:
        if any(plain(cell.text).startswith("total") for cell in row):
            break
        parsed = number(row[place].text) if place < len(row) else None
        if parsed is None or not isinstance(parsed.value, Decimal):
            break
        cells.append(row[place])
        values.append(parsed.value)
    if len(values) < 2:
        return
    total = sum(values, Decimal(0))
    if max(values) <= 1:
        total *= 100
    if abs(total - 100) > NEAR * len(values):
        places = [heading.place, *(cell.place for cell in cells)]
        yield told("shares-not-100", places, text=heading.text, sum=spanish(total))
