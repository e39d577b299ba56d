"""An edition is signed three times, each by another person, with a certificate nobody keeps."""

from collections.abc import Callable
from datetime import datetime
from hashlib import sha256

from django.core.files.base import ContentFile
from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.reports import events
from sereno.reports.actions.editions import SealBroken
from sereno.reports.models import Edition, SignedCopy
from sereno.reports.rules.document import Document
from sereno.reports.rules.signing import Act, Signed, following


class AllSigned(Exception):
    """The three signatures are there already."""


class SignedBefore(Exception):
    """This person signed the edition for another act."""


class WasReturned(Exception):
    """An edition that was sent back is not signed."""


SIGNING_REFUSALS = (AllSigned, SignedBefore, WasReturned, SealBroken)
Put = Callable[[Document, bytes, Act], Signed]


@transaction.atomic
def sign_edition(edition: Edition, put: Put, *, by: Person, at: datetime) -> SignedCopy:
    """Keep the PDF with the signature whose turn it is, beside the drawn one.

    ``put`` makes it of the document, the PDF signed before and the act.
    """
    edition.refresh_from_db(from_queryset=Edition.objects.select_for_update())
    if edition.returned_at:
        raise WasReturned(edition.slug)
    if not edition.is_whole:
        raise SealBroken(edition.slug)
    before = list(edition.signed_copies.all())
    act = following({copy.act for copy in before})
    if act is None:
        raise AllSigned(edition.slug)
    if any(copy.signed_by_id == by.pk for copy in before):
        raise SignedBefore(edition.slug)
    signed = put(edition.document, _content(before[-1]) if before else b"", act)
    copy = SignedCopy(
        edition=edition,
        act=act.value,
        name=signed.name,
        fingerprint=signed.fingerprint,
        sha256=sha256(signed.content).hexdigest(),
        signed_at=at,
        signed_by=by,
    )
    _hold(copy, signed.content)
    copy.save(force_insert=True)
    write(
        events.EditionSigned(act=act.value, sha256=copy.sha256, certificate=copy.fingerprint),
        about=edition,
        by=by,
        at=at,
    )
    return copy


def _content(copy: SignedCopy) -> bytes:
    with copy.file.open("rb") as file:
        content: bytes = file.read()
    return content


def _hold(copy: SignedCopy, content: bytes) -> None:
    name = f"signed/{copy.sha256[:2]}/{copy.sha256}.pdf"
    storage = copy.file.storage
    if not storage.exists(name):
        name = storage.save(name, ContentFile(content))
    copy.file.name = name
