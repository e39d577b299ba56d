"""Rows whose cells stand one column aside: seen by what their cells hold, and said."""

import re
from typing import Final

from sereno.documents.readers.kinds.columns import Column
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.kinds.typed import MONEY, NUMBERS
from sereno.documents.readers.paper import Cell
from sereno.documents.readers.values.absences import absence
from sereno.documents.readers.values.years import is_mark

AMOUNT: Final = re.compile(r"[-\u2212(]?\s*(?:usd|\$)?\s*[\d.,]+\s*(?:%|usd)?\s*\)?", re.IGNORECASE)
ORDER: Final = re.compile(r"\d{1,4}(?:\.\d{1,3})*\.?")
LINK: Final = re.compile(r"https?:|www\.|enlace|link|descargar|reporte", re.IGNORECASE)
CODE: Final = re.compile(r"[\d.\-]{1,30}[a-z]?", re.IGNORECASE)
YEARS: Final = re.compile(r".*(?:19|20)\d\d.*", re.DOTALL)


def shift_of(row: tuple[Cell, ...], columns: tuple[Column, ...]) -> int:
    """0 where the row stands right; 1 where it stands a column to the right, -1 to the left."""
    good, bad = fit(row, columns, 0)
    if not bad:
        return 0
    for shift in (1, -1):
        better, worse = fit(row, columns, shift)
        if not worse and better > good and better >= 2:
            return shift
    return 0


def fit(row: tuple[Cell, ...], columns: tuple[Column, ...], shift: int) -> tuple[int, int]:
    """How many cells hold what their column asks, and how many do not."""
    good = bad = 0
    for at, column in enumerate(columns):
        place = at + shift
        text = row[place].text.strip() if 0 <= place < len(row) else ""
        suits = suited(column.field, text) if text else None
        good += suits is True
        bad += suits is False
    return good, bad


def suited(field: str, text: str) -> bool | None:
    """None where the field may hold any words."""
    if field in MONEY or field in NUMBERS:
        return bool(AMOUNT.fullmatch(text)) or absence(text) is not None
    if field == "number":
        return bool(ORDER.fullmatch(text))
    if field == "code":
        return bool(CODE.fullmatch(text))
    if field == "years":
        return bool(YEARS.fullmatch(text))
    if field == "target":
        return bool(re.search(r"\d", text)) or absence(text) is not None or len(plain(text)) > 20
    if field.startswith(("year_", "month_")):
        return is_mark(text) or bool(AMOUNT.fullmatch(text))
    return None
