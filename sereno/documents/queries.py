"""A document as it is reviewed: what waits, what is doubtful, where a thing comes from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Q, QuerySet
from django.utils.translation import gettext

from sereno.documents.models import Document, Item, Origin
from sereno.documents.rules.doubts import touches, where
from sereno.documents.rules.editions import Change, Edition, compare, is_edition_of
from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.territory.models import Parish

OPEN = Q(items__state__in=[Item.State.PROPOSED, Item.State.DOUBTFUL])


def listed() -> QuerySet[Document]:
    """Every document, the newest first, with how many rows wait and how many entered."""
    return (
        Document.objects.defer("rest")
        .order_by("-kept_at", "-pk")
        .select_related("kept_by", "plan")
        .annotate(
            waiting=Count("items", filter=OPEN),
            entered=Count("items", filter=Q(items__state=Item.State.ACCEPTED)),
        )
    )


@tells("documents:list")
def waits_for(person: Person, _today: date) -> list[str] | None:
    """How many documents this person may review, in words for the start page."""
    if not person.may("document.accept"):
        return None
    count = Document.objects.filter(state=Document.State.READ).count()
    return [gettext("%(count)d por revisar") % {"count": count}] if count else []


def doubtful_first(document: Document, shown: str) -> QuerySet[Item]:
    """The rows of a tab; those that wait with the doubtful before the others."""
    items = document.items.select_related("decided_by")
    if shown == "entraron":
        return items.filter(state=Item.State.ACCEPTED).in_order()
    if shown == "descartadas":
        return items.filter(state__in=[Item.State.REFUSED, Item.State.UNDONE]).in_order()
    if shown == "todas":
        return items.in_order()
    return items.open().order_by("state", "table", "row")


def counts(document: Document) -> dict[str, int]:
    found = document.items.values_list("state").annotate(count=Count("pk"))
    told = dict(found)
    waiting = told.get("proposed", 0) + told.get("doubtful", 0)
    return {
        "deciden": waiting,
        "dudosas": told.get("doubtful", 0),
        "sin_dudas": told.get("proposed", 0),
        "entraron": told.get("accepted", 0),
        "descartadas": told.get("refused", 0) + told.get("undone", 0),
        "todas": sum(told.values()),
    }


def findings_of(item: Item, findings: Sequence[dict[str, Any]]) -> dict[str, list[dict[str, Any]]]:
    """What is wrong with each field of a row, as the document's own findings say it."""
    return {
        name: [finding for finding in findings if touches(finding, field)]
        for name, field in item.fields.items()
    }


def origins_of(subject: str) -> QuerySet[Origin]:
    """The words a thing of the plan was made of, with the document they stand in."""
    return Origin.objects.filter(subject=subject).select_related("item__document__kept_by")


@dataclass(frozen=True)
class Edited:
    """A row that changed between two editions, with the rows themselves."""

    change: Change
    before: Item | None
    now: Item | None

    @property
    def applies(self) -> bool:
        """Whether there is something to choose: a change of a row that entered, or a new one."""
        return self.change.what in {Edition.CHANGED, Edition.NEW} and bool(
            self.now and self.now.is_open
        )


def editions(document: Document) -> list[Edited]:
    """What a corrected edition says otherwise than what was accepted of the one before."""
    if document.corrects is None:
        return []
    before = list(document.corrects.items.accepted().in_order())
    now = [item for item in document.items.in_order() if item.repeats is None]
    found = compare([item.fields for item in before], [item.fields for item in now])
    return [
        Edited(
            change,
            None if change.before is None else before[change.before],
            None if change.now is None else now[change.now],
        )
        for change in found
    ]


def likely_correction(document: Document) -> Document | None:
    """An earlier document of the same kind and headings with rows that entered."""
    earlier = Document.objects.filter(kind=document.kind, kept_at__lt=document.kept_at)
    for other in earlier.exclude(pk=document.pk).order_by("-kept_at")[:20]:
        if is_edition_of(document.headings, other.headings) and other.items.accepted().exists():
            return other
    return None


@dataclass(frozen=True)
class Mark:
    """A rectangle on a page, in the page's own points, with the field it belongs to."""

    field: str
    left: float
    top: float
    width: float
    height: float


def pages_of(item: Item) -> list[int]:
    found = {
        place["page"]
        for field in item.fields.values()
        for place in field["source"]
        if place.get("page")
    }
    return sorted(found)


def marks_of(item: Item, page: int) -> list[Mark]:
    """The boxes of a row's fields on one page."""
    marks = []
    for name, field in item.fields.items():
        for place in field["source"]:
            if place.get("page") == page and place.get("box"):
                left, top, right, bottom = place["box"]
                marks.append(Mark(name, left, top, right - left, bottom - top))
    return marks


def around(item: Item, source: Sequence[dict[str, Any]]) -> list[list[dict[str, Any]]]:
    """The rows of the source table about the one that most fields stand in, their cells marked."""
    cells = {where(place): name for name, field in item.fields.items() for place in field["source"]}
    best: list[list[dict[str, Any]]] = []
    most, middle = 0, 0
    for block in source:
        rows = block.get("rows", [])
        for number, row in enumerate(rows):
            hits = sum(where(cell["place"]) in cells for cell in row)
            if hits > most:
                best, most, middle = rows, hits, number
    chosen = sorted({0, *range(max(0, middle - 2), min(len(best), middle + 3))}) if best else []
    return [
        [
            {"text": cell["text"], "field": cells.get(where(cell["place"]), "")}
            for cell in best[number]
        ]
        for number in chosen
    ]


def territory() -> dict[str, int]:
    """How many parishes the canton has of each kind, in the words that documents use."""
    spoken = (
        ("parroquias urbanas", Parish.Kind.URBAN),
        ("parroquias rurales", Parish.Kind.RURAL),
    )
    counts = {words: Parish.objects.filter(kind=kind).count() for words, kind in spoken}
    return {words: count for words, count in counts.items() if count}
