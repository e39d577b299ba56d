"""Rows are corrected and put aside; a document is directed, looked over and finished."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from sereno.documents import events
from sereno.documents.actions.refusals import (
    AlreadyDecided,
    CorrectsItself,
    LeftoversUnseen,
    RowsOpen,
    UnknownField,
)
from sereno.documents.models import Document, Item
from sereno.documents.rules.doubts import doubts_of
from sereno.documents.rules.money import asked_of
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.plans.models import Plan


@transaction.atomic
def correct(item: Item, field: str, text: str, *, by: Person, at: datetime) -> None:
    """Write a field as a person reads it; what the paper says stays beside it."""
    held = _open(item)
    if field not in held.fields and field not in asked_of(held.fields):
        raise UnknownField(field)
    said = held.fields.get(field, {"text": "", "value": None, "unit": "", "source": []})
    held.fields[field] = {**said, "corrected": text.strip(), "confidence": 1.0}
    held.doubts = [
        doubt
        for doubt in doubts_of(held.fields, repeats=held.repeats, findings=held.document.findings)
        if doubt["field"] != field or doubt["why"] == "personal"
    ]
    held.state = Item.State.DOUBTFUL if held.doubts else Item.State.PROPOSED
    held.reject = ""
    held.save(update_fields=["fields", "doubts", "state", "reject"])
    told = events.RowCorrected(row=subject_of(held), field=field)
    write(told, about=held.document, by=by, at=at)
    item.refresh_from_db()


@transaction.atomic
def put_aside(document: Document, items: Sequence[Item], *, by: Person, at: datetime) -> int:
    """These rows enter nothing; they stay to be read, and can be taken up again."""
    chosen = Item.objects.filter(pk__in=[item.pk for item in items], document=document)
    open_ones = chosen.exclude(state__in=[Item.State.ACCEPTED, Item.State.REFUSED])
    count = open_ones.update(state=Item.State.REFUSED, decided_at=at, decided_by=by)
    if count:
        write(events.RowsRefused(rows=count), about=document, by=by, at=at)
    return count


@transaction.atomic
def direct(
    document: Document,
    *,
    plan: Plan | None,
    year: int | None,
    month: int | None,
    corrects: Document | None,
    by: Person,
    at: datetime,
) -> None:
    """Say where the rows go, and which edition this one corrects."""
    if corrects is not None and corrects.pk == document.pk:
        raise CorrectsItself(document.pk)
    document.plan, document.year, document.month = plan, year, month
    document.corrects = corrects
    document.save(update_fields=["plan", "year", "month", "corrects"])
    told = events.DocumentDirected(
        plan=subject_of(plan) if plan else "",
        month=f"{year}-{month:02}" if year and month else "",
        corrects=subject_of(corrects) if corrects else "",
    )
    write(told, about=document, by=by, at=at, after=plan)


@transaction.atomic
def look_over(document: Document, *, by: Person, at: datetime) -> None:
    """Say that every word which no field had taken was looked at."""
    looked = Document.objects.filter(pk=document.pk, looked_at=None)
    if looked.update(looked_at=at, looked_by=by):
        document.refresh_from_db()
        seen = events.LeftoversLookedOver(pieces=len(document.unplaced))
        write(seen, about=document, by=by, at=at)


@transaction.atomic
def finish(document: Document, *, by: Person, at: datetime) -> None:
    """Nothing is left to decide: every row has its answer and every leftover was seen."""
    held = Document.objects.select_for_update().get(pk=document.pk)
    waiting = held.items.open().count()
    if waiting:
        raise RowsOpen(waiting)
    if held.unplaced and held.looked_at is None:
        raise LeftoversUnseen(len(held.unplaced))
    if held.state != Document.State.READ:
        raise AlreadyDecided(held.pk)
    held.state = Document.State.REVIEWED
    held.save(update_fields=["state"])
    write(events.DocumentReviewed(), about=held, by=by, at=at)
    document.refresh_from_db()


def _open(item: Item) -> Item:
    held = Item.objects.select_for_update(of=("self",)).select_related("document").get(pk=item.pk)
    if held.state in {Item.State.ACCEPTED, Item.State.REFUSED}:
        raise AlreadyDecided(held.pk)
    return held
