"""The years a cell names: one, a span, or a list; and the mark of a year's column."""

import re
from decimal import Decimal
from typing import Final

from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.words import bare

YEAR: Final = r"(?:19|20)\d{2}"
SPAN: Final = re.compile(
    rf"(?<!\d)({YEAR})\s*(?:-|\u2013|\u2014|/|\ba\b|\bal\b|\bhasta\b)\s*({YEAR})(?!\d)", re.ASCII
)
ONE: Final = re.compile(rf"(?<!\d)({YEAR})(?!\d)", re.ASCII)
MARKS: Final = {
    "x",
    "xx",
    "si",
    "s",
    "*",
    "\u2713",
    "\u2714",
    "\u2717",
    "\u2612",
    "\u2611",
    "\u25cf",
}
LONGEST: Final = 50


def year_of_heading(text: str) -> int | None:
    """The year a column is about: ``2024``, ``Año 2024``."""
    found = re.fullmatch(rf"(?:ano\s*)?({YEAR})\s*\.?", bare(text), re.ASCII)
    return int(found[1]) if found else None


def is_mark(text: str) -> bool:
    return bare(text).strip(" .") in MARKS


def years(text: str) -> Parsed:
    words = bare(text)
    if not words:
        return BLANK
    named: set[int] = set()
    for first, last in SPAN.findall(words):
        if not 0 <= int(last) - int(first) <= LONGEST:
            return Parsed(None, code="years-backwards")
        named.update(range(int(first), int(last) + 1))
    named.update(int(year) for year in ONE.findall(SPAN.sub(" ", words)))
    if not named:
        return Parsed(None, code="no-years")
    return Parsed([Decimal(year) for year in sorted(named)])
