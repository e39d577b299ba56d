"""How the Defensoría scores a month of transparency, worked out before it is published.

Three marks for each numeral (DPE, Instructivo para evaluar la transparencia activa, 2024):
complete and in force 1, incomplete 0.5, absent 0; in CSV 1; published by day 15 1. What is wrong
in the data costs half of the first mark. Links are only read here; what visits to them found is
given.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType
from urllib.parse import urlsplit

from sereno.reports.rules.document import NUMERIC, Cell, Column, Kind, Table
from sereno.reports.rules.lotaip import Numeral
from sereno.results.rules.links import Verdict
from sereno.web.personal import is_private

WHOLE, HALF, NONE = Decimal(1), Decimal("0.5"), Decimal(0)
PICTURES = (".jpg", ".jpeg", ".png", ".gif", ".heic", ".webp")
BLANKS = {"", "-", "--", "n/a", "na", "s/n", "sn", "ninguno", "ninguna", "n.a."}
DECLARED = ("NO APLICA", "INFORMACIÓN NO DISPONIBLE")
INCOME = re.compile(r"^[1-3]")
BUDGET = "6"


class Fault(StrEnum):
    """What would cost points, or what must not be published at all."""

    ABSENT = "absent"
    BLANK = "blank"
    NOT_A_NUMBER = "not_a_number"
    NOT_A_DATE = "not_a_date"
    NOT_A_LINK = "not_a_link"
    SHIFTED = "shifted"
    PICTURE = "picture"
    NO_INCOME = "no_income"
    RAGGED = "ragged"
    PERSONAL = "personal"
    LATE = "late"
    LINK_LOGIN = "link_login"
    LINK_GONE = "link_gone"
    LINK_OTHER = "link_other"
    LINK_SILENT = "link_silent"


# What a visit to a link says against it; a link that was not visited has nothing against it.
VISITED = {
    Verdict.ASKS_LOGIN: Fault.LINK_LOGIN,
    Verdict.GONE: Fault.LINK_GONE,
    Verdict.NOT_WHAT_IT_SAYS: Fault.LINK_OTHER,
    Verdict.NO_ANSWER: Fault.LINK_SILENT,
}
NOTHING_VISITED: Mapping[str, Verdict] = MappingProxyType({})
BARS = frozenset({Fault.PERSONAL, Fault.RAGGED})


@dataclass(frozen=True)
class Flaw:
    """One fault, and where: row counted from 1, the column's name, the words found."""

    fault: Fault
    row: int = 0
    column: str = ""
    found: str = ""

    @property
    def bars(self) -> bool:
        """Whether it must be mended before anything is published."""
        return self.fault in BARS


@dataclass(frozen=True)
class Mark:
    """One numeral's marks, of three."""

    numeral: Numeral
    complete: Decimal
    format: Decimal
    in_time: Decimal
    flaws: tuple[Flaw, ...] = field(default=())

    @property
    def total(self) -> Decimal:
        return self.complete + self.format + self.in_time

    @property
    def lost(self) -> Decimal:
        return 3 - self.total


@dataclass(frozen=True)
class Score:
    marks: tuple[Mark, ...]

    @property
    def total(self) -> Decimal:
        """Of a hundred."""
        most = 3 * len(self.marks)
        return sum((mark.total for mark in self.marks), NONE) * 100 / most if most else NONE

    @property
    def bars(self) -> tuple[tuple[Mark, Flaw], ...]:
        return tuple((mark, flaw) for mark in self.marks for flaw in mark.flaws if flaw.bars)


def score(
    pages: Iterable[tuple[Numeral, Table | None]],
    *,
    published_on: date,
    due_on: date,
    visited: Mapping[str, Verdict] = NOTHING_VISITED,
) -> Score:
    """The marks of a month; a numeral without a table was not filled at all.

    ``visited`` is what each link turned out to be, of those that somebody visited.
    """
    late = published_on > due_on
    return Score(
        tuple(_mark(numeral, table, late=late, visited=visited) for numeral, table in pages)
    )


def flaws(numeral: Numeral, table: Table) -> tuple[Flaw, ...]:
    """Everything wrong in a data set, in reading order."""
    if is_declared_absent(table):
        return ()
    found: list[Flaw] = []
    for number, row in enumerate(table.rows, 1):
        if len(row) != len(table.columns):
            found.append(Flaw(Fault.RAGGED, number, found=str(len(row))))
            continue
        found += _of_row(number, table.columns, row)
    if numeral.code == BUDGET and not any(INCOME.match(row[0].text) for row in table.rows if row):
        found.append(Flaw(Fault.NO_INCOME, column=table.columns[0].name))
    return tuple(found)


def is_declared_absent(table: Table) -> bool:
    """Every cell of its one row says one of the two words that the law lets count."""
    return len(table.rows) == 1 and all(cell.text in DECLARED for cell in table.rows[0])


def _mark(
    numeral: Numeral, table: Table | None, *, late: bool, visited: Mapping[str, Verdict]
) -> Mark:
    in_time = NONE if late else WHOLE
    if table is None or not table.rows:
        return Mark(numeral, NONE, NONE, NONE, (Flaw(Fault.ABSENT),))
    found = (*flaws(numeral, table), *_of_visits(table, visited))
    if late:
        found = (*found, Flaw(Fault.LATE))
    spoilt = any(flaw.fault != Fault.LATE for flaw in found)
    return Mark(numeral, HALF if spoilt else WHOLE, WHOLE, in_time, found)


def _of_visits(table: Table, visited: Mapping[str, Verdict]) -> Iterator[Flaw]:
    for number, row in enumerate(table.rows, 1):
        for column, cell in zip(table.columns, row, strict=False):
            verdict = visited.get(cell.text) if column.kind == Kind.LINK else None
            fault = VISITED.get(verdict) if verdict else None
            if fault:
                yield Flaw(fault, number, column.name, cell.text)


def _of_row(number: int, columns: tuple[Column, ...], row: tuple[Cell, ...]) -> Iterator[Flaw]:
    wrong = [
        Flaw(fault, number, column.name, cell.text)
        for column, cell in zip(columns, row, strict=True)
        if (fault := _of_cell(column, cell))
    ]
    typed = sum(column.kind != Kind.TEXT for column in columns)
    astray = [flaw for flaw in wrong if flaw.fault not in {Fault.BLANK, Fault.PERSONAL}]
    if len(astray) > 1 and 2 * len(astray) >= typed:
        yield Flaw(Fault.SHIFTED, number, astray[0].column, astray[0].found)
    yield from wrong


def _of_cell(column: Column, cell: Cell) -> Fault | None:
    text = cell.text.strip()
    if text in DECLARED:
        return None
    if text.casefold() in BLANKS:
        return Fault.BLANK
    if column.kind == Kind.LINK:
        return _of_link(column, text)
    if column.kind in NUMERIC and not cell.value:
        return Fault.NOT_A_NUMBER
    if column.kind == Kind.DATE and not cell.value:
        return Fault.NOT_A_DATE
    return Fault.PERSONAL if column.kind == Kind.TEXT and is_private(text) else None


def _of_link(column: Column, text: str) -> Fault | None:
    try:
        address = urlsplit(text)
    except ValueError:
        return Fault.NOT_A_LINK
    if address.scheme not in {"http", "https"} or not address.hostname:
        return Fault.NOT_A_LINK
    is_picture = address.path.lower().endswith(PICTURES)
    return Fault.PICTURE if is_picture and "registro" in column.name.lower() else None
