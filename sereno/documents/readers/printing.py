"""The JSON of a reading, as `docs/reading.md` promises it: stable names, in a stable order."""

import hashlib
from dataclasses import asdict
from decimal import Decimal

from sereno.documents.readers.paper import Place
from sereno.documents.readers.reading import Field, Reading, Row, Value
from sereno.documents.readers.refusals import Unreadable

Json = None | str | bool | int | float | list["Json"] | dict[str, "Json"]


def as_json(reading: Reading) -> dict[str, Json]:
    return {
        "file": asdict(reading.file) if reading.file else None,
        "kind": reading.kind,
        "score": round(reading.score, 2),
        "because": reading.because,
        "notes": list(reading.notes),
        "tables": [
            {
                "title": table.title,
                "headings": {name: field_json(field) for name, field in table.headings.items()},
                "rows": [row_json(row) for row in table.rows],
            }
            for table in reading.tables
        ],
        "facts": [
            {
                "text": fact.text,
                "counts": fact.counts,
                "value": number(fact.value),
                "unit": fact.unit,
                "source": place_json(fact.source),
            }
            for fact in reading.facts
        ],
        "findings": [
            {
                "code": finding.code,
                "says": finding.says,
                "severity": finding.severity,
                "cells": [place_json(place) for place in finding.cells],
            }
            for finding in reading.findings
        ],
        "unplaced": [
            {"text": words.text, "source": place_json(words.source)} for words in reading.unplaced
        ],
    }


def refusal_json(name: str, data: bytes, refusal: Unreadable) -> dict[str, Json]:
    """What stands in the place of a reading where the file was refused."""
    seal = hashlib.sha256(data).hexdigest()
    return {
        "file": {"name": name, "sha256": seal, "size": len(data), "format": "", "pages": 0},
        "error": {"code": refusal.code, "says": refusal.says},
    }


def row_json(row: Row) -> Json:
    return {
        "fields": {name: field_json(field) for name, field in row.fields.items()},
        "repeats": row.repeats,
        "notes": list(row.notes),
    }


def field_json(field: Field) -> Json:
    return {
        "text": field.text,
        "value": value_json(field.value),
        "unit": field.unit,
        "source": [place_json(place) for place in field.source],
        "confidence": round(field.confidence, 2),
    }


def value_json(value: Value) -> Json:
    if isinstance(value, Decimal):
        return number(value)
    if isinstance(value, list):
        return [value_json(part) for part in value]
    if isinstance(value, dict):
        return {name: value_json(part) for name, part in value.items()}
    return value


def number(value: Decimal) -> int | float:
    """Whole numbers stay whole; the others are the nearest double, which prints the same."""
    return int(value) if value == value.to_integral_value() else float(value)


def place_json(place: Place) -> Json:
    """Only what the place knows: a spreadsheet has no page, a line has no column."""
    told: dict[str, Json] = {}
    for name in ("page", "table", "row", "column"):
        if (at := getattr(place, name)) is not None:
            told[name] = at
    if place.box:
        box = place.box
        told["box"] = [round(edge, 1) for edge in (box.left, box.top, box.right, box.bottom)]
    if place.sheet:
        told["sheet"] = place.sheet
    return told
