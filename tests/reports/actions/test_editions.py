"""An edition is frozen by one person, published by another, and corrected by a later one."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from sereno.logbook.actions import Backdated
from sereno.logbook.models import Entry
from sereno.reports import actions
from sereno.reports.actions import Proposal
from sereno.reports.models import Edition
from tests.reports import story
from tests.reports.conftest import Council
from tests.reports.formats.stage import document

NOON = datetime(2026, 11, 24, 17, tzinfo=UTC)


def proposal(rows: int = 3) -> Proposal:
    return Proposal(
        kind="transparency",
        slug="transparencia-2026-10",
        starts_on=date(2026, 10, 1),
        ends_on=date(2026, 10, 31),
        document=document(rows),
    )


@pytest.fixture
def prepared(council: Council) -> Edition:
    story.answered(1, by="person:1")
    return actions.prepare(proposal, by=council.carmen, at=NOON)


def test_it_names_the_line_it_was_frozen_at(prepared: Edition) -> None:
    before = Entry.objects.get(number=prepared.line)
    assert prepared.document.line_seal == before.seal
    assert prepared.is_whole
    assert Entry.objects.order_by("number").last().event == "edition.prepared"  # type: ignore[union-attr]


def test_another_person_publishes_it(prepared: Edition, council: Council) -> None:
    actions.publish_edition(prepared, by=council.marta, at=NOON)
    assert list(Edition.objects.in_force()) == [prepared]
    line = Entry.objects.order_by("-number")[0]
    assert (line.event, line.data["seal"]) == ("edition.published", prepared.seal)


def test_whoever_prepared_it_does_not(prepared: Edition, council: Council) -> None:
    with pytest.raises(actions.OwnWork):
        actions.publish_edition(prepared, by=council.carmen, at=NOON)
    with pytest.raises(IntegrityError), transaction.atomic():
        Edition.objects.filter(pk=prepared.pk).update(
            published_at=NOON, published_by=council.carmen
        )


def test_it_is_neither_published_nor_returned_before_it_was_prepared(
    prepared: Edition, council: Council
) -> None:
    before = NOON - timedelta(seconds=1)
    with pytest.raises(Backdated):
        actions.publish_edition(prepared, by=council.marta, at=before)
    with pytest.raises(Backdated):
        actions.return_edition(prepared, "Falta un numeral", by=council.marta, at=before)
    assert Edition.objects.waiting().get() == prepared


def test_a_text_changed_after_it_was_sealed_is_not_published(
    prepared: Edition, council: Council
) -> None:
    bent = replace(prepared.document, council="Otro").text
    Edition.objects.filter(pk=prepared.pk).update(content=bent)
    with pytest.raises(actions.SealBroken):
        actions.publish_edition(prepared, by=council.marta, at=NOON)


def test_only_one_waits(prepared: Edition, council: Council) -> None:
    with pytest.raises(actions.OneWaits):
        actions.prepare(proposal, by=council.carmen, at=NOON)


def test_it_is_published_once(prepared: Edition, council: Council) -> None:
    actions.publish_edition(prepared, by=council.marta, at=NOON)
    with pytest.raises(actions.NotWaiting):
        actions.publish_edition(prepared, by=council.marta, at=NOON)
    with pytest.raises(actions.NotWaiting):
        actions.return_edition(prepared, "tarde", by=council.marta, at=NOON)


def test_sent_back_with_a_reason_another_may_be_prepared(
    prepared: Edition, council: Council
) -> None:
    with pytest.raises(actions.NoReason):
        actions.return_edition(prepared, "  ", by=council.marta, at=NOON)
    actions.return_edition(prepared, "Falta el numeral 6", by=council.marta, at=NOON)
    again = actions.prepare(proposal, by=council.carmen, at=NOON)
    assert again.slug == "transparencia-2026-10-2"
    assert again.corrects is None


def test_a_later_one_corrects_and_says_why(prepared: Edition, council: Council) -> None:
    actions.publish_edition(prepared, by=council.marta, at=NOON)
    with pytest.raises(actions.NoReason):
        actions.prepare(proposal, by=council.carmen, at=NOON)
    later = actions.prepare(
        lambda: proposal(rows=4), by=council.carmen, at=NOON, because="Faltaba una fila"
    )
    assert list(Edition.objects.in_force()) == [prepared]
    actions.publish_edition(later, by=council.marta, at=NOON)
    assert list(Edition.objects.in_force()) == [later]
    assert later.document.corrects == prepared.slug
    assert later.document.correction_note == "Faltaba una fila"


def test_what_must_not_be_published_is_not_even_frozen(council: Council) -> None:
    barred = replace(proposal(), barred=("18, fila 2, Objeto",))
    with pytest.raises(actions.MustBeMended, match="fila 2"):
        actions.prepare(lambda: barred, by=council.carmen, at=NOON)
    assert not Edition.objects.exists()


def test_nothing_is_frozen_at_no_line(council: Council) -> None:
    with pytest.raises(actions.NothingPublishedYet):
        actions.prepare(proposal, by=council.carmen, at=NOON)


def test_a_crash_while_publishing_leaves_nothing_half_done(
    prepared: Edition, council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    def crash(*_args: object, **_named: object) -> None:
        raise RuntimeError

    monkeypatch.setattr("sereno.reports.actions.editions.write", crash)
    with pytest.raises(RuntimeError):
        actions.publish_edition(prepared, by=council.marta, at=NOON)
    assert not Edition.objects.published().exists()
