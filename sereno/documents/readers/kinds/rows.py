"""One row of a table: which cell belongs to which field, and what the fields then say."""

import re
from decimal import Decimal
from typing import Final

from sereno.documents.readers.kinds.columns import Column
from sereno.documents.readers.kinds.shifts import shift_of
from sereno.documents.readers.kinds.typed import typed
from sereno.documents.readers.paper import Cell, Grid, Place
from sereno.documents.readers.reading import Field, Value
from sereno.documents.readers.values.numbers import number
from sereno.documents.readers.values.words import bare
from sereno.documents.readers.values.years import is_mark

PROGRAMMINGS: Final = (("month", "programming", 12), ("quarter", "programming_by_quarter", 4))

# What promises for the row in another way than by a column of targets.
TARGETED: Final = ("target", "programming", "planned")
DONE: Final = re.compile(r"\b[a-z]{3,}(?:ad|id|crit|uest)[oa]s?\b")


class Spanning:
    """Cells that span rows: where a lower row is blank, the cell above speaks for it too."""

    def __init__(self, grid: Grid) -> None:
        self.over = {at(place): cell for cell in grid.cells() for place in cell.also}

    def whole(self, row: tuple[Cell, ...]) -> tuple[Cell, ...]:
        if not self.over:
            return row
        return tuple(cell if cell.text.strip() else self.above(cell) for cell in row)

    def above(self, cell: Cell) -> Cell:
        above = self.over.get(at(cell.place))
        return above if above and above.place.row != cell.place.row else cell


def at(place: Place) -> tuple[object, ...]:
    return (place.sheet, place.page, place.table, place.row, place.column)


def record(
    row: tuple[Cell, ...], columns: tuple[Column, ...]
) -> tuple[dict[str, list[Cell]], tuple[str, ...], list[Cell]]:
    """The cells of each field, codes of how it was read, and the cells no field took."""
    shift = shift_of(row, columns)
    own: dict[str, list[Cell]] = {}
    left: list[Cell] = []
    for place, cell in enumerate(row):
        if not cell.text.strip():
            continue
        column = columns[place - shift] if 0 <= place - shift < len(columns) else None
        if column and column.field:
            own.setdefault(column.field, []).append(cell)
        else:
            left.append(cell)
    return own, ("shifted",) if shift else (), left


def said_by(own: dict[str, list[Cell]], sure: dict[str, float], worth: float) -> dict[str, Field]:
    """Typed fields; marks under years become years, figures under months a programming."""
    fields: dict[str, Field] = {}
    spans: dict[str, dict[int, Cell]] = {"year": {}, "month": {}, "quarter": {}}
    for name, cells in own.items():
        kind, _line, told = name.partition("_")
        if kind == "year" and told.isdigit() and not is_mark(cells[0].text):
            fields[f"target_{told}"] = typed(f"target_{told}", cells, worth)
        elif kind in spans and told.isdigit():
            spans[kind][int(told)] = cells[0]
        else:
            fields[name] = typed(name, cells, worth * sure.get(name, 1.0))
    if marks := spans["year"]:
        fields["years"] = joined(marks, [Decimal(year) for year in sorted(marks)], worth)
    for kind, name, length in PROGRAMMINGS:
        if spans[kind]:
            fields[name] = joined(spans[kind], spread(spans[kind], length), worth)
    derive_target(fields)
    return fields


def joined(cells: dict[int, Cell], value: list[Value], worth: float) -> Field:
    ordered = [cells[key] for key in sorted(cells)]
    text = "\n".join(cell.text for cell in ordered)
    places = tuple(place for cell in ordered for place in (cell.place, *cell.also))
    return Field(text, value, "", places, min(cell.confidence for cell in ordered) * worth)


def spread(cells: dict[int, Cell], length: int) -> list[Value]:
    """A value for each month: its figure, true for a mark, nothing where it is blank."""
    return [value_of(cells[key]) if key in cells else None for key in range(1, length + 1)]


def value_of(cell: Cell) -> Value:
    if is_mark(cell.text):
        return True
    parsed = number(cell.text)
    return parsed.value if not parsed.code else {"kind": "refused", "code": parsed.code}


def derive_target(fields: dict[str, Field]) -> None:
    """Where the column of indicators holds the promise itself, it is the target too.

    An indicator that only names what is measured leaves the row without a target, by name.
    """
    if "indicator" not in fields or any(name.startswith(TARGETED) for name in fields):
        return
    indicator = fields["indicator"]
    told = typed("target", [Cell(indicator.text, Place())])
    if is_promise(told.value):
        fields["target"] = Field(
            indicator.text, told.value, told.unit, indicator.source,
            round(indicator.confidence * told.confidence, 3),
        )  # fmt: skip
    else:
        code = told.value.get("code") if isinstance(told.value, dict) else ""
        fields["target"] = untold(str(code) if code and code != "no-quantity" else "no-target")


def miss_target(fields: dict[str, Field], asked: frozenset[str]) -> None:
    """A blank under a heading that asks for a target is said, not passed over."""
    is_asked = bool(asked & {"target", "indicator"})
    if is_asked and len(fields) > 1 and not any(name.startswith(TARGETED) for name in fields):
        fields["target"] = untold("no-target")


def untold(code: str) -> Field:
    return Field("", {"kind": "refused", "code": code})


def is_promise(value: Value) -> bool:
    """A figure, a frequency, one product, or a product that is to be finished."""
    if not isinstance(value, dict):
        return False
    if value["kind"] == "milestone":
        return "value" in value or bool(DONE.search(bare(str(value["what"]))))
    return value["kind"] in {"share", "quantity", "frequency", "absent"}
