"""A table of numbers is reported row by row: what is good stays, what is not says why."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.results.actions.evidence import EvidenceDraft
from sereno.results.actions.measure import Report, report
from sereno.results.actions.refusals import (
    BadNumber,
    DraftWaiting,
    IsComputed,
    NotAFileNorALink,
    OtherUniverse,
    OutsideTarget,
)
from sereno.results.models import Measurement

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
    """Report each row as if it came alone; no row takes another with it."""
    kept, refused = [], []
    for draft in drafts:
        try:
            with transaction.atomic():
                kept.append(Kept(draft, _report(draft, by=by, at=at)))
        except REFUSED as problem:
            refused.append(Refused(draft, problem))
    return Outcome(tuple(kept), tuple(refused))


def try_table(drafts: Sequence[TableDraft], *, by: Person, at: datetime) -> Outcome:
    """What reporting a table would come to, by the very same gate, with nothing left behind."""
    with transaction.atomic():
        outcome = report_table(drafts, by=by, at=at)
        transaction.set_rollback(True)
    return outcome


def _report(draft: TableDraft, *, by: Person, at: datetime) -> Measurement:
    evidence = [EvidenceDraft(draft.link[:200], link=draft.link)] if draft.link else []
    return report(
        draft.target,
        draft.found,
        by=by,
        at=at,
        ends_at=draft.ends_at,
        note=draft.note,
        evidence=evidence,
    )
