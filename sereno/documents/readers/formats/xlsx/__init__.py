"""Excel: each sheet's table as people see it, with the values that formulas last had."""

import io
import re
from typing import Any, Final

from openpyxl import load_workbook
from openpyxl.utils import range_boundaries

from sereno.documents.readers.formats.packages import BROKEN, Package, refuse_size
from sereno.documents.readers.formats.xlsx.shown import shown
from sereno.documents.readers.paper import Cell, Grid, Line, Paper, Place
from sereno.documents.readers.refusals import Unreadable

MERGED: Final = re.compile(rb'<(?:\w+:)?mergeCell\s[^>]*ref="([A-Z0-9:$]+)"')


def read(data: bytes) -> Paper:
    package = Package(data)
    notes = list(package.notes())
    blocks: list[Line | Grid] = []
    try:
        book = load_workbook(io.BytesIO(data), read_only=True, data_only=True)
        for number, sheet in enumerate(book.worksheets, start=1):
            if sheet.sheet_state != "visible" and "hidden-sheet" not in notes:
                notes.append("hidden-sheet")
            blocks += grids_of(sheet, number, merges(sheet, package))
    except (*BROKEN, TypeError, AttributeError, IndexError, SyntaxError) as problem:
        raise Unreadable("truncated", what="el libro no se deja leer") from problem
    return Paper(tuple(blocks), 0, tuple(notes))


def grids_of(sheet: Any, number: int, merged: dict[tuple[int, int], tuple[int, int]]) -> list[Grid]:
    """One table a sheet; two blank rows part it into two."""
    grids: list[Grid] = []
    rows: list[tuple[Cell, ...]] = []
    blank = 0
    for at, values in enumerate(sheet.iter_rows(), start=1):
        texts = trimmed([(shown(cell), is_bold(cell)) for cell in values])
        refuse_size(sheet.title, columns=len(texts), rows=at)
        if not any(text for text, _bold in texts):
            blank += 1
            continue
        if blank >= 2 and rows:
            grids.append(Grid(tuple(rows)))
            rows = []
        blank = 0
        rows.append(row_of(texts, at, number, sheet.title, merged))
    return [*grids, Grid(tuple(rows))] if rows else grids


def row_of(
    texts: list[tuple[str, bool]], at: int, number: int, title: str,
    merged: dict[tuple[int, int], tuple[int, int]],
) -> tuple[Cell, ...]:  # fmt: skip
    return tuple(
        Cell(
            text,
            Place(table=number, row=at, column=column, sheet=title),
            also=covered(at, column, merged.get((at, column)), number, title),
            is_bold=bold,
        )
        for column, (text, bold) in enumerate(texts, start=1)
    )


def covered(
    row: int, column: int, last: tuple[int, int] | None, number: int, title: str
) -> tuple[Place, ...]:
    if last is None or (last[0] - row + 1) * (last[1] - column + 1) > 5000:
        return ()
    return tuple(
        Place(table=number, row=below, column=right, sheet=title)
        for below in range(row, last[0] + 1)
        for right in range(column, last[1] + 1)
        if (below, right) != (row, column)
    )


def trimmed(texts: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Without the blank columns at the end, which a sheet may claim by the thousand."""
    last = max((at for at, (text, _bold) in enumerate(texts, start=1) if text), default=0)
    return texts[:last]


def is_bold(cell: Any) -> bool:
    return bool(cell.value is not None and cell.font and cell.font.b)


def merges(sheet: Any, package: Package) -> dict[tuple[int, int], tuple[int, int]]:
    """The last cell of each merged range by its first; reading row by row leaves them out."""
    path = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
    if path not in package.parts:
        return {}
    found: dict[tuple[int, int], tuple[int, int]] = {}
    for mark in MERGED.finditer(package.part(path)):
        left, top, right, bottom = range_boundaries(mark[1].decode().replace("$", ""))
        if left and top and right and bottom:
            found[top, left] = (bottom, right)
    return found
