"""Reading a table (CSV) of parishes, barrios or places: good rows, and the others with a reason."""

import csv
import io
import re
from collections.abc import Callable
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from shapely import Point as Dot

from sereno.territory.rules.files import (
    FileFault,
    Known,
    Left,
    Level,
    Reject,
    Unreadable,
    Why,
    decoded,
    fold,
)
from sereno.territory.rules.geography import Fault, fault_of
from sereno.territory.rules.locating import DEGREES, OUTLINE_TOLERANCE

# What offices write over a column, folded.
HEADS: dict[str, tuple[str, ...]] = {
    "name": ("nombre", "name", "barrio", "parroquia", "lugar", "descripcion"),
    "parish": ("parroquia", "parish", "dpa parroq", "parroquia codigo"),
    "barrio": ("barrio", "sector"),
    "kind": ("tipo", "kind", "clase"),
    "code": ("codigo", "code", "dpa code", "dpa parroq", "codigo dpa"),
    "latitude": ("latitud", "lat", "latitude", "y"),
    "longitude": ("longitud", "lon", "lng", "long", "longitude", "x"),
    "area_km2": ("area km2", "area", "superficie", "superficie km2"),
    "population": ("poblacion", "population", "habitantes"),
    "population_source": ("fuente", "fuente poblacion", "population source"),
}
KINDS: dict[Level, dict[str, str]] = {
    Level.PARISH: {"urbana": "urban", "urban": "urban", "rural": "rural"},
    Level.PLACE: {
        **dict.fromkeys(("parque", "park", "area recreativa"), "park"),
        **dict.fromkeys(("mercado", "market", "feria libre"), "market"),
        **dict.fromkeys(("plaza", "square", "plazoleta"), "square"),
        **dict.fromkeys(("escuela", "colegio", "centro educativo", "school"), "school"),
        **dict.fromkeys(("otro", "other", "otro lugar"), "other"),
    },
}
LONGEST = {Level.PARISH: 80, Level.BARRIO: 80, Level.PLACE: 120}
FAULTS = {
    Fault.NOT_A_NUMBER: Why.NUMBER_BAD,
    Fault.PROJECTED: Why.PROJECTED,
    Fault.SWAPPED: Why.SWAPPED,
    Fault.ABROAD: Why.ABROAD,
}


@dataclass(frozen=True)
class Named:
    """One good row. ``parish`` and ``barrio`` are keys of ``Known``."""

    row: int
    name: str
    parish: int | None = None
    barrio: int | None = None
    kind: str = ""
    code: str = ""
    latitude: float | None = None
    longitude: float | None = None
    area_km2: Decimal | None = None
    population: int | None = None
    population_source: str = ""


@dataclass(frozen=True)
class Table:
    """All that a file said; rows are numbered as a spreadsheet shows them."""

    rows: list[Named] = field(default_factory=list)
    rejects: list[Reject] = field(default_factory=list)


def read_table(data: bytes, *, level: Level, known: Known) -> Table:
    """Every row of a table, good or left out. Raises ``Unreadable`` for the file as a whole."""
    lines = _lines(decoded(data))
    at = _columns([fold(cell) for cell in lines[0]], level)
    table, seen = Table(), set[tuple[object, str]]()
    for number, cells in enumerate(lines[1:], start=2):
        if not any(cell.strip() for cell in cells):
            continue

        def cell(column: str, cells: list[str] = cells) -> str:
            index = at.get(column, -1)
            return " ".join(cells[index].split()) if 0 <= index < len(cells) else ""

        try:
            named = _row(number, cell, level, known)
            _once(seen, (named.parish, fold(named.name)), Left(Why.REPEATED, named.name))
            if named.code:
                _once(seen, ("code", named.code), Left(Why.CODE_TAKEN, named.code))
            table.rows.append(named)
        except Left as left:
            table.rejects.append(Reject(number, left.why, left.seen[:80]))
    if not table.rows and not table.rejects:
        raise Unreadable(FileFault.EMPTY)
    return table


def _lines(text: str) -> list[list[str]]:
    """The cells of each line, whichever sign parts them: a comma, a semicolon or a tab."""
    sign = max(",;\t", key=text.split("\n", 1)[0].count)
    try:
        lines = list(csv.reader(io.StringIO(text, newline=""), delimiter=sign))
    except csv.Error as problem:
        raise Unreadable(FileFault.NOT_TEXT, str(problem)) from problem
    if not lines:
        raise Unreadable(FileFault.EMPTY)
    return lines


