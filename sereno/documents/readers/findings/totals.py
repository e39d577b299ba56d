"""A text that enumerates other quantities than the total it supports."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case, amount
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.reading import Finding
from sereno.documents.readers.values.numbers import spanish
from sereno.documents.readers.values.words import bare

DONE: Final = (
    r"(?:se\s+)?(?:realiz|ejecut|mantuv|elabor|entreg|instal|capacit|activ|coloc|dict|hici|hizo|"
    r"constru|repar|form|atend|conform|firm|plant|pint|visit)\w*"
)
COUNTED: Final = re.compile(
    rf"(?:\b{DONE}\s+(?:(?:a|en|un|total|de|las|los)\s+)*|\b(?:activacion|entregas?) de )"
    r"(\d{1,6})\s+(?!%|de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
    r"noviembre|diciembre))([a-z]{3,})"
)


def find(case: Case) -> Iterator[Finding]:
    for _table, row in case.rows():
        result, total = row.fields.get("result"), amount(row, "executed")
        if result is None or total is None or row.fields["executed"].unit == "%":
            continue
        listed = [(int(one[1]), one[2]) for one in COUNTED.finditer(bare(result.text))]
        numbers = [number for number, _what in listed]
        if len(listed) < 2 or sum(numbers) == total or total in map(Decimal, numbers):
            continue
        yield told(
            "list-not-its-total",
            [*row.fields["executed"].source, *result.source],
            total=spanish(total),
            listed=", ".join(f"{number} {what}" for number, what in listed),
            sum=str(sum(numbers)),
        )
