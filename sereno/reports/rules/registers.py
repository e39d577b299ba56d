"""A register pasted from a spreadsheet, read cell by cell; what cannot be read says why."""

import re
from collections.abc import Iterable, Sequence
from datetime import date

from sereno.plans.budget.rules.numbers import NotAnAmount, amount
from sereno.reports.rules.document import NUMERIC, Cell, Column, Kind
from sereno.reports.rules.scoring import DECLARED

DAY = re.compile(r"(\d{1,2})[/-](\d{1,2})[/-](\d{4})|(\d{4})-(\d{2})-(\d{2})")


def pasted(text: str) -> list[list[str]]:
    """The rows of a paste from Excel: tabs between cells, one line a row, blank lines left out."""
    lines = text.replace("\r\n", "\n").split("\n")
    return [[cell.strip() for cell in line.split("\t")] for line in lines if line.strip()]


def without_heading(rows: list[list[str]], columns: Sequence[Column]) -> list[list[str]]:
    """The rows without their heading, where somebody pasted it too."""
    names = [column.name.casefold() for column in columns]
    return rows[1:] if rows and [cell.casefold() for cell in rows[0]] == names else rows


def cells(row: Iterable[str], columns: Sequence[Column]) -> tuple[Cell, ...]:
    """A row of texts with the values behind them; a row of another length keeps its length."""
    texts = list(row)
    kinds = [column.kind for column in columns] + [Kind.TEXT] * len(texts)
    return tuple(Cell(text, value(text, kind)) for text, kind in zip(texts, kinds, strict=False))


def value(text: str, kind: Kind) -> str:
    """The plain number or ISO day of a text; nothing where it is none."""
    if text in DECLARED:
        return ""
    if kind in NUMERIC:
        return _number(text)
    return _day(text) if kind == Kind.DATE else ""


def _number(text: str) -> str:
    try:
        found = amount(text.removesuffix("%"))
    except NotAnAmount:
        return ""
    return "" if found is None else str(found)


def _day(text: str) -> str:
    found = DAY.fullmatch(text.strip())
    if not found:
        return ""
    day, month, year, *iso = found.groups()
    parts = iso if iso[0] else (year, month, day)
    try:
        return date(*(int(part) for part in parts)).isoformat()
    except ValueError:
        return ""
