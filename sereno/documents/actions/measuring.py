"""What a report says was done becomes a measurement draft, with the document as its evidence."""

from datetime import datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from sereno.documents.actions.refusals import Rejected
from sereno.documents.models import Document
from sereno.documents.rules import sheet
from sereno.documents.rules.rows import plain
from sereno.documents.rules.values import Fields, number, said, words
from sereno.logbook.actions import subject_of
from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.plans.rules import Kind
from sereno.results import actions as results
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.queries import targets
from sereno.results.rules.evidence import NotEvidence, media_type
from sereno.web.personal import without
from sereno.web.rules import Absent

DONE = ("executed", "achieved", "progress", "percent", "result")
UNKNOWN = frozenset({"informacion no disponible", "sin dato", "no disponible"})


def tell(document: Document, fields: Fields, *, by: Person, at: datetime) -> list[str]:
    """Report it against the published target it names; it still waits for its two people."""
    target = _target(document, words(fields, "indicator"), at=at)
    ends_at = None
    if document.year:
        last = datetime.combine(
            target.ends_on + timedelta(days=1), time(), timezone.get_current_timezone()
        )
        ends_at = min(last, at)
    measurement = results.report(
        target,
        _found(target, fields),
        by=by,
        at=at,
        ends_at=ends_at,
        note=words(fields, "note", "result"),
        evidence=[_evidence(document, fields)],
    )
    return [subject_of(measurement)]


def _evidence(document: Document, fields: Fields) -> EvidenceDraft:
    """The document itself; of a format that is no evidence, the words of the row as a table."""
    with document.file.open("rb") as file:
        content = file.read()
    try:
        media_type(content)
    except NotEvidence:
        told = [(name, without(said(field))) for name, field in fields.items() if said(field)]
        head = ("documento", document.name), ("sha256", document.sha256)
        content = sheet.written([*head, *told]).encode()
    return EvidenceDraft(title=document.name, file=content)


def _target(document: Document, indicator: str, *, at: datetime) -> Target:
    """The one target of a published plan with this indicator whose period the report falls into."""
    name = plain(indicator)
    day = timezone.localdate(at)
    year = document.year or day.year
    found = [
        target
        for target in targets().filter(
            indicator__project__objective__component__plan__published_at__isnull=False,
            starts_on__year__lte=year,
            ends_on__year__gte=year,
        )
        if plain(target.indicator.name) == name
    ]
    if not found:
        raise Rejected("progress", "no_target", text=indicator)
    if len(found) > 1:
        raise Rejected("progress", "several_targets", text=indicator)
    return found[0]


def _found(target: Target, fields: Fields) -> Report:
    told = " ".join(plain(said(fields.get(name))) for name in DONE)
    if any(word in told for word in UNKNOWN):
        return Report(absent=Absent.UNKNOWN)
    if "no aplica" in told:
        return Report(absent=Absent.NOT_APPLICABLE)
    value = number(fields, *DONE)
    if value is None:
        raise Rejected("progress", "no_number", text=words(fields, *DONE))
    if target.kind == Kind.MILESTONE:
        return Report(achieved=value >= Decimal(100))
    if target.is_told_by_parts:
        part, whole = number(fields, "numerator", "part"), number(fields, "denominator", "whole")
        if part is None or whole is None:
            raise Rejected("progress", "no_parts", text=str(value))
        return Report(part=part, whole=whole)
    return Report(value=value)
