"""The transparency law as data: its numerals with their columns, and the day each month is due.

LOTAIP (R.O. 7 February 2023), art. 19 and 24, by the guide of the Defensoría del Pueblo. The
columns that art. 24 asks for are not in the guide: they are ours until its template is seen.
"""

import csv
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path

from sereno.reports.rules.document import Column, Kind

DATA = Path(__file__).parent.parent / "data" / "lotaip.csv"
DUE_DAY = 15
SATURDAY = 5


@dataclass(frozen=True)
class Numeral:
    """One data set that the law asks for. ``old`` are the letters of the law of 2004."""

    law: str
    code: str
    old: str
    title: str
    columns: tuple[Column, ...]
    period: str
    starts_on: date
    ends_on: date | None

    @property
    def file_stem(self) -> str:
        """As it stands in file names: ``1.3`` as ``1-3``."""
        return self.code.replace(".", "-").replace("+", "-")


@cache
def numerals() -> tuple[Numeral, ...]:
    """Every numeral of every law, in the order of the law."""
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(_numeral(row) for row in csv.DictReader(file))


def in_force(on: date) -> tuple[Numeral, ...]:
    """What the law asked for on a day."""
    return tuple(
        numeral
        for numeral in numerals()
        if numeral.starts_on <= on and (numeral.ends_on is None or on <= numeral.ends_on)
    )


def find(code: str, on: date) -> Numeral | None:
    return next((numeral for numeral in in_force(on) if numeral.code == code), None)


def month_end(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])


def due_on(year: int, month: int) -> date:
    """Day 15 of the following month, or the working day after it (DPE, Instructivo, 2024).

    Holidays are not known here, so that a due day on one is a day early, never late.
    """
    day = month_end(year, month) + timedelta(days=DUE_DAY)
    while day.weekday() >= SATURDAY:
        day += timedelta(days=1)
    return day


def _numeral(row: dict[str, str]) -> Numeral:
    pairs = [entry.rpartition(":") for entry in row["columns"].split("|")]
    return Numeral(
        law=row["law"],
        code=row["numeral"],
        old=row["old"],
        title=row["title"],
        columns=tuple(Column(name, Kind(kind)) for name, _, kind in pairs),
        period=row["period"],
        starts_on=date.fromisoformat(row["from"]),
        ends_on=date.fromisoformat(row["to"]) if row["to"] else None,
    )
