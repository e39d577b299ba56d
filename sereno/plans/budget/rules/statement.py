"""A monthly statement as it is pasted or sent as CSV: rows read one by one, rejects kept.

No row brings another down, and none vanishes: what cannot be read stands in the list of rejects
with its number, its column, what was written there and why it was not taken.
"""

from collections.abc import Container
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sereno.plans.budget.rules.amounts import NAMES, Amounts, Kind
from sereno.plans.budget.rules.groups import groups
from sereno.plans.budget.rules.numbers import NotAnAmount, Unread, amount
from sereno.web import tables

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
    GROUP = "group"


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
    written = tables.rows_of(text)
    if not written:
        raise NoHeader(ALWAYS)
    columns = _columns(written[0][1])
    rows: dict[str, Row] = {}
    rejects: list[Reject] = []
    for number, cells in written[1:]:
        try:
            found = _row(number, cells, columns, taken=rows)
        except _Unfit as fault:
            code = tables.cell(cells, columns, CODE)
            rejects.append(Reject(number, fault.why, fault.column, fault.text, code))
        else:
            rows[found.code] = found
    return _without_groups(list(rows.values()), rejects)


def _without_groups(rows: list[Row], rejects: list[Reject]) -> Statement:
    """A row that adds up the lines below it is no line: it would be counted twice."""
    found = groups([(row.code, row.amounts.revised) for row in rows])
    sums = [Reject(rows[at].number, Why.GROUP, CODE, rows[at].code, rows[at].code) for at in found]
    lines = [row for at, row in enumerate(rows) if at not in found]
    return Statement(tuple(lines), tuple(sorted([*rejects, *sums], key=lambda one: one.number)))


def _columns(header: list[str]) -> dict[str, int]:
    found = tables.columns_of(header, COLUMNS.items())
    missing = tuple(name for name in ALWAYS if name not in found)
    if missing:
        raise NoHeader(missing)
    return found | {"": len(header)}


def _row(number: int, row: list[str], columns: dict[str, int], *, taken: Container[str]) -> Row:
    if len(row) > columns[""] and any(cell.strip() for cell in row[columns[""] :]):
        raise _Unfit(Why.TOO_MANY_CELLS, text=" ".join(row[columns[""] :]))
    code = tables.cell(row, columns, CODE)
    if not any(sign.isdigit() for sign in code):
        raise _Unfit(Why.NO_CODE, CODE, code)
    if code in taken:
        raise _Unfit(Why.TWICE, CODE, code)
    income = kind_of(code) == Kind.INCOME
    values = {name: _amount(row, columns, name, income=income) for name in NAMES}
    description = tables.cell(row, columns, DESCRIPTION)
    return Row(number, code, description, Amounts(**values))  # type: ignore[arg-type]


def _amount(row: list[str], columns: dict[str, int], name: str, *, income: bool) -> Decimal | None:
    text = tables.cell(row, columns, name)
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
