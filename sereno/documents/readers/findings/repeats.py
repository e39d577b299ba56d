"""Rows, and whole pages of rows, that the document says twice."""

from collections.abc import Iterator

from sereno.documents.readers.findings.case import Case, words
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.reading import Finding, Row


def find(case: Case) -> Iterator[Finding]:
    """One finding for each run of rows that follow each other here as they did before."""
    for table in case.reading.tables:
        run: list[Row] = []
        for row in table.rows:
            goes_on = bool(run) and row.repeats == (run[-1].repeats or 0) + 1
            if run and not goes_on:
                yield of(run)
                run = []
            if row.repeats is not None:
                run.append(row)
        if run:
            yield of(run)


def of(run: list[Row]) -> Finding:
    fields = list(run[0].fields.values())
    longest = max(fields[:4], key=lambda field: len(field.text))
    cells = [place for row in run for field in row.fields.values() for place in field.source[:1]]
    return told("row-repeated", dict.fromkeys(cells), rows=str(len(run)), text=words(longest))
