"""What cannot be signed says so by name, and nothing is kept of it."""

from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from sereno.reports import actions
from sereno.reports.actions import Proposal
from sereno.reports.models import Edition, SignedCopy
from sereno.reports.rules.document import Document
from sereno.reports.rules.signing import Act, Signed
from tests.reports import story
from tests.reports.conftest import Council
from tests.reports.formats import chain
from tests.reports.formats.stage import document

NOW = datetime.now(UTC)


def put(_document: Document, before: bytes, act: Act) -> Signed:
    return Signed(before + act.value.encode(), "Carmen", "0" * 64)


@pytest.fixture
def edition(council: Council, settings: Any, tmp_path: Path) -> Edition:
    settings.MEDIA_ROOT = tmp_path
    story.answered(1, by="person:1")
    first, last = date(2026, 1, 1), date(2026, 12, 31)
    return actions.prepare(
        lambda: Proposal("narrative", "informe", first, last, chain.signable()),
        by=council.carmen,
        at=NOW,
    )


def test_each_signature_is_put_on_the_one_before(edition: Edition, council: Council) -> None:
    for who in (council.carmen, council.jorge, council.marta):
        actions.sign_edition(edition, put, by=who, at=NOW)
    with edition.signed_copies.get(act="aprobado").file.open("rb") as kept:
        assert kept.read() == b"elaboradorevisadoaprobado"
    with pytest.raises(actions.AllSigned):
        actions.sign_edition(edition, put, by=council.ana, at=NOW)


def test_nobody_signs_twice(edition: Edition, council: Council) -> None:
    actions.sign_edition(edition, put, by=council.carmen, at=NOW)
    with pytest.raises(actions.SignedBefore):
        actions.sign_edition(edition, put, by=council.carmen, at=NOW)


def test_a_returned_edition_is_not_signed(edition: Edition, council: Council) -> None:
    actions.return_edition(edition, "Falta algo", by=council.marta, at=NOW)
    with pytest.raises(actions.WasReturned):
        actions.sign_edition(edition, put, by=council.carmen, at=NOW)


def test_an_edition_whose_text_was_changed_is_not_signed(
    edition: Edition, council: Council
) -> None:
    Edition.objects.filter(pk=edition.pk).update(content=document().text)
    with pytest.raises(actions.SealBroken):
        actions.sign_edition(edition, put, by=council.carmen, at=NOW)
    assert not SignedCopy.objects.exists()
