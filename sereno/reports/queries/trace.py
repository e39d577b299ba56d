"""One figure walked back: to its measurement, its worksheet, and each record's lines."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from sereno.logbook import queries as logbook
from sereno.logbook.actions import subject_of
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.plans.rules import printing
from sereno.reports.models import Figure
from sereno.reports.queries import words
from sereno.reports.queries.goals import Goal, judged, words_of
from sereno.reports.queries.parishes import cell_of
from sereno.reports.rules.small_cells import MINIMUM, Cell
from sereno.results.models import Evidence, Measurement
from sereno.results.queries.judging import source_of
from sereno.results.rules import rows
from sereno.results.rules.rows import BadSheet, Found, Row

PRINTING = ("figure.published", "figure.corrected")


class Check(StrEnum):
    """What can be held against a published number, each by itself."""

    SEAL = "seal"
    FORMULA = "formula"
    PRINTED = "printed"
    LOGBOOK = "logbook"


@dataclass(frozen=True)
class Trace:
    """One figure with everything behind it."""

    figure: Figure
    goal: Goal
    head: Mapping[str, str]
    rows: tuple[Row, ...]
    checks: Mapping[Check, bool]
    line: Entry | None
    evidence: tuple[Evidence, ...]
    cell: Cell
    later: Figure | None = None

    @property
    def measurement(self) -> Measurement:
        return self.figure.measurement

    @property
    def target(self) -> Target:
        return self.figure.measurement.target

    @property
    def intact(self) -> bool:
        return all(self.checks.values())

    @property
    def is_shown(self) -> bool:
        """Whether its value and its rows may be told without telling whose case it was."""
        return self.cell == Cell.SHOWN

    @property
    def formula(self) -> tuple[words.Words, words.Words]:
        return words.of_formula(self.measurement.formula)

    @property
    def formula_unit(self) -> str:
        """The unit of a single row; of a share a row is only yes or no."""
        return (
            printing.unit_words(self.target.indicator.unit)
            if self.measurement.formula in {"median", "p90", "sum"}
            else ""
        )

    @property
    def source(self) -> object:
        """Where the rows come from and what they leave out, in words; none where reported."""
        return source_of(self.target.indicator)

    @property
    def sheet(self) -> str:
        """The file whose SHA-256 is the seal."""
        return self.measurement.sealed

    def has(self, record: str) -> bool:
        return self.is_shown and any(row.record == record for row in self.rows)


@dataclass(frozen=True)
class Step:
    """One line about a record: what happened, when, and how long after the one before."""

    entry: Entry
    words: words.Words
    after: timedelta | None
    author: Person | None = None


@dataclass(frozen=True)
class Case:
    """One record of a worksheet with its lines, from the first signal on."""

    record: str
    value: Decimal
    steps: tuple[Step, ...] = field(default=())


def find(slug: str) -> Figure | None:
    """A published figure with everything up to its plan, in one query."""
    return (
        Figure.objects.select_related(
            "corrects",
            "corrected_by",
            "overtaken",
            "measurement__target__parish",
            "measurement__target__indicator__project__responsible",
            "measurement__target__indicator__project__objective__component__plan",
        )
        .filter(slug=slug)
        .first()
    )


def trace(figure: Figure, *, on: date, minimum: int = MINIMUM) -> Trace:
    """Walk a figure back to its records, and check on the way that nothing was changed.

    A figure of a parish that was counted from fewer cases of people than ``minimum``, or that
    would tell another such one by subtraction, keeps its value and rows to itself.
    """
    measurement = figure.measurement
    line = (
        Entry.objects.about(subject_of(figure)).filter(event__in=PRINTING).order_by("number").last()
    )
    head, found_rows, found = _read(measurement.worksheet)
    return Trace(
        figure=figure,
        goal=judged(measurement.target, [figure], on=on),
        head=head,
        rows=found_rows,
        checks=_checks(figure, found, line),
        line=line,
        evidence=tuple(measurement.evidence.all()),
        cell=cell_of(figure, minimum),
        later=getattr(figure, "corrected_by", None),
    )


def case(found: Trace, record: str, *, with_authors: bool = False) -> Case | None:
    """The lines of one record of the worksheet; nothing where the record is not in it.

    Who did each step is told only to whoever may read the logbook.
    """
    row = next((row for row in found.rows if row.record == record), None)
    if row is None or not found.has(record):
        return None
    entries = logbook.chain(record)
    authors = people([entry.actor for entry in entries]) if with_authors else {}
    steps = []
    before: datetime | None = None
    for entry in entries:
        steps.append(
            Step(
                entry,
                words.of_event(entry.event),
                entry.at - before if before else None,
                authors.get(entry.actor),
            )
        )
        before = entry.at
    return Case(record, row.value, tuple(steps))


def people(subjects: list[str]) -> dict[str, Person]:
    """The persons behind subjects such as ``person:12``, in one query."""
    numbers = {
        int(number)
        for kind, _, number in (subject.partition(":") for subject in subjects)
        if kind == "person" and number.isdecimal()
    }
    found = Person.objects.in_bulk(numbers) if numbers else {}
    return {f"person:{number}": person for number, person in found.items()}


def _read(worksheet: str) -> tuple[dict[str, str], tuple[Row, ...], Found | None]:
    """A worksheet that was tampered with may not even be one any more."""
    try:
        head, found_rows = rows.read(worksheet)
        return head, tuple(found_rows), rows.recompute(worksheet)
    except BadSheet:
        return {}, (), None


def _checks(figure: Figure, found: Found | None, line: Entry | None) -> dict[Check, bool]:
    measurement = figure.measurement
    sealed = {"seal": measurement.seal, "value": figure.printed_value}
    return {
        Check.SEAL: measurement.is_whole(),
        Check.FORMULA: found
        == Found(measurement.value, measurement.numerator, measurement.denominator),
        Check.PRINTED: figure.printed_value == words_of(measurement),
        Check.LOGBOOK: line is not None
        and {name: line.data.get(name) for name in sealed} == sealed,
    }
