"""Years that were lost from a row, and cells that stand beside their column."""

from collections.abc import Iterator

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.paper import Cell, Place
from sereno.documents.readers.reading import Finding, Row
from sereno.documents.readers.values.years import is_mark


def find(case: Case) -> Iterator[Finding]:
    lines = {key(row[0].place): row for grid in case.paper.grids for row in grid.rows if row}
    for table in case.reading.tables:
        spans = [name for name in table.headings if name.startswith("year_")]
        width = len([name for name in table.headings if name != "repeated"])
        lost: list[Place] = []
        aside: list[Place] = []
        for row in table.rows:
            line = line_of(row, lines)
            where = next((field.source[:1] for field in row.fields.values() if field.source), ())
            if "shifted" in row.notes or has_more_marks(line, len(spans)):
                aside += where
            elif spans and row.repeats is None and misses(row, line, width):
                lost += where
        if lost:
            yield told("years-lost", lost, rows=str(len(lost)))
        if aside:
            yield told("columns-shifted", aside, rows=str(len(aside)))


def key(place: Place) -> tuple[object, ...]:
    return (place.sheet, place.page, place.table, place.row)


def line_of(row: Row, lines: dict[tuple[object, ...], tuple[Cell, ...]]) -> tuple[Cell, ...]:
    places = [place for field in row.fields.values() for place in field.source if place.row]
    return next((lines[key(place)] for place in places if key(place) in lines), ())


def has_more_marks(line: tuple[Cell, ...], years: int) -> bool:
    return bool(years) and sum(is_mark(cell.text) for cell in line) > years


def misses(row: Row, line: tuple[Cell, ...], width: int) -> bool:
    """No year at all, or a line cut before its last year column."""
    has_year = "years" in row.fields or any(name.startswith("target_") for name in row.fields)
    return not has_year or (bool(line) and len(line) < width)
