"""A cell of open data as text: exact numbers, days of the calendar, nothing a sheet would run."""

import csv
from collections.abc import Iterable, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from io import StringIO
from typing import Any

from sereno.reports.formats.neutral import neutral
from sereno.reports.queries.opened import Cells, Table
from sereno.reports.rules.opened import Column, Kind


def finished(table: Table, rows: Iterable[Cells], *, host: str) -> list[Cells]:
    """Rows with whole addresses: what goes out is read far from the house."""
    places = [place for place, one in enumerate(table.columns) if one.kind == Kind.ADDRESS]
    found = []
    for row in rows:
        cells = list(row)
        for place in places:
            cells[place] = f"{host}{cells[place]}" if cells[place] else ""
        found.append(tuple(cells))
    return found


def said(value: Any) -> str:
    """One cell as a text that any program reads alike; empty where there is nothing."""
    match value:
        case None:
            return ""
        case bool():
            return "true" if value else "false"
        case Decimal():
            return f"{value:f}"
        case datetime():
            return value.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        case date():
            return value.isoformat()
        case _:
            return str(value)


def as_csv(columns: Sequence[Column], rows: Iterable[Cells], *, heads: Sequence[str]) -> str:
    """The table as CSV (RFC 4180), each text made harmless for a spreadsheet."""
    text = StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    texts = [one.kind == Kind.TEXT for one in columns]
    for row in rows:
        writer.writerow(
            neutral(said(cell)) if is_text else said(cell)
            for cell, is_text in zip(row, texts, strict=True)
        )
    return text.getvalue()
