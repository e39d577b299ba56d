"""A table of measurements as it is pasted or sent: each row read by itself, and none lost.

A number is ``1.234,5`` or ``1234,5``; a share ``88,8 %``, ``8 de 9``, ``8/9`` or two columns
with its parts; ``sin dato`` and ``no aplica`` are answers, and an empty cell is none.
"""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sereno.web import tables
from sereno.web.rules import Absent

TARGET, INDICATOR, PARISH, UNTIL = "target", "indicator", "parish", "until"
VALUE, PART, WHOLE, NOTE, LINK = "value", "part", "whole", "note", "link"
# The words that people use for a column, without accents and in small letters.
COLUMNS = {
    TARGET: {"meta", "numero de meta", "n de meta", "no de meta", "id", "meta n"},
    INDICATOR: {"indicador", "codigo", "codigo del indicador", "nombre del indicador"},
    PARISH: {"parroquia", "territorio"},
    UNTIL: {"hasta", "fecha", "corte", "contado hasta", "fecha de corte"},
    VALUE: {"valor", "resultado", "logro", "cuanto", "avance"},
    PART: {"numerador", "parte", "cuantos cumplen", "cumplen"},
    WHOLE: {"denominador", "total", "de cuantos", "universo"},
    NOTE: {"nota", "observacion", "observaciones", "comentario"},
    LINK: {"evidencia", "enlace", "link", "medio de verificacion"},
}
LARGEST = Decimal(10) ** 12
ABSENT = {
    "sin dato": Absent.UNKNOWN,
    "s/d": Absent.UNKNOWN,
    "sd": Absent.UNKNOWN,
    "no se sabe": Absent.UNKNOWN,
    "no aplica": Absent.NOT_APPLICABLE,
    "n/a": Absent.NOT_APPLICABLE,
    "na": Absent.NOT_APPLICABLE,
}
DONE = {"si": True, "cumplido": True, "cumplida": True, "entregado": True, "entregada": True}
DONE |= {"no": False, "pendiente": False}

_SPACES = re.compile(r"[\s\u00a0\u202f]+")
_HERE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_POINTED = re.compile(r"\d+\.(?:\d{1,2}|\d{4,})")
_THERE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")
_OF = re.compile(
    r"(?:(?P<share>[\d.,]+ ?%) ?\(?)?(?P<part>[\d.,]+) ?(?:de|/) ?(?P<whole>[\d.,]+)\)?"
)
_DAY = re.compile(r"(?P<day>\d{1,2})[/-](?P<month>\d{1,2})[/-](?P<year>\d{4})")
_DAY_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})(?: 00:00:00)?")


class Why(StrEnum):
    """Why a row was not read."""

    NO_TARGET = "no_target"
    NO_VALUE = "no_value"
    NOT_A_NUMBER = "not_a_number"
    POINT_FOR_DECIMALS = "point_for_decimals"
    TOO_LARGE = "too_large"
    NEGATIVE = "negative"
    SHARE_IS_NOT_ITS_PARTS = "share_is_not_its_parts"
    TWO_ANSWERS = "two_answers"
    HALF_A_SHARE = "half_a_share"
    NOT_A_DAY = "not_a_day"
    TOO_MANY_CELLS = "too_many_cells"


@dataclass(frozen=True)
class Told:
    """What a row says was achieved, before anyone knows of which target."""

    value: Decimal | None = None
    percent: bool = False
    part: Decimal | None = None
    whole: Decimal | None = None
    word: str = ""  # a step of a scale, or yes and no, as it was written
    absent: Absent | None = None


@dataclass(frozen=True)
class Line:
    """A row that could be read."""

    number: int
    target: str
    indicator: str
    parish: str
    until: date | None
    told: Told
    note: str
    link: str


@dataclass(frozen=True)
class Unread:
    """A row that could not; ``column`` says where, ``text`` what was written there."""

    number: int
    why: Why
    column: str = ""
    text: str = ""


@dataclass(frozen=True)
class Table:
    """Everything that was written, read or not; ``raw`` holds each row as it came."""

    header: tuple[str, ...]
    lines: tuple[Line, ...]
    unread: tuple[Unread, ...]
    raw: dict[int, list[str]]


@dataclass(frozen=True)
class NoHeader(Exception):
    """The first row does not name the columns that are needed."""

    missing: tuple[str, ...]


@dataclass(frozen=True)
class _Unfit(Exception):
    why: Why
    column: str = ""
    text: str = ""


