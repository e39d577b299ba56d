"""A reading as the database keeps it: nothing lost, decimals exact, and back again."""

from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from sereno.documents.readers.paper import Box, Place
from sereno.documents.readers.reading import (
    Fact,
    Field,
    Finding,
    Reading,
    Row,
    Table,
    Unplaced,
    Value,
)

DECIMAL = "decimal"  # {"decimal": "4884.15"}: JSON's own numbers would round


def rest_kept(reading: Reading) -> dict[str, Any]:
    """Everything of a reading but its rows, which are kept one by one."""
    return {
        "tables": [
            {
                "title": table.title,
                "headings": {name: field_kept(one) for name, one in table.headings.items()},
                "source": places_kept(table.source),
            }
            for table in reading.tables
        ],
        "notes": list(reading.notes),
        "facts": [
            {
                "text": fact.text,
                "counts": fact.counts,
                "value": value_kept(fact.value),
                "unit": fact.unit,
                "source": place_kept(fact.source),
            }
            for fact in reading.facts
        ],
        "findings": [
            {
                "code": finding.code,
                "says": finding.says,
                "severity": finding.severity,
                "parts": dict(finding.parts),
                "cells": places_kept(finding.cells),
            }
            for finding in reading.findings
        ],
        "unplaced": [
            {"text": words.text, "source": place_kept(words.source)} for words in reading.unplaced
        ],
    }


def row_kept(row: Row) -> dict[str, Any]:
    return {name: field_kept(field) for name, field in row.fields.items()}


def field_kept(field: Field) -> dict[str, Any]:
    return {
        "text": field.text,
        "value": value_kept(field.value),
        "unit": field.unit,
        "source": places_kept(field.source),
        "confidence": field.confidence,
    }


def value_kept(value: Value) -> Any:
    if isinstance(value, Decimal):
        return {DECIMAL: str(value)}
    if isinstance(value, list):
        return [value_kept(part) for part in value]
    if isinstance(value, dict):
        return {name: value_kept(part) for name, part in value.items()}
    return value


def places_kept(places: Iterable[Place]) -> list[dict[str, Any]]:
    return [place_kept(place) for place in places]


def place_kept(place: Place) -> dict[str, Any]:
    """Only what the place knows."""
    names = ("page", "table", "row", "column", "sheet")
    told = {name: at for name in names if (at := getattr(place, name)) not in {None, ""}}
    if place.box:
        told["box"] = [place.box.left, place.box.top, place.box.right, place.box.bottom]
    return told


def restored(
    rest: dict[str, Any], rows: Iterable[tuple[int, dict[str, Any], int | None, list[str]]]
) -> Reading:
    """The reading again; ``rows`` are table, fields, what each repeats and its notes, in order."""
    tables: list[list[Row]] = [[] for _table in rest["tables"]]
    for table, fields, repeats, notes in rows:
        tables[table].append(Row(fields_restored(fields), repeats, tuple(notes)))
    return Reading(
        kind=rest.get("kind", ""),
        score=rest.get("score", 0.0),
        because=rest.get("because", ""),
        tables=tuple(
            Table(
                told["title"],
                tuple(rows_of),
                fields_restored(told["headings"]),
                tuple(place_restored(place) for place in told["source"]),
            )
            for told, rows_of in zip(rest["tables"], tables, strict=True)
        ),
        facts=tuple(
            Fact(
                fact["text"],
                fact["counts"],
                Decimal(fact["value"][DECIMAL]),
                fact["unit"],
                place_restored(fact["source"]),
            )
            for fact in rest["facts"]
        ),
        findings=tuple(
            Finding(
                finding["code"],
                finding["says"],
                tuple(place_restored(cell) for cell in finding["cells"]),
                finding["severity"],
                finding["parts"],
            )
            for finding in rest["findings"]
        ),
        unplaced=tuple(
            Unplaced(words["text"], place_restored(words["source"])) for words in rest["unplaced"]
        ),
        notes=tuple(rest["notes"]),
    )


def fields_restored(fields: dict[str, Any]) -> dict[str, Field]:
    return {name: field_restored(field) for name, field in fields.items()}


def field_restored(kept: dict[str, Any]) -> Field:
    return Field(
        kept["text"],
        value_restored(kept["value"]),
        kept["unit"],
        tuple(place_restored(place) for place in kept["source"]),
        kept["confidence"],
    )


def value_restored(kept: Any) -> Value:
    if isinstance(kept, dict):
        if set(kept) == {DECIMAL}:
            return Decimal(kept[DECIMAL])
        return {name: value_restored(part) for name, part in kept.items()}
    if isinstance(kept, list):
        return [value_restored(part) for part in kept]
    return kept  # type: ignore[no-any-return]  # a text, a truth or nothing


def place_restored(kept: dict[str, Any]) -> Place:
    box = kept.get("box")
    return Place(
        page=kept.get("page"),
        table=kept.get("table"),
        row=kept.get("row"),
        column=kept.get("column"),
        box=Box(*box) if box else None,
        sheet=kept.get("sheet", ""),
    )
