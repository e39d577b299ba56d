"""A numeral of the transparency law as its three CSV files: data, metadata, dictionary.

Metadata and dictionary are files of two columns, key and value, whose first row is data already:
that is how the Defensoría's own templates are published.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from hashlib import sha256

from sereno.reports.formats.neutral import as_it_was, neutral
from sereno.reports.rules.document import Document, Table

SEAL_OF_EDITION = "SELLO DE LA EDICIÓN (SHA-256)"
SEAL_OF_DATA = "SHA-256 DEL CONJUNTO DE DATOS"
DATA, METADATA, DICTIONARY = "conjunto_de_datos", "metadatos", "diccionario"


def files(document: Document) -> dict[str, bytes]:
    """Every file of every table, by name: ``1-3_metadatos.csv``."""
    made: dict[str, bytes] = {}
    for table in document.tables:
        data = data_set(table)
        written = (data, metadata(document, table, data), dictionary(document, table))
        made.update(zip(files_of(table), written, strict=True))
    return made


def files_of(table: Table) -> tuple[str, str, str]:
    """The names of its data set, metadata and dictionary."""
    stem = table.code.replace(".", "-").replace("+", "-")
    return f"{stem}_{DATA}.csv", f"{stem}_{METADATA}.csv", f"{stem}_{DICTIONARY}.csv"


def data_set(table: Table) -> bytes:
    head = [column.name for column in table.columns]
    return _written([head, *([cell.text for cell in row] for row in table.rows)])


def metadata(document: Document, table: Table, data: bytes) -> bytes:
    return _written(
        [
            *table.facts,
            (SEAL_OF_DATA, sha256(data).hexdigest()),
            (SEAL_OF_EDITION, document.seal),
        ]
    )


def dictionary(document: Document, table: Table) -> bytes:
    return _written(
        [
            ("Institución", document.council),
            ("Descripción", table.title),
            *((column.name, column.about or column.kind.value) for column in table.columns),
        ]
    )


def read(data: bytes) -> list[list[str]]:
    """The rows of one of our files, with the texts as they were before they were neutralised."""
    text = io.StringIO(data.decode("utf-8-sig"), newline="")
    return [[as_it_was(cell) for cell in row] for row in csv.reader(text)]


def _written(rows: Iterable[Sequence[str]]) -> bytes:
    """Comma-separated, UTF-8 with a mark so that Excel reads its accents."""
    text = io.StringIO(newline="")
    csv.writer(text).writerows([[neutral(cell) for cell in row] for row in rows])
    return text.getvalue().encode("utf-8-sig")
