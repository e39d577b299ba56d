"""The accountability form for local governments as data: its sections and their columns, by year.

The names and columns come from forms of recent years and change: the form in force must be looked
at before its year is filed, and a new one is new rows of ``rdc_form.csv``, not new code.
"""

import csv
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from sereno.reports.rules import registers
from sereno.reports.rules.document import Cell, Column, Kind, Table
from sereno.reports.rules.scoring import DECLARED

DATA = Path(__file__).parent.parent / "data" / "rdc_form.csv"


@dataclass(frozen=True)
class Section:
    """One table of the form. ``from_records`` are filled by the house, the others by a person."""

    code: str
    title: str
    columns: tuple[Column, ...]
    from_records: bool
    from_year: int
    to_year: int | None


@dataclass(frozen=True)
class Misfit:
    """A row that somebody pasted with another number of cells than its section has columns."""

    row: int
    cells: int


@cache
def sections() -> tuple[Section, ...]:
    with DATA.open(encoding="utf-8", newline="") as file:
        return tuple(_section(row) for row in csv.DictReader(file))


def in_year(year: int) -> tuple[Section, ...]:
    """What the form of a year asks for, in its order."""
    return tuple(
        section
        for section in sections()
        if section.from_year <= year and (section.to_year is None or year <= section.to_year)
    )


def table(section: Section, rows: tuple[tuple[Cell, ...], ...]) -> Table:
    """The section as a table; one that has nothing to tell declares it, cell by cell."""
    nothing = (tuple(Cell(DECLARED[0]) for _ in section.columns),)
    return Table(section.code, section.title, section.columns, rows or nothing)


def pasted(section: Section, text: str) -> tuple[tuple[tuple[Cell, ...], ...], list[Misfit]]:
    """The rows that somebody pasted for a section, and those that do not fit it."""
    read = registers.without_heading(registers.pasted(text), section.columns)
    if len(read) == 1 and len(read[0]) == 1 and read[0][0].upper() in DECLARED:
        return (tuple(Cell(read[0][0].upper()) for _ in section.columns),), []
    misfits = [
        Misfit(number, len(row))
        for number, row in enumerate(read, 1)
        if len(row) != len(section.columns)
    ]
    fitting = [row for row in read if len(row) == len(section.columns)]
    return tuple(registers.cells(row, section.columns) for row in fitting), misfits


def _section(row: dict[str, str]) -> Section:
    pairs = [entry.rpartition(":") for entry in row["columns"].split("|")]
    return Section(
        code=row["code"],
        title=row["title"],
        columns=tuple(Column(name, Kind(kind)) for name, _, kind in pairs),
        from_records=row["filled"] == "records",
        from_year=int(row["from"]),
        to_year=int(row["to"]) if row["to"] else None,
    )
