"""Days as documents write them: ``31/08/2019``, ``2019-08-31``, ``31 de agosto de 2019``."""

import datetime as dt
import re
from typing import Final

from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.words import bare

MONTHS: Final = (
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
)  # fmt: skip
NUMERIC: Final = re.compile(r"(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?!\d)", re.ASCII)
ISO: Final = re.compile(r"(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)", re.ASCII)
SPOKEN: Final = re.compile(
    rf"(\d{{1,2}})\s+(?:de\s+)?({'|'.join((*MONTHS, 'setiembre'))})\s+(?:de\s+|del\s+)?(\d{{4}})",
    re.ASCII,
)


def month(text: str) -> int | None:
    """The number of a month's name or of its first three letters."""
    word = bare(text).strip(" .")
    if len(word) < 3:
        return None
    word = "septiembre" if word in {"setiembre", "set", "sept"} else word
    for number, name in enumerate(MONTHS, start=1):
        if word in {name, name[:3]}:
            return number
    return None


def date(text: str) -> Parsed:
    """The one day a text names, as ISO; day before month, as in Ecuador."""
    words = bare(text)
    if not words:
        return BLANK
    if found := ISO.search(words):
        return day(int(found[1]), int(found[2]), int(found[3]))
    if found := NUMERIC.search(words):
        return day(int(found[3]), int(found[2]), int(found[1]))
    if found := SPOKEN.search(words):
        return day(int(found[3]), month(found[2]) or 0, int(found[1]))
    return Parsed(None, code="not-a-date")


def day(year: int, month_number: int, number: int) -> Parsed:
    try:
        return Parsed(dt.date(year, month_number, number).isoformat())
    except ValueError:
        return Parsed(None, code="no-such-day")
