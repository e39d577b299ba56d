"""A monthly statement as it is pasted or sent as CSV: rows read one by one, rejects kept.

No row brings another down, and none vanishes: what cannot be read stands in the list of rejects
with its number, its column, what was written there and why it was not taken.
"""

import csv
import unicodedata
from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sereno.plans.budget.rules.amounts import NAMES, Amounts, Kind
from sereno.plans.budget.rules.numbers import NotAnAmount, Unread, amount

CODE, DESCRIPTION = "code", "description"
# The words that real statements use for a column, without accents and in small letters.
COLUMNS = {
    CODE: {"partida", "codigo", "codigo de partida", "cod", "codigo partida"},
    DESCRIPTION: {"descripcion", "denominacion", "nombre", "concepto", "detalle"},
    "initial": {"inicial", "asignado", "asignacion inicial", "presupuesto inicial"},
    "amendments": {"reformas", "modificado", "reforma", "modificaciones"},
    "revised": {"codificado", "presupuesto codificado"},
    "certified": {"certificado", "monto certificado"},
    "committed": {"comprometido", "compromiso"},
    "accrued": {"devengado"},
    "paid": {"pagado", "recaudado", "pagado recaudado", "pagado/recaudado"},
}
ALWAYS = (CODE, "initial", "amendments", "revised", "accrued", "paid")
OF_EXPENSES = ("certified", "committed")
INCOME_DIGITS = "123"  # the first digit of the classifier; expenses begin with 5 to 9


class Why(StrEnum):
    """Why a row was not taken."""

    NOT_A_NUMBER = Unread.NOT_A_NUMBER.value
    POINT_FOR_DECIMALS = Unread.POINT_FOR_DECIMALS.value
    MORE_THAN_CENTS = Unread.MORE_THAN_CENTS.value
    TOO_LARGE = Unread.TOO_LARGE.value
    MISSING = "missing"
    TOO_MANY_CELLS = "too_many_cells"
    NO_CODE = "no_code"
    TWICE = "twice"
    UNKNOWN_LINE = "unknown_line"
    NOT_OF_INCOME = "not_of_income"


@dataclass(frozen=True)
class Reject:
    """A row that was not taken; ``number`` counts the header as row 1, as a spreadsheet does."""

    number: int
    why: Why
    column: str = ""
    text: str = ""
    code: str = ""


@dataclass(frozen=True)
class Row:
    """A row that can be kept."""

    number: int
    code: str
    description: str
    amounts: Amounts


@dataclass(frozen=True)
class Statement:
    """Everything that was written, read or not."""

    rows: tuple[Row, ...]
    rejects: tuple[Reject, ...]


@dataclass(frozen=True)
class NoHeader(Exception):
    """The first line does not name the columns that a statement needs."""

    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Unfit(Exception):
    """One cell brings down its row, and no other."""

    why: Why
    column: str = ""
    text: str = ""


def kind_of(code: str) -> Kind:
    """Income or expense, by the first digit of the classifier (1 to 3, and 5 to 9)."""
    return Kind.INCOME if code[:1] in INCOME_DIGITS and code else Kind.EXPENSE


def group_of(code: str) -> str:
    """The group of a line: the first two digits of its code."""
    return code[:2]


def read(text: str) -> Statement:
    """Read a statement; raises ``NoHeader`` where its first line names no columns."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((place for place, line in enumerate(lines) if line.strip()), None)
    if first is None:
        raise NoHeader(ALWAYS)
    delimiter = next((one for one in "\t;," if one in lines[first]), "\t")
    columns = _columns(_cells(lines[first], delimiter))
    rows: dict[str, Row] = {}
    rejects: list[Reject] = []
    for number, line in enumerate(lines[first + 1 :], first + 2):
        cells = _cells(line, delimiter)
        if not any(cell.strip() for cell in cells):
            continue
        try:
            found = _row(number, cells, columns, taken=rows)
        except _Unfit as fault:
            code = _cell(cells, columns, CODE)
            rejects.append(Reject(number, fault.why, fault.column, fault.text, code))
        else:
            rows[found.code] = found
    return Statement(tuple(rows.values()), tuple(rejects))


def _cells(line: str, delimiter: str) -> list[str]:
    """Each line by itself: a quote left open must not swallow the lines after it."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line]


def _columns(header: list[str]) -> dict[str, int]:
    words = [_plain(cell) for cell in header]
    found = {
        name: place
        for name, known in COLUMNS.items()
        for place, word in reversed(list(enumerate(words)))
        if word in known
    }
    missing = tuple(name for name in ALWAYS if name not in found)
    if missing:
        raise NoHeader(missing)
    return found | {"": len(header)}


def _row(number: int, row: list[str], columns: dict[str, int], *, taken: Container[str]) -> Row:
    if len(row) > columns[""] and any(cell.strip() for cell in row[columns[""] :]):
        raise _Unfit(Why.TOO_MANY_CELLS, text=" ".join(row[columns[""] :]))
    code = _cell(row, columns, CODE)
    if not any(sign.isdigit() for sign in code):
        raise _Unfit(Why.NO_CODE, CODE, code)
    if code in taken:
        raise _Unfit(Why.TWICE, CODE, code)
    income = kind_of(code) == Kind.INCOME
    values = {name: _amount(row, columns, name, income=income) for name in NAMES}
    description = _cell(row, columns, DESCRIPTION)
    return Row(number, code, description, Amounts(**values))  # type: ignore[arg-type]


def _amount(row: list[str], columns: dict[str, int], name: str, *, income: bool) -> Decimal | None:
    text = _cell(row, columns, name)
    try:
        value = amount(text)
    except NotAnAmount as fault:
        raise _Unfit(Why(fault.reason.value), name, text) from fault
    if income and name in OF_EXPENSES:
        if value:
            raise _Unfit(Why.NOT_OF_INCOME, name, text)
        return None
    if value is None and name != "certified":
        raise _Unfit(Why.MISSING, name)
    return value


def _cell(row: list[str], columns: dict[str, int], name: str) -> str:
    place = columns.get(name, len(row))
    return row[place].strip() if place < len(row) else ""


def _plain(text: str) -> str:
    bare = unicodedata.normalize("NFKD", text.strip().lower())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(letters.replace(".", " ").replace("_", " ").split())
