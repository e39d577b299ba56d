"""The data package (Frictionless): tables as CSV, JSON and Parquet, and what describes them."""

import json
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, Decimal
from hashlib import sha256
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import pyarrow as pa
import pyarrow.parquet as pq

from sereno.reports.formats.opened.cells import as_csv, said
from sereno.reports.queries.opened import Cells, Table
from sereno.reports.rules.opened import Column, Kind

ENDINGS = {
    "csv": "text/csv",
    "json": "application/json",
    "parquet": "application/vnd.apache.parquet",
}
LICENCE = {
    "name": "CC-BY-4.0",
    "title": "Creative Commons Attribution 4.0",
    "path": "https://creativecommons.org/licenses/by/4.0/",
}
PLACES = Decimal("0.0000000001")
ARROW: dict[Kind, Any] = {
    Kind.TEXT: pa.string(),
    Kind.NUMBER: pa.decimal128(38, 10),
    Kind.WHOLE: pa.int64(),
    Kind.DAY: pa.date32(),
    Kind.MOMENT: pa.timestamp("us", tz="UTC"),
    Kind.YES: pa.bool_(),
    Kind.ADDRESS: pa.string(),
}


@dataclass(frozen=True)
class Publisher:
    """Whose data it is, where it stands, and until when it is told."""

    council: str
    host: str
    at: datetime


def drawn(table: Table, rows: list[Cells], ending: str) -> bytes:
    """One table as one file."""
    return {"csv": _csv, "json": _json, "parquet": _parquet}[ending](table, rows)


def package(tables: list[tuple[Table, list[Cells]]], *, by: Publisher) -> bytes:
    """Everything in one file; the same data gives the same bytes."""
    files = {
        f"{table.file}.{ending}": drawn(table, rows, ending)
        for table, rows in tables
        for ending in ENDINGS
    }
    told = json.dumps(descriptor(tables, files, by=by), ensure_ascii=False, indent=1)
    packed = BytesIO()
    with ZipFile(packed, "w", ZIP_DEFLATED) as kept:
        for name, content in {"datapackage.json": told.encode(), **files}.items():
            kept.writestr(ZipInfo(name), content, ZIP_DEFLATED)
    return packed.getvalue()


def descriptor(
    tables: list[tuple[Table, list[Cells]]], files: dict[str, bytes], *, by: Publisher
) -> dict[str, Any]:
    """What the package says of itself: each file with its columns, its key and its SHA-256."""
    return {
        "profile": "data-package",
        "name": "sereno",
        "id": f"{by.host}/datos/",
        "title": f"Datos abiertos. {by.council}",
        "description": "Lo prometido, el dinero, lo logrado y lo pedido. Vacío no es cero.",
        "homepage": f"{by.host}/datos/",
        "created": said(by.at),
        "licenses": [LICENCE],
        "contributors": [{"title": by.council, "role": "publisher", "path": by.host}],
        "resources": [
            _resource(table, ending, files[f"{table.file}.{ending}"], by.host)
            for table, _rows in tables
            for ending in ENDINGS
        ],
    }


def _resource(table: Table, ending: str, content: bytes, host: str) -> dict[str, Any]:
    is_parquet = ending == "parquet"
    told = {
        "name": table.file if ending == "csv" else f"{table.file}-{ending}",
        "path": f"{table.file}.{ending}",
        "title": table.title,
        "description": table.about,
        "format": ending,
        "mediatype": ENDINGS[ending],
        "bytes": len(content),
        "hash": f"sha256:{sha256(content).hexdigest()}",
        "sources": [{"title": table.title, "path": f"{host}/api/v1/{table.name}"}],
        "schema": {
            "fields": [_field(one) for one in table.columns],
            "primaryKey": [one.heading for one in table.columns if one.name in table.key],
            "missingValues": [""],
        },
    }
    if is_parquet:
        return told
    return told | {"profile": "tabular-data-resource", "encoding": "utf-8"}


def _field(column: Column) -> dict[str, Any]:
    kind = {"type": column.kind.value}
    if column.kind == Kind.ADDRESS:
        kind = {"type": "string", "format": "uri"}
    told = {"name": column.heading, **kind, "title": column.name}
    return told | ({"description": column.about} if column.about else {})


def _csv(table: Table, rows: list[Cells]) -> bytes:
    heads = [one.heading for one in table.columns]
    return as_csv(table.columns, rows, heads=heads).encode()


def _json(table: Table, rows: list[Cells]) -> bytes:
    """Numbers as texts, so that no program rounds them; what is unknown is null."""
    heads = [one.heading for one in table.columns]
    plain = {Kind.WHOLE, Kind.YES}
    told = [
        {
            head: cell if column.kind in plain or cell is None else (said(cell) or None)
            for head, column, cell in zip(heads, table.columns, row, strict=True)
        }
        for row in rows
    ]
    return json.dumps(told, ensure_ascii=False).encode()


def _parquet(table: Table, rows: list[Cells]) -> bytes:
    """Numbers exact to ten places."""
    columns = list(zip(*rows, strict=True)) or [()] * len(table.columns)
    arrays = [
        pa.array([_arrow(cell) for cell in cells], ARROW[column.kind])
        for column, cells in zip(table.columns, columns, strict=True)
    ]
    made = pa.table(arrays, names=[one.heading for one in table.columns])
    kept = BytesIO()
    pq.write_table(made, kept)
    return kept.getvalue()


def _arrow(cell: Any) -> Any:
    if isinstance(cell, Decimal):
        return cell.quantize(PLACES, rounding=ROUND_HALF_UP)
    return str(cell) if isinstance(cell, str) else cell
