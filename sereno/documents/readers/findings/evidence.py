"""Indicators without a baseline, or without the means by which they are verified."""

from collections.abc import Iterator
from typing import Final

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.reading import Finding

ASKED: Final = (("baseline", "no-baseline"), ("verification", "no-verification"))


def find(case: Case) -> Iterator[Finding]:
    """One for each table of goals that has no such column, or never fills it."""
    for table in case.reading.tables:
        goals = [row for row in table.rows if {"indicator", "target"} <= row.fields.keys()]
        if not goals:
            continue
        heading = table.headings.get("indicator")
        cells = heading.source if heading else goals[0].fields["indicator"].source
        for name, code in ASKED:
            if not any(name in row.fields and row.fields[name].text.strip() for row in goals):
                yield told(code, cells)
