"""A record or a link is kept, and another person says whether it works."""

from datetime import datetime
from hashlib import sha256

from django.core.exceptions import ValidationError
from django.core.files.base import ContentFile
from django.core.validators import URLValidator
from django.db import transaction

from sereno.assemblies import events
from sereno.assemblies.actions.refusals import (
    AlreadyDecided,
    NotAProof,
    NothingSaid,
    PhaseIsClosed,
    SamePerson,
)
from sereno.assemblies.models import ClosedPhase, Proof, StepRecord
from sereno.assemblies.rules.drafts import ProofDraft
from sereno.assemblies.rules.proof import fault
from sereno.logbook.actions import in_time, subject_of, write
from sereno.people.models import Person

_is_address = URLValidator(schemes=["http", "https"])


@transaction.atomic
def add_proof(
    draft: ProofDraft, *, by: Person, at: datetime, step: StepRecord | None = None
) -> Proof:
    """Keep a link, or a PDF under its SHA-256, so that nothing can take its place.

    Refuses ``NothingSaid``, ``NotAProof``, and ``PhaseIsClosed`` where the step's phase is.
    """
    if not draft.title.strip():
        raise NothingSaid("title")
    if (draft.file is None) == (not draft.link):
        raise NotAProof
    if step is not None:
        in_open_phase(step)
    proof = Proof(title=draft.title.strip(), step=step, added_at=at, added_by=by)
    if draft.file is None:
        try:
            _is_address(draft.link)
        except ValidationError as problem:
            raise NotAProof from problem
        proof.link = draft.link
    else:
        _hold(proof, draft.file)
    proof.save(force_insert=True)
    write(events.ProofAdded(sha256=proof.sha256), about=proof, by=by, at=at, after=step)
    return proof


@transaction.atomic
def verify_proof(proof: Proof, *, works: bool, by: Person, at: datetime) -> None:
    """Say that it was opened, and whether it is what it says. Never by who put it there."""
    held = Proof.objects.select_for_update().get(pk=proof.pk)
    if held.added_by_id == by.pk:
        raise SamePerson("proof")
    in_time(at=at, after=held.added_at)
    if held.step is not None:
        in_open_phase(held.step)
    moment = {"verified_at": at} if works else {"rejected_at": at}
    waiting = Proof.objects.filter(pk=proof.pk, verified_at=None, rejected_at=None)
    if not waiting.update(opened_by=by, **moment):
        raise AlreadyDecided(subject_of(proof))
    proof.refresh_from_db()
    said = events.ProofVerified() if works else events.ProofRejected()
    write(said, about=proof, by=by, at=at)


def in_open_phase(record: StepRecord) -> None:
    """Hold the process still, and see that nobody closed the phase of this step."""
    type(record.process).objects.select_for_update().get(pk=record.process_id)
    phase = record.step.phase
    if ClosedPhase.objects.filter(process=record.process_id, phase=phase).exists():
        raise PhaseIsClosed(phase)


def _hold(proof: Proof, content: bytes) -> None:
    wrong = fault(content)
    if wrong is not None:
        raise NotAProof(wrong)
    proof.sha256 = sha256(content).hexdigest()
    name = f"records/{proof.sha256[:2]}/{proof.sha256}.pdf"
    storage = proof.file.storage
    if not storage.exists(name):
        name = storage.save(name, ContentFile(content))
    proof.file.name = name
