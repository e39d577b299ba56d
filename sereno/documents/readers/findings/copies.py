"""A target, an indicator or a unit of measure that was copied from another row."""

from collections.abc import Iterator, Sequence
from typing import Final

from sereno.documents.readers.findings.case import Case, content, likeness, words
from sereno.documents.readers.findings.indicators import measures_nothing
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.reading import Finding, Row
from sereno.documents.readers.values.absences import absence

SUBJECT: Final = ("activity", "project")
LEAST: Final = 4  # words without which a text says too little to be called a copy
FAR, NEAR, MOST = 0.5, 0.75, 0.66


def find(case: Case) -> Iterator[Finding]:
    for table in case.reading.tables:
        rows = [row for row in table.rows if row.repeats is None]
        copies = list(copied(rows, "target", "indicator", "target-copied"))
        yield from copies
        yield from copied(rows, "indicator", "activity", "indicator-copied")
        yield from copied_units(rows)
        said_already = {place for finding in copies for place in finding.cells}
        yield from (one for one in of_another(rows) if not said_already & set(one.cells))


def copied(rows: Sequence[Row], name: str, own: str, code: str) -> Iterator[Finding]:
    """The same long words where what the row is about is another thing."""
    seen: dict[str, Row] = {}
    for row in rows:
        text = words(row.fields.get(name))
        about = content(words(row.fields.get(own)))
        if len(content(text)) < LEAST or not about or absence(text) is not None:
            continue
        before = seen.setdefault(plain(text), row)
        if before is row:
            continue
        theirs = content(words(before.fields.get(own)))
        if likeness(about, theirs) < NEAR and likeness(about, content(text)) < NEAR:
            cells = [*row.fields[name].source, *before.fields[name].source]
            yield told(code, cells, text=text)


def copied_units(rows: Sequence[Row]) -> Iterator[Finding]:
    """The unit repeats an earlier goal's and fits that one better than this."""
    seen: dict[str, Row] = {}
    for row in rows:
        text = words(row.fields.get("measure_unit"))
        if len(content(text)) < LEAST or "target" not in row.fields:
            continue
        before = seen.setdefault(plain(text), row)
        if before is row or "target" not in before.fields:
            continue
        mine = likeness(content(text), content(words(row.fields["target"])))
        theirs = likeness(content(text), content(words(before.fields["target"])))
        if mine < NEAR <= theirs:
            cells = [*row.fields["measure_unit"].source, *before.fields["measure_unit"].source]
            yield told("unit-copied", cells, text=text)


def of_another(rows: Sequence[Row]) -> Iterator[Finding]:
    """The target hardly shares a word with its indicator and nearly all with another row's."""
    told_of = [(row, content(words(row.fields.get("indicator")))) for row in rows]
    for row, mine in told_of:
        target = row.fields.get("target")
        text = words(target)
        said = content(text)
        if target is None or len(said) < 2 or len(mine) < 2 or absence(text) is not None:
            continue
        if measures_nothing(words(row.fields.get("indicator"))) or likeness(said, mine) > FAR:
            continue
        subject = content(" ".join(words(row.fields.get(name)) for name in SUBJECT))
        if len(said & (mine | subject)) > FAR * len(said):
            continue
        other = next(
            (one for one, theirs in told_of
             if one is not row and len(theirs) >= 2 and len(said & theirs) >= MOST * len(said)),
            None,
        )  # fmt: skip
        if other:
            cells = [*target.source, *other.fields["indicator"].source]
            yield told("target-of-another", cells, text=text)
