"""A photograph is kept twice: as it was taken, for whoever checks, and as the public sees it."""

from decimal import Decimal
from hashlib import sha256

import pytest

from sereno.results import actions
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.rules.evidence import NotEvidence
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