def read(text: str) -> Table:
    """Read a table; raises ``NoHeader`` where its first row names no target or no result."""
    written = tables.rows_of(text)
    header = written[0][1] if written else []
    columns = tables.columns_of(header, COLUMNS.items())
    named = TARGET in columns or INDICATOR in columns
    told = VALUE in columns or (PART in columns and WHOLE in columns)
    missing = (*(() if named else (TARGET,)), *(() if told else (VALUE,)))
    if missing:
        raise NoHeader(missing)
    lines: list[Line] = []
    unread: list[Unread] = []
    for number, row in written[1:]:
        try:
            lines.append(_line(number, row, columns, width=len(header)))
        except _Unfit as fault:
            unread.append(Unread(number, fault.why, fault.column, fault.text))
    return Table(tuple(header), tuple(lines), tuple(unread), dict(written[1:]))


def _line(number: int, row: list[str], columns: dict[str, int], *, width: int) -> Line:
    def said(name: str) -> str:
        return tables.cell(row, columns, name)

    extra = [text for text in row[width:] if text.strip()]
    if extra:
        raise _Unfit(Why.TOO_MANY_CELLS, text=" ".join(extra))
    if not said(TARGET) and not said(INDICATOR):
        raise _Unfit(Why.NO_TARGET, TARGET)
    return Line(
        number=number,
        target=said(TARGET),
        indicator=said(INDICATOR),
        parish=said(PARISH),
        until=day(said(UNTIL)),
        told=told_by(said(VALUE), said(PART), said(WHOLE)),
        note=said(NOTE),
        link=said(LINK),
    )


def told_by(value: str, part: str, whole: str) -> Told:
    """What three cells say; a share beside its parts must be what they come to."""
    if not part and not whole:
        return _told(value)
    if not part or not whole:
        raise _Unfit(Why.HALF_A_SHARE, WHOLE if part else PART)
    pair = Told(part=number(part, PART), whole=number(whole, WHOLE))
    if value:
        _same(_told(value), pair, value)
    return pair


def _told(text: str) -> Told:
    bare = _SPACES.sub(" ", text.strip())
    word = tables.plain(bare)
    if not bare:
        raise _Unfit(Why.NO_VALUE, VALUE)
    if word in ABSENT:
        return Told(absent=ABSENT[word])
    parts = _OF.fullmatch(bare)
    if parts:
        pair = Told(part=number(parts["part"]), whole=number(parts["whole"]))
        if parts["share"]:
            _same(_told(parts["share"]), pair, text)
        return pair
    if bare.endswith("%"):
        return Told(value=number(bare[:-1].strip()), percent=True)
    if any(sign.isalpha() for sign in bare) and not any(sign.isdigit() for sign in bare):
        return Told(word=bare)
    return Told(value=number(bare))


def _same(said: Told, pair: Told, text: str) -> None:
    """A share is printed with one decimal or more: it must be its parts to that decimal."""
    if said.value is None or not said.percent:
        raise _Unfit(Why.TWO_ANSWERS, VALUE, text)
    worked = pair.part * 100 / pair.whole if pair.whole and pair.part is not None else None
    places = Decimal(1).scaleb(int(said.value.as_tuple().exponent))
    if worked is None or abs(worked - said.value) > places / 2:
        raise _Unfit(Why.SHARE_IS_NOT_ITS_PARTS, VALUE, text)


def number(text: str, column: str = VALUE) -> Decimal:
    """``1.234,5``, ``1234,5`` and ``1234.5``; what could be read in two ways is refused."""
    bare = _SPACES.sub("", text)
    if bare[:1] in {"-", "\u2212", "\u2013"}:
        raise _Unfit(Why.NEGATIVE, column, text)
    if _HERE.fullmatch(bare):
        plain = bare.replace(".", "").replace(",", ".")
    elif _POINTED.fullmatch(bare):
        plain = bare
    else:
        there = _THERE.fullmatch(bare)
        raise _Unfit(Why.POINT_FOR_DECIMALS if there else Why.NOT_A_NUMBER, column, text)
    if len(plain.partition(".")[0]) > 12 or len(plain.partition(".")[2]) > 4:
        raise _Unfit(Why.TOO_LARGE, column, text)
    return Decimal(plain)


def day(text: str) -> date | None:
    """``31/03/2026`` or ``2026-03-31``; nothing for an empty cell."""
    if not text:
        return None
    found = _DAY.fullmatch(text) or _DAY_ISO.fullmatch(text)
    try:
        if found:
            return date(int(found["year"]), int(found["month"]), int(found["day"]))
    except ValueError:
        pass
    raise _Unfit(Why.NOT_A_DAY, UNTIL, text)