def _once(seen: set[tuple[object, str]], key: tuple[object, str], left: Left) -> None:
    if key in seen:
        raise left
    seen.add(key)


def _columns(head: list[str], level: Level) -> dict[str, int]:
    """Where each column stands. The one that names the row is not the one that names its parish."""
    found: dict[str, int] = {}
    wanted = dict(HEADS)
    own = {Level.PARISH: "parroquia", Level.BARRIO: "barrio", Level.PLACE: "lugar"}[level]
    wanted["name"] = ("nombre", "name", own, "descripcion")
    if level is Level.PARISH:
        del wanted["parish"], wanted["barrio"]
    elif level is Level.BARRIO:
        del wanted["barrio"], wanted["code"]
    for column, words in wanted.items():
        for word in words:
            if word in head and column not in found:
                found[column] = head.index(word)
    needs = {
        "name": FileFault.NO_NAMES,
        **({"kind": FileFault.NO_KINDS} if level is not Level.BARRIO else {}),
        **({"parish": FileFault.NO_PARISHES} if level is not Level.PARISH else {}),
        **({"latitude": FileFault.NO_POSITIONS} if level is Level.PLACE else {}),
    }
    for column, fault in needs.items():
        if column not in found:
            raise Unreadable(fault, ", ".join(head)[:200])
    return found


def _row(row: int, cell: Callable[[str], str], level: Level, known: Known) -> Named:
    name = cell("name")
    if not name:
        raise Left(Why.NAME_MISSING)
    if len(name) > LONGEST[level]:
        raise Left(Why.NAME_LONG, name)
    latitude, longitude = _position(cell, level, known)
    if level is Level.PARISH:
        return Named(
            row,
            name,
            kind=_kind(cell("kind"), level),
            code=_code(cell("code"), name, known),
            latitude=latitude,
            longitude=longitude,
            area_km2=_number(cell("area_km2")),
            population=_whole(cell("population")),
            population_source=cell("population_source")[:120],
        )
    parish = known.parish(cell("parish"))
    kind, barrio = "", None
    if level is Level.PLACE:
        kind = _kind(cell("kind"), level)
        barrio = known.barrio(parish, cell("barrio")) if cell("barrio") else None
    return Named(row, name, parish, barrio, kind=kind, latitude=latitude, longitude=longitude)


def _position(
    cell: Callable[[str], str], level: Level, known: Known
) -> tuple[float | None, float | None]:
    written = (cell("latitude"), cell("longitude"))
    if not any(written):
        if level is Level.PLACE:
            raise Left(Why.POSITION_MISSING)
        return None, None
    if not all(written):
        raise Left(Why.POSITION_HALF, " ".join(written).strip())
    latitude, longitude = (_degrees(text) for text in written)
    if fault := fault_of(latitude, longitude):
        raise Left(FAULTS[fault], ", ".join(written))
    if known.canton is not None:
        edge = known.canton.distance(Dot(longitude, latitude))
        if edge > OUTLINE_TOLERANCE * DEGREES:
            raise Left(Why.OUTSIDE_CANTON, ", ".join(written))
    return latitude, longitude


def _degrees(text: str) -> float:
    try:
        return float(text.replace("\u2212", "-").replace(",", "."))
    except ValueError:
        raise Left(Why.NUMBER_BAD, text) from None


def _kind(text: str, level: Level) -> str:
    kind = KINDS[level].get(fold(text))
    if kind is None:
        raise Left(Why.KIND_UNKNOWN, text)
    return kind


def _code(text: str, name: str, known: Known) -> str:
    """The code of a parish: six digits, of which a spreadsheet may have eaten the first zero."""
    if not text:
        return ""
    if not re.fullmatch(r"[0-9]{5,6}", text):
        raise Left(Why.CODE_BAD, text)
    code = text.zfill(6)
    if known.parish_codes.get(code, -1) not in {-1, known.parishes.get(fold(name))}:
        raise Left(Why.CODE_TAKEN, code)
    return code


def _number(text: str) -> Decimal | None:
    """``1.234,5``, ``1234,5`` or ``1234.5``; points between groups of three part thousands."""
    if not text:
        return None
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", text):
        text = text.replace(".", "")
    try:
        number = Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise Left(Why.NUMBER_BAD, text) from None
    if not number.is_finite() or not 0 <= number < 10_000_000:
        raise Left(Why.NUMBER_BAD, text)
    return number


def _whole(text: str) -> int | None:
    number = _number(text)
    if number is not None and number != number.to_integral_value():
        raise Left(Why.NUMBER_BAD, text)
    return None if number is None else int(number)
