"""A photograph is kept twice: as it was taken, for whoever checks, and as the public sees it."""

from decimal import Decimal
from hashlib import sha256

import pytest
from django.core.files.base import ContentFile

from sereno.results import actions
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.models import Evidence
from sereno.results.rules.evidence import NotEvidence
from sereno.verify import evidence
from tests.results.conftest import NOON, Council, Promise
from tests.results.rules.test_photographs import SECRET, photograph


def test_the_public_gets_a_copy_of_a_photograph_and_the_original_stays_apart(
    council: Council, promise: Promise
) -> None:
    taken = photograph()
    kept = actions.report(promise(), Report(value=Decimal(4)), by=council.carmen, at=NOON)
    shown = actions.add_evidence(
        kept, EvidenceDraft("Patrulla", file=taken), by=council.carmen, at=NOON
    )
    with shown.public_file.open("rb") as opened:
        public = opened.read()
    with shown.file.open("rb") as opened:
        assert opened.read() == taken
    assert shown.sha256 == sha256(taken).hexdigest()
    assert shown.public_sha256 == sha256(public).hexdigest() != shown.sha256
    assert str(shown.public_file.name).startswith("public/")
    assert SECRET in taken
    assert SECRET not in public


def test_a_photograph_that_cannot_be_drawn_is_no_evidence(
    council: Council, promise: Promise
) -> None:
    kept = actions.report(promise(), Report(value=Decimal(4)), by=council.carmen, at=NOON)
    broken = EvidenceDraft("Rota", file=b"\xff\xd8\xff\xe0rest")
    with pytest.raises(NotEvidence):
        actions.add_evidence(kept, broken, by=council.carmen, at=NOON)
    assert not kept.evidence.exists()


def test_a_public_copy_that_was_exchanged_is_named(council: Council, promise: Promise) -> None:
    kept = actions.report(promise(), Report(value=Decimal(4)), by=council.carmen, at=NOON)
    draft = EvidenceDraft("Patrulla", file=photograph(48, 24))
    shown = actions.add_evidence(kept, draft, by=council.carmen, at=NOON)
    assert list(evidence.faults()) == []
    other = photograph(32, 24)
    shown.public_file.storage.delete(str(shown.public_file.name))
    shown.public_file.storage.save(str(shown.public_file.name), ContentFile(other))
    assert "no es el que se entregó" in str(next(evidence.faults()))
    Evidence.objects.filter(pk=shown.pk).update(public_sha256=sha256(other).hexdigest())
    assert "copia pública" in str(next(evidence.faults()))
