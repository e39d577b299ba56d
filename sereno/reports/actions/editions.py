"""An edition is prepared by one person and published by another; a later one corrects it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime
from itertools import chain, count

from django.db import transaction
from django.utils import timezone

from sereno.logbook.actions import Backdated, in_time, subject_of, write
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.reports import events
from sereno.reports.actions.figures import NoReason, OwnWork
from sereno.reports.models import Edition, TemplateChoice
from sereno.reports.rules.document import Document


class OneWaits(Exception):
    """An edition of this document and period is already prepared: decide on that one first."""


class NotWaiting(Exception):
    """It was published or sent back in the meantime."""


class NothingPublishedYet(Exception):
    """The logbook is empty: there is nothing to freeze."""


class SealBroken(Exception):
    """Its text is not what was sealed when it was prepared."""


class MustBeMended(Exception):
    """Something in it must not be published: personal data, or a row of another length."""


class NotComplete(Exception):
    """A text that the document needs was not written yet, or a pasted row does not fit."""


EDITION_REFUSALS = (
    Backdated,
    NotComplete,
    OneWaits,
    NotWaiting,
    NothingPublishedYet,
    SealBroken,
    MustBeMended,
    NoReason,
    OwnWork,
)


@dataclass(frozen=True)
class Proposal:
    """What is to be frozen: a document without its line, and the period it speaks of.

    ``barred`` are the faults, in codes, for which it may not be published at all; ``lacks`` what
    it needs and does not have. ``subject`` is what it is about, where a period does not say it.
    """

    kind: str
    slug: str
    starts_on: date
    ends_on: date
    document: Document
    barred: tuple[str, ...] = ()
    subject: str = ""
    lacks: tuple[str, ...] = ()


@transaction.atomic
def prepare(
    propose: Callable[[], Proposal], *, by: Person, at: datetime, because: str = ""
) -> Edition:
    """Freeze a document at the newest line of the logbook.

    ``propose`` is called inside the transaction, so that no line lies between what the document
    says and the line it names. Where one was published before, this one corrects it and says why.
    """
    proposal = propose()
    if proposal.lacks:
        raise NotComplete("; ".join(proposal.lacks))
    if proposal.barred:
        raise MustBeMended(", ".join(proposal.barred))
    newest = Entry.objects.order_by("-number").first()
    if newest is None:
        raise NothingPublishedYet(proposal.slug)
    same = Edition.objects.filter(
        kind=proposal.kind,
        subject=proposal.subject,
        starts_on=proposal.starts_on,
        ends_on=proposal.ends_on,
    )
    if same.waiting().exists():
        raise OneWaits(proposal.slug)
    before = same.in_force().order_by("-published_at").first()
    if before and not because.strip():
        raise NoReason(before.slug)
    document = replace(
        proposal.document,
        on=f"{timezone.localtime(at):%d/%m/%Y %H:%M}",
        line=newest.number,
        line_seal=newest.seal,
        corrects=before.slug if before else "",
        correction_note=because.strip() if before else "",
        template=_template(proposal.kind),
    )
    edition = Edition(
        kind=proposal.kind,
        subject=proposal.subject,
        slug=_slug(proposal.slug),
        title=document.title,
        starts_on=proposal.starts_on,
        ends_on=proposal.ends_on,
        content=document.text,
        seal=document.seal,
        line=newest.number,
        prepared_at=at,
        prepared_by=by,
        corrects=before,
        correction_note=document.correction_note,
    )
    edition.save(force_insert=True)
    write(events.EditionPrepared(seal=edition.seal), about=edition, by=by, at=at)
    return edition


@transaction.atomic
def publish_edition(edition: Edition, *, by: Person, at: datetime) -> None:
    """Let anyone read it, from now on and at the same address for good."""
    _held(edition)
    if by.pk == edition.prepared_by_id:
        raise OwnWork(edition.slug)
    in_time(at=at, after=edition.prepared_at)
    if not edition.is_whole:
        raise SealBroken(edition.slug)
    edition.published_at, edition.published_by = at, by
    edition.save(update_fields=["published_at", "published_by"])
    corrects = subject_of(edition.corrects) if edition.corrects else ""
    write(
        events.EditionPublished(seal=edition.seal, corrects=corrects), about=edition, by=by, at=at
    )


@transaction.atomic
def return_edition(edition: Edition, because: str, *, by: Person, at: datetime) -> None:
    """Send it back with a reason; it stays, and another may be prepared."""
    if not because.strip():
        raise NoReason(edition.slug)
    _held(edition)
    in_time(at=at, after=edition.prepared_at)
    edition.returned_at, edition.returned_by = at, by
    edition.returned_because = because.strip()
    edition.save(update_fields=["returned_at", "returned_by", "returned_because"])
    write(events.EditionReturned(), about=edition, by=by, at=at)


def _held(edition: Edition) -> None:
    """Hold the row, and look at it as it stands now."""
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    if edition.published_at or edition.returned_at:
        raise NotWaiting(edition.slug)


def _template(kind: str) -> str:
    """The seal of the Word template that the document is drawn with; none is the house's own."""
    standing = TemplateChoice.objects.standing(kind).select_related("template").first()
    return standing.template.sha256 if standing and standing.template else ""


def _slug(slug: str) -> str:
    """The address of the edition: nobody else's, also where two documents have like names."""
    taken = set(Edition.objects.filter(slug__startswith=slug).values_list("slug", flat=True))
    numbered = (f"{slug}-{number}" for number in count(2))
    return next(each for each in chain([slug], numbered) if each not in taken)
