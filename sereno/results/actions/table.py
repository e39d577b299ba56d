"""A table of numbers is reported row by row: what is good stays, what is not says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from sereno.logbook.actions import Draft, subject_of, write_all
from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.results.actions.evidence import EvidenceDraft, added, held
from sereno.results.actions.measure import (
    Report,
    measured,
    newest_line,
    on_their_way,
    reported,
)
from sereno.results.actions.refusals import (
    BadNumber,
    DraftWaiting,
    IsComputed,
    NotAFileNorALink,
    OtherUniverse,
    OutsideTarget,
)
from sereno.results.models import Evidence, Measurement

BATCH = 500
TITLE = 200
REFUSED = (BadNumber, DraftWaiting, IsComputed, NotAFileNorALink, OtherUniverse, OutsideTarget)


@dataclass(frozen=True)
class TableDraft:
    """A row: what is reported of a target up to a moment, with its note and an address."""

    number: int
    target: Target
    found: Report
    ends_at: datetime
    note: str = ""
    link: str = ""


@dataclass(frozen=True)
class Kept:
    """A row that is a draft now."""

    draft: TableDraft
    measurement: Measurement


@dataclass(frozen=True)
class Refused:
    """A row that is not, and why."""

    draft: TableDraft
    because: Exception


@dataclass(frozen=True)
class Outcome:
    """What became of every row."""

    kept: tuple[Kept, ...]
    refused: tuple[Refused, ...]


@transaction.atomic
def report_table(drafts: Sequence[TableDraft], *, by: Person, at: datetime) -> Outcome:
    """Report each row as if it came alone, by the same rules, and keep the good ones together.

    No row takes another with it. Of two rows about one target and day the first is kept: then a
    draft waits, as it would had they come one after the other.
    """
    ready: list[_Ready] = []
    refused: list[Refused] = []
    waiting = _waiting({draft.target.pk for draft in drafts})
    for draft in drafts:
        try:
            one = _read(draft, by=by, at=at)
            place = draft.target.pk, one.measurement.last_day
            if place in waiting:
                raise DraftWaiting(waiting[place])
            ready.append(one)
            waiting[place] = 0
        except REFUSED as problem:
            refused.append(Refused(draft, problem))
    _keep(ready, by=by, at=at)
    return Outcome(tuple(Kept(one.draft, one.measurement) for one in ready), tuple(refused))


def try_table(drafts: Sequence[TableDraft], *, by: Person, at: datetime) -> Outcome:
    """What reporting a table would come to, by the very same gate, with nothing left behind."""
    with transaction.atomic():
        outcome = report_table(drafts, by=by, at=at)
        transaction.set_rollback(True)
    return outcome


@dataclass(frozen=True)
class _Ready:
    draft: TableDraft
    measurement: Measurement
    evidence: Evidence | None


def _read(draft: TableDraft, *, by: Person, at: datetime) -> _Ready:
    """A row as a draft with its evidence, neither kept yet."""
    measurement = reported(
        draft.target, draft.found, by=by, at=at, ends_at=draft.ends_at, note=draft.note
    )
    link = draft.link
    proof = EvidenceDraft(link[:TITLE], link=link) if link else None
    return _Ready(draft, measurement, held(measurement, proof, by=by, at=at) if proof else None)


def _keep(ready: list[_Ready], *, by: Person, at: datetime) -> None:
    """Everything in one go: measurements, evidence, and a line for each, in their order."""
    newest = newest_line()
    for one in ready:
        one.measurement.as_of_entry = newest
    Measurement.objects.bulk_create([one.measurement for one in ready], batch_size=BATCH)
    Evidence.objects.bulk_create([one.evidence for one in ready if one.evidence], batch_size=BATCH)
    who, lines = subject_of(by), []
    for one in ready:
        kept, target = subject_of(one.measurement), subject_of(one.draft.target)
        lines.append(Draft(measured(one.measurement), about=kept, after=target, at=at, by=who))
        if one.evidence:
            proof = subject_of(one.evidence)
            lines.append(Draft(added(one.evidence), about=proof, after=kept, at=at, by=who))
    write_all(lines)


def _waiting(targets: set[int]) -> dict[tuple[int, date], int]:
    """The drafts on their way of all these targets, held until the table is kept."""
    found: dict[tuple[int, date], int] = {}
    ordered = sorted(targets)
    for start in range(0, len(ordered), BATCH):
        found.update(on_their_way(ordered[start : start + BATCH]))
    return found
