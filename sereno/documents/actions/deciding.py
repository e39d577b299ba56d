"""Rows are corrected, put aside and undone; a document is directed, looked over and finished."""

from collections.abc import Sequence
from datetime import datetime

from django.apps import apps
from django.db import models, transaction

from sereno.documents import events
from sereno.documents.actions.refusals import (
    AlreadyDecided,
    CannotUndo,
    CorrectsItself,
    LeftoversUnseen,
    NotAccepted,
    RowsOpen,
    UnknownField,
)
from sereno.documents.models import Document, Item, Origin
from sereno.documents.rules.doubts import doubts_of
from sereno.logbook.actions import subject_of, write
from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.models import Component, Indicator, Objective, Plan, Project, Target
from sereno.results import actions as results
from sereno.results.models import Measurement

PARTS: dict[str, type[models.Model]] = {
    "component": Component,
    "objective": Objective,
    "project": Project,
    "indicator": Indicator,
    "target": Target,
}


@transaction.atomic
def correct(item: Item, field: str, text: str, *, by: Person, at: datetime) -> None:
    """Write a field as a person reads it; what the paper says stays beside it."""
    held = _open(item)
    if field not in held.fields:
        raise UnknownField(field)
    held.fields[field] = {**held.fields[field], "corrected": text.strip(), "confidence": 1.0}
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
def undo(item: Item, *, by: Person, at: datetime) -> None:
    """Take out what the row had become, or take it up again where it had been put aside."""
    held = Item.objects.select_for_update().select_related("document").get(pk=item.pk)
    if held.state not in {Item.State.ACCEPTED, Item.State.REFUSED}:
        raise NotAccepted(held.pk)
    was = held.became
    if held.state == Item.State.ACCEPTED:
        for subject in reversed(held.made):
            _take_out(subject, by=by, at=at)
        Origin.objects.filter(item=held).delete()
        held.state, held.became, held.made = Item.State.UNDONE, "", []
    else:
        held.state = Item.State.DOUBTFUL if held.doubts else Item.State.PROPOSED
    held.decided_at, held.decided_by, held.is_unreviewed = at, by, False
    held.save()
    write(events.RowReopened(was=was), about=held.document, by=by, at=at)
    item.refresh_from_db()


def _take_out(subject: str, *, by: Person, at: datetime) -> None:
    """A part of a draft goes; a measurement is withdrawn; all else stands on its own by now."""
    kind, _colon, key = subject.partition(":")
    try:
        with transaction.atomic():
            if kind == "measurement":
                draft = Measurement.objects.get(pk=key)
                results.return_(draft, because="Se deshizo su lectura.", by=by, at=at)
            elif kind in PARTS:
                _remove(PARTS[kind], int(key), by=by, at=at)
            else:
                raise CannotUndo(subject)
    except (planning.PartInUse, planning.PlanIsPublished, results.AlreadyDecided) as problem:
        raise CannotUndo(subject) from problem


def _remove(model: type[models.Model], key: int, *, by: Person, at: datetime) -> None:
    """A component or an objective that other rows use by now stays with them."""
    part = apps.get_model(model._meta.label)._default_manager.filter(pk=key).first()
    if part is None:
        return
    shared = isinstance(part, Component | Objective | Project) and _holds(part)
    if not shared:
        planning.remove(part, by=by, at=at)


def _holds(part: Component | Objective | Project) -> bool:
    if isinstance(part, Component):
        return part.objectives.exists()
    if isinstance(part, Objective):
        return part.projects.exists()
    return part.indicators.exists()


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
