"""A cell becomes the value of its field: which parser each field asks."""

from collections.abc import Callable, Sequence
from typing import Final

from sereno.documents.readers.paper import Cell
from sereno.documents.readers.reading import Field, Value
from sereno.documents.readers.values.absences import absence
from sereno.documents.readers.values.dates import date
from sereno.documents.readers.values.frequencies import frequency
from sereno.documents.readers.values.numbers import money, number
from sereno.documents.readers.values.parsed import Parsed
from sereno.documents.readers.values.parties import parties
from sereno.documents.readers.values.targets import target
from sereno.documents.readers.values.words import tidy
from sereno.documents.readers.values.years import years

MONEY: Final = frozenset(
    ("initial", "amendments", "codified", "certified", "committed", "accrued", "paid",
     "uncommitted", "unaccrued", "unpaid", "budget")
)  # fmt: skip
NUMBERS: Final = frozenset(["execution", "planned", "executed", "percent", "baseline"])
PARSERS: Final[dict[str, Callable[[str], Parsed]]] = {
    **dict.fromkeys(MONEY, money),
    **dict.fromkeys(NUMBERS, number),
    "target": target,
    "years": years,
    "partners": parties,
    "responsible": parties,
    "frequency": frequency,
    "updated_on": date,
    "starts_on": date,
    "ends_on": date,
}


def typed(name: str, cells: Sequence[Cell], sure: float = 1.0) -> Field:
    """The field with its words as they stand, its value, and all the places it was read from."""
    text = "\n".join(cell.text for cell in cells if cell.text.strip())
    parsed = parse(name, text)
    places = tuple(place for cell in cells for place in (cell.place, *cell.also))
    confidence = min([cell.confidence for cell in cells], default=1.0)
    return Field(
        text, parsed.value, parsed.unit, places, round(confidence * parsed.confidence * sure, 3)
    )


def parse(name: str, text: str) -> Parsed:
    """The value, or a dictionary that says by its code why there is none."""
    if not tidy(text):
        return Parsed(None)
    if name == "target" or name.startswith("target_"):
        parsed = target(text)
    elif name in MONEY and not any(map(str.isalnum, text)):
        return Parsed(None)  # a dash in an account is a cell left blank
    elif (absent := absence(text)) is not None:
        parsed = absent
    elif name in PARSERS:
        parsed = PARSERS[name](text)
        if name == "years" and parsed.code == "no-years":
            parsed = regular(text) or parsed
    else:
        return Parsed(tidy(text))
    return refused(parsed) if parsed.code else parsed


def regular(text: str) -> Parsed | None:
    """``permanente``, ``cada mes`` in a column of dates: how often, for as long as the plan."""
    often = frequency(text)
    if not isinstance(often.value, dict):
        return None
    return Parsed({"kind": "frequency", **often.value}, often.unit)


def refused(parsed: Parsed) -> Parsed:
    told: dict[str, Value] = {"kind": "refused", "code": parsed.code}
    if isinstance(parsed.value, dict):
        told = {**parsed.value, "code": parsed.code}
    return Parsed(told, parsed.unit, parsed.code, min(parsed.confidence, 0.6))
