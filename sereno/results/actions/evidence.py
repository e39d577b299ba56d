"""A file or a link is put beside a measurement that nobody has reviewed yet."""

from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import URLValidator
from django.db import transaction

from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.results import events
from sereno.results.actions.refusals import AlreadyDecided, NotAFileNorALink
from sereno.results.models import Evidence, Measurement
from sereno.results.rules.evidence import (
    ENDINGS,
    JPEG,
    PHOTOGRAPHS,
    NotEvidence,
    Refusal,
    media_type,
)
from sereno.results.rules.photographs import NotAPhotograph, public_copy

_is_address = URLValidator(schemes=["http", "https"])


@dataclass(frozen=True)
class EvidenceDraft:
    """What shows that a number is right: the bytes of a file, or an address."""

    title: str
    file: bytes | None = None
    link: str = ""


@transaction.atomic
def add_evidence(
    measurement: Measurement, draft: EvidenceDraft, *, by: Person, at: datetime
) -> Evidence:
    """Keep a file under its own SHA-256, so that nothing can take its place, or an address.

    Refuses by name: ``NotAFileNorALink``, ``rules.evidence.NotEvidence`` with its reason, and
    ``AlreadyDecided`` once someone has reviewed, approved or returned the number.
    """
    if not Measurement.objects.select_for_update().to_review().filter(pk=measurement.pk).exists():
        raise AlreadyDecided(measurement.pk)
    return attach(measurement, draft, by=by, at=at)


def attach(measurement: Measurement, draft: EvidenceDraft, *, by: Person, at: datetime) -> Evidence:
    """Keep it beside a measurement that is known to be open."""
    evidence = held(measurement, draft, by=by, at=at)
    evidence.save(force_insert=True)
    write(added(evidence), about=evidence, by=by, at=at, after=measurement)
    return evidence


def held(measurement: Measurement, draft: EvidenceDraft, *, by: Person, at: datetime) -> Evidence:
    """Evidence with its file in place and no row yet, refused where it is neither of the two."""
    if (draft.file is None) == (not draft.link):
        raise NotAFileNorALink
    evidence = Evidence(
        measurement=measurement, title=draft.title, link=draft.link, added_at=at, added_by=by
    )
    if draft.file is None:
        try:
            _is_address(draft.link)
        except ValidationError as problem:
            raise NotAFileNorALink from problem
    else:
        _hold(evidence, draft.file)
    return evidence


def added(evidence: Evidence) -> events.EvidenceAdded:
    return events.EvidenceAdded(sha256=evidence.sha256, public=evidence.public_sha256)


def _hold(evidence: Evidence, content: bytes) -> None:
    evidence.media_type = media_type(content)
    shown = _shown(content) if evidence.media_type in PHOTOGRAPHS else b""
    evidence.sha256, evidence.file.name = _kept(evidence, content, ENDINGS[evidence.media_type])
    if shown:
        seal, name = _kept(evidence, shown, ENDINGS[JPEG], folder="public/")
        evidence.public_sha256, evidence.public_file.name = seal, name


def _shown(content: bytes) -> bytes:
    """What the public will see of a photograph; one that cannot be drawn is no evidence."""
    try:
        return public_copy(content)
    except NotAPhotograph as problem:
        raise NotEvidence(Refusal.NOT_A_PHOTOGRAPH) from problem


def _kept(evidence: Evidence, content: bytes, ending: str, *, folder: str = "") -> tuple[str, str]:
    """The SHA-256 of the bytes and the name of the file that holds them."""
    seal = sha256(content).hexdigest()
    name = f"{folder}{seal[:2]}/{seal}.{ending}"
    storage = evidence.file.storage
    return seal, name if storage.exists(name) else storage.save(name, ContentFile(content))
