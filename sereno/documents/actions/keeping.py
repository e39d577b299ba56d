"""A document is kept as it came, read in the background, and sent back to be read otherwise."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from hashlib import sha256
from typing import Any

from django.core.files.base import ContentFile
from django.db import IntegrityError, models, transaction

from sereno.documents import events
from sereno.documents.actions.refusals import (
    AlreadyKept,
    NoColumns,
    NotRead,
    SomethingAccepted,
)
from sereno.documents.models import ColumnMapping, Document, Item
from sereno.documents.readers import kept
from sereno.documents.readers.reading import Reading
from sereno.documents.rules.doubts import doubts_of
from sereno.documents.rules.rows import Belongs, belongs
from sereno.logbook.actions import write
from sereno.people.models import Person

BATCH = 500
FORGOTTEN = timedelta(minutes=10)  # a reading that takes longer was cut off


@dataclass(frozen=True)
class Sheet:
    """What the format told besides: its name, its pages, its headings and the source to show."""

    format: str = ""
    pages: int = 0
    extra: Mapping[str, Any] = field(default_factory=dict)


@transaction.atomic
def keep(
    name: str, content: bytes, *, kind: str = "", begun: bool = False, by: Person, at: datetime
) -> Document:
    """Keep a file whatever it is; raises ``AlreadyKept`` where the same bytes stand.

    ``kind`` is what a person says that it is; else it is recognised. ``begun`` is for a hand that
    reads it at once: the watch of a house that is running leaves it alone.
    """
    seal = sha256(content).hexdigest()
    before = Document.objects.filter(sha256=seal).first()
    if before:
        raise AlreadyKept(before.pk)
    document = Document(
        name=name[-200:] or seal[:12],
        sha256=seal,
        size=len(content),
        wanted_kind=kind,
        state=Document.State.READING if begun else Document.State.WAITING,
        begun_at=at if begun else None,
        kept_at=at,
        kept_by=by,
    )
    place = f"documents/{seal[:2]}/{seal}"
    storage = document.file.storage
    document.file.name = (
        place if storage.exists(place) else storage.save(place, ContentFile(content))
    )
    try:
        with transaction.atomic():
            document.save(force_insert=True)
    except IntegrityError as problem:
        raise AlreadyKept(Document.objects.get(sha256=seal).pk) from problem
    write(events.DocumentKept(sha256=seal), about=document, by=by, at=at)
    return document


def begin(*, at: datetime) -> Document | None:
    """Take the oldest that waits, or one whose reading was cut off; only one hand gets it."""
    cut_off = models.Q(state=Document.State.READING, begun_at__lt=at - FORGOTTEN)
    waits = models.Q(state=Document.State.WAITING) | cut_off
    for document in Document.objects.filter(waits).order_by("kept_at", "pk")[:10]:
        mine = Document.objects.filter(waits, pk=document.pk)
        if mine.update(state=Document.State.READING, begun_at=at):
            document.refresh_from_db()
            return document
    return None


def forget_begun() -> int:
    """After a stop: what was being read waits again."""
    return Document.objects.filter(state=Document.State.READING).update(
        state=Document.State.WAITING
    )


@transaction.atomic
def keep_reading(document: Document, reading: Reading, sheet: Sheet, *, at: datetime) -> None:
    """Keep what was read, row by row, with the doubts about each.

    A row that can become nothing, such as the institution of a data set or the signatures of a
    report, waits for no decision: it is shown beside the others.
    """
    held = Document.objects.select_for_update().get(pk=document.pk)
    if held.items.accepted().exists():
        raise SomethingAccepted(held.pk)
    held.items.all().delete()
    rest = kept.rest_kept(reading) | dict(sheet.extra) | {"beside": []}
    held.kind, held.score, held.because = reading.kind, reading.score, reading.because[:300]
    held.format, held.pages, held.rest = sheet.format, sheet.pages, rest
    held.state, held.code, held.says, held.read_at = Document.State.READ, "", "", at
    held.looked_at, held.looked_by = None, None
    items = []
    for number, table in enumerate(reading.tables):
        for place, row in enumerate(table.rows):
            fields = kept.row_kept(row)
            if belongs(fields, reading.kind) is Belongs.NOTHING:
                rest["beside"].append({"title": table.title, "fields": fields})
                continue
            doubts = doubts_of(
                fields, repeats=row.repeats, findings=rest["findings"], notes=row.notes
            )
            items.append(
                Item(
                    document=held,
                    table=number,
                    row=place,
                    title=table.title[:300],
                    fields=fields,
                    read=fields,
                    repeats=row.repeats,
                    doubts=doubts,
                    state=Item.State.DOUBTFUL if doubts else Item.State.PROPOSED,
                )
            )
    held.save()
    Item.objects.bulk_create(items, batch_size=BATCH)
    told = events.DocumentParsed(kind=reading.kind, rows=len(items), findings=len(reading.findings))
    write(told, about=held, by=None, at=at)
    document.refresh_from_db()


@transaction.atomic
def keep_refusal(document: Document, code: str, says: str, *, at: datetime) -> None:
    """It could not be read: the file stays, and the sentence says what to do."""
    if document.items.accepted().exists():
        raise SomethingAccepted(document.pk)
    Document.objects.filter(pk=document.pk).update(
        state=Document.State.REFUSED, code=code[:40], says=says, read_at=at
    )
    document.refresh_from_db()
    write(events.DocumentRejected(code=code[:40]), about=document, by=None, at=at)


@transaction.atomic
def read_again(document: Document, *, kind: str = "", by: Person, at: datetime) -> None:
    """Have it read again, as a kind that a person chose where one did."""
    held = Document.objects.select_for_update().get(pk=document.pk)
    if held.is_on_its_way:
        raise NotRead(held.pk)
    if held.items.accepted().exists():
        raise SomethingAccepted(held.pk)
    held.wanted_kind, held.state, held.begun_at = kind, Document.State.WAITING, None
    held.save(update_fields=["wanted_kind", "state", "begun_at"])
    write(events.RereadingAsked(kind=kind), about=held, by=by, at=at)
    document.refresh_from_db()


@transaction.atomic
def map_columns(
    document: Document,
    signature: str,
    columns: Mapping[str, str],
    *,
    by: Person,
    at: datetime,
) -> ColumnMapping:
    """Remember which field each column of such a table is, and read the document with it."""
    named = {heading: field for heading, field in columns.items() if field}
    if not named or not signature.strip(" |"):
        raise NoColumns(signature)
    mapping, _new = ColumnMapping.objects.update_or_create(
        signature=signature, defaults={"columns": named, "kept_at": at, "kept_by": by}
    )
    write(events.ColumnsMapped(columns=len(named)), about=mapping, by=by, at=at, after=document)
    read_again(document, by=by, at=at)
    return mapping
