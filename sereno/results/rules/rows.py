"""Rows in, number out: formulas, the worksheet that shows them, and the seal over both.

The worksheet is plain text: a head of ``# nombre: dato`` lines, then one line a row. With one
more line, ``= value``, it is the sealed file: its SHA-256 is the seal, so that anyone can check
a published number with ``sha256sum`` and a calculator.
"""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from statistics import median as middle

FINEST = Decimal("0.0001")
HEAD = "# "
COLUMNS = "registro,valor"
NOTHING = "sin dato"
UNKEPT = ("registros", "todavía ninguno: no es cero, no se sabe")


@dataclass(frozen=True)
class Period:
    """From a moment up to, not including, another; of one parish, or of the whole canton."""

    starts_at: datetime
    ends_at: datetime
    parish: int | None = None


@dataclass(frozen=True)
class Row:
    """One counted case: which record (``incident:41``), and what it contributes."""

    record: str
    value: Decimal


@dataclass(frozen=True)
class Found:
    """What was found: a number, with its parts where it is a share; none of them is not zero."""

    value: Decimal | None
    numerator: Decimal | None = None
    denominator: Decimal | None = None


@dataclass(frozen=True)
class Sheet:
    """A number with everything it was worked out from."""

    formula: str
    found: Found
    text: str
    rows: int

    @property
    def seal(self) -> str:
        return seal(self.text, self.found.value)

    @property
    def is_unkept(self) -> bool:
        """Whether there was nothing to count because nobody records it yet."""
        name, none_yet = UNKEPT
        return f"{HEAD}{name}: {none_yet}\n" in self.text


class BadSheet(Exception):
    """This text is no worksheet; the message says which line is wrong."""


def minutes(seconds: float) -> Decimal:
    """Minutes of a row, to a hundredth."""
    return (Decimal(str(seconds)) / 60).quantize(Decimal("0.01"), rounding=ROUND_HALF_UP)


def count(rows: Sequence[Row]) -> Found:
    """How many rows: of nothing it is zero, because nothing happened."""
    return Found(Decimal(len(rows)))


def total(rows: Sequence[Row]) -> Found:
    """The rows added up: of nothing it is zero."""
    return Found(sum((row.value for row in rows), Decimal(0)))


def median(rows: Sequence[Row]) -> Found:
    """The middle row; of an even number, the mean of the two in the middle."""
    return Found(fine(middle(row.value for row in rows)) if rows else None)


def p90(rows: Sequence[Row]) -> Found:
    """The nearest rank: the smallest value that nine of ten rows do not exceed.

    It is always the value of a row, so that the case behind it can be shown; no value in
    between is invented.
    """
    in_order = sorted(row.value for row in rows)
    rank = -(-9 * len(in_order) // 10)
    return Found(in_order[rank - 1] if in_order else None)


def share(rows: Sequence[Row]) -> Found:
    """Of a hundred: what the rows add up to (1 counts, 0 does not) over how many there are."""
    part = sum((row.value for row in rows), Decimal(0))
    return parts(part, Decimal(len(rows)))


def parts(part: Decimal, whole: Decimal) -> Found:
    """A share from its two parts; over an empty whole it does not apply."""
    value = fine(part * 100 / whole) if whole else None
    return Found(value, part, whole)


def reported(rows: Sequence[Row]) -> Found:
    """What a person reported: one number, none, or a part and its whole."""
    values = {row.record: row.value for row in rows}
    if "parte" in values:
        return parts(values["parte"], values["total"])
    return Found(values.get("valor"))


Formula = Callable[[Sequence[Row]], Found]
FORMULAS: dict[str, Formula] = {
    "count": count,
    "sum": total,
    "median": median,
    "p90": p90,
    "share": share,
    "reported": reported,
}


def fine(value: Decimal) -> Decimal:
    """To a ten-thousandth, half away from zero: what the database keeps."""
    return value.quantize(FINEST, rounding=ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """A number the same everywhere: point for decimals, no zeros at the end."""
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def in_order(rows: Iterable[Row]) -> list[Row]:
    """By kind of record and then by its number, so that the same rows make the same text."""

    def key(row: Row) -> tuple[str, int, str]:
        kind, _, number = row.record.partition(":")
        return (kind, int(number), "") if number.isdecimal() else (kind, 0, number)

    return sorted(rows, key=key)


def sheet(formula: str, rows: Iterable[Row], *, head: Sequence[tuple[str, str]] = ()) -> Sheet:
    """Work a formula out over rows and write down both; ``head`` tells what they are.

    A head that says ``UNKEPT`` comes to no number, whatever the formula makes of nothing.
    """
    ordered = in_order(rows)
    lines = [
        *(f"{HEAD}{name}: {' '.join(said.split())}" for name, said in head),
        f"{HEAD}fórmula: {formula}",
        f"{HEAD}filas: {len(ordered)}",
        COLUMNS,
        *(f"{row.record},{plain(row.value)}" for row in ordered),
    ]
    found = Found(None) if UNKEPT in head else FORMULAS[formula](ordered)
    return Sheet(formula, found, "\n".join(lines) + "\n", len(ordered))


def sealed(text: str, value: Decimal | None) -> str:
    """The file that is sealed: the worksheet and, last, the number it came to."""
    return f"{text}= {NOTHING if value is None else plain(value)}\n"


def seal(text: str, value: Decimal | None) -> str:
    return sha256(sealed(text, value).encode()).hexdigest()


def read(text: str) -> tuple[dict[str, str], list[Row]]:
    """The head and the rows of a worksheet, or of a sealed file."""
    head: dict[str, str] = {}
    rows: list[Row] = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith(HEAD):
            name, _, said = line.removeprefix(HEAD).partition(": ")
            head[name] = said
        elif line != COLUMNS and not line.startswith("= "):
            rows.append(_row(line, number))
    return head, rows


def recompute(text: str) -> Found:
    """Work a worksheet out again from its own rows, trusting nothing but them."""
    head, rows = read(text)
    formula = FORMULAS.get(head.get("fórmula", ""))
    if formula is None:
        raise BadSheet("la hoja no dice con qué fórmula se calculó")
    if head.get("filas") != str(len(rows)):
        raise BadSheet(f"la hoja anuncia {head.get('filas')} filas y trae {len(rows)}")
    name, none_yet = UNKEPT
    return Found(None) if head.get(name) == none_yet else formula(rows)


def _row(line: str, number: int) -> Row:
    record, _, value = line.rpartition(",")
    try:
        return Row(record, Decimal(value))
    except ArithmeticError as problem:
        raise BadSheet(f"línea {number}: «{line}» no es una fila") from problem
