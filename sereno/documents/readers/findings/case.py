"""What a check looks at: the paper, its reading, and what is known of the canton."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from sereno.documents.readers.kinds.headings import plain, stems
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Field, Reading, Row, Table

# How many of each there are: ``{"parroquias rurales": 13}``.
Territory = Mapping[str, int]
VAGUE: Final = frozenset(
    [
        "numero",
        "porcentaje",
        "alcanzar",
        "incrementar",
        "realizar",
        "implementar",
        "mejorar",
        "lograr",
        "total",
        "cantidad",
        "anual",
        "anio",
        "ano",
        "nuevo",
        "nueva",
        "%",
        "que",
        "con",
        "un",
        "una",
        "se",
        "sistema",
        "programa",
        "proceso",
        "servicio",
        "plan",
    ]
)


@dataclass(frozen=True)
class Case:
    """One document under the eyes of the checks."""

    paper: Paper
    reading: Reading
    territory: Territory

    def rows(self) -> Iterator[tuple[Table, Row]]:
        for table in self.reading.tables:
            for row in table.rows:
                yield table, row


def amount(row: Row, name: str) -> Decimal | None:
    """The number that a field holds, or none."""
    field = row.fields.get(name)
    return field.value if field and isinstance(field.value, Decimal) else None


def words(field: Field | None) -> str:
    return " ".join(field.text.split()) if field else ""


def content(text: str) -> frozenset[str]:
    """The words that say what a text is about, each in its singular, without figures."""
    return frozenset(
        word
        for word in stems(plain(text))
        if word not in VAGUE and len(word) > 2 and not re.search(r"\d", word)
    )


def likeness(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of the shorter text's words that the other has too."""
    least = min(len(one), len(other))
    return len(one & other) / least if least else 0.0
