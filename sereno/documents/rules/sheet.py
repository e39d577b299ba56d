"""A list as CSV that a spreadsheet opens without running anything in it."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

FORMULA = ("=", "+", "-", "@", "\t", "\r")


def written(rows: Iterable[Sequence[object]]) -> str:
    """Semicolons between, as spreadsheets here expect; a cell that begins a formula is a text."""
    out = StringIO()
    csv.writer(out, delimiter=";", lineterminator="\r\n").writerows(
        [neutral(str(cell)) for cell in row] for row in rows
    )
    return "\ufeff" + out.getvalue()


def neutral(cell: str) -> str:
    return f"'{cell}" if cell.startswith(FORMULA) else cell
