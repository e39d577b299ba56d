"""Tables as text: the encoding and the delimiter are found out, a byte order mark is dropped."""

import csv
import io
from typing import Final

from sereno.documents.readers.formats.sniff import decode, delimiter_of
from sereno.documents.readers.paper import Cell, Grid, Paper, Place
from sereno.documents.readers.refusals import Unreadable

MOST_COLUMNS: Final = 512
MOST_ROWS: Final = 200_000


def read(data: bytes) -> Paper:
    text = decode(data)
    delimiter = delimiter_of(text) or ","
    try:
        records = list(csv.reader(io.StringIO(text, newline=""), delimiter=delimiter))
    except csv.Error as problem:
        raise Unreadable("truncated", what="hay una comilla que no se cierra") from problem
    widest = max((len(record) for record in records), default=0)
    if widest > MOST_COLUMNS:
        raise Unreadable(
            "too-many-columns", where="CSV", columns=str(widest), most=str(MOST_COLUMNS)
        )
    if len(records) > MOST_ROWS:
        raise Unreadable("too-many-rows", where="CSV", most=str(MOST_ROWS))
    rows = tuple(
        tuple(
            Cell(text.strip(), Place(table=1, row=number, column=column))
            for column, text in enumerate(record, start=1)
        )
        for number, record in enumerate(records, start=1)
        if any(text.strip() for text in record)
    )
    return Paper((Grid(rows),))
