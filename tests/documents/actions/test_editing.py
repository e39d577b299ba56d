"""Reports become measurement drafts; corrected editions reach drafts and months, no further."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from sereno.documents import actions
from sereno.documents.models import Document, Item
from sereno.documents.readers.reading import Reading, Table
from sereno.plans import actions as planning
from sereno.plans.budget import actions as budget
from sereno.plans.budget.models import Correction, Month, Snapshot
from sereno.plans.models import Plan, Target
from sereno.results.models import Measurement
from tests.documents.conftest import GOALS, NOON, STATEMENT, Council, kept, row, said

CSV = b"indicador;ejecutado\nParques iluminados;7\n"


def direct(document: Document, plan: Plan, **more: Any) -> Document:
    told = {"plan": plan, "year": 2026, "month": 5, "corrects": None, **more}
    actions.direct(document, at=NOON, **told)
    return document


def changed(reading: Reading, field: str, text: str) -> Reading:
    """The same document with other words in one field of its first row."""
    (table,) = reading.tables
    first = table.rows[0]
    other = replace(first.fields[field], text=text, value=text)
    rows = (replace(first, fields={**first.fields, field: other}), *table.rows[1:])
    return replace(reading, tables=(replace(table, rows=rows),))


def first(document: Document) -> Item:
    item = document.items.in_order().first()
    assert item is not None
    return item


def accepted(council: Council, plan: Plan) -> Document:
    document = direct(kept(council, GOALS), plan, by=council.carmen)
    actions.accept(document, [first(document)], say=said, by=council.carmen, at=NOON)
    return document


def test_what_was_done_becomes_a_draft_with_the_document_as_its_evidence(
    council: Council, plan: Plan
) -> None:
    accepted(council, plan)
    planning.publish_plan(plan, by=council.marta, at=NOON)
    told = row(2, indicator="Parques iluminados", executed="7", note="Falta financiamiento")
    lost = row(3, indicator="Otra cosa", executed="7")
    reading = Reading("management_report", 0.9, "", (Table("", (told, lost)),))
    document = direct(kept(council, reading, CSV), plan, by=council.carmen)
    rows = list(document.items.in_order())
    outcome = actions.accept(document, rows, say=said, by=council.carmen, at=NOON)
    assert (outcome.accepted, outcome.rejected) == (1, 1)
    draft = Measurement.objects.get()
    assert (draft.value, draft.approved_at) == (Decimal(7), None)
    assert draft.evidence.get().sha256 == document.sha256
    item = first(document)
    assert item.became == f"measurement:{draft.pk}"
    actions.undo(item, by=council.carmen, at=NOON)
    draft.refresh_from_db()
    assert draft.returned_at == NOON


def test_a_text_that_is_no_evidence_is_shown_by_the_words_of_its_row(
    council: Council, plan: Plan
) -> None:
    accepted(council, plan)
    planning.publish_plan(plan, by=council.marta, at=NOON)
    told = row(2, indicator="Parques iluminados", executed="7", note="Llame al 0991234567")
    reading = Reading("management_report", 0.9, "", (Table("", (told,)),))
    document = direct(kept(council, reading, b"solo una frase"), plan, by=council.carmen)
    actions.accept(document, [first(document)], say=said, by=council.carmen, at=NOON)
    with Measurement.objects.get().evidence.get().file.open("rb") as file:
        shown = file.read().decode()
    assert document.sha256 in shown
    assert "indicator;Parques iluminados" in shown
    assert "099" not in shown


def test_a_corrected_edition_amends_a_draft(council: Council, plan: Plan) -> None:
    before = accepted(council, plan)
    reading = changed(GOALS, "target", "20 parques")
    now = direct(kept(council, reading, b"2"), plan, corrects=before, by=council.carmen)
    pairs = [(first(before), first(now))]
    outcome = actions.apply_edition(
        now, pairs, reason="corrección", say=said, by=council.carmen, at=NOON
    )
    assert (outcome.accepted, outcome.rejected) == (1, 0)
    target = Target.objects.get()
    assert (target.value, target.source_words) == (Decimal(20), "20 parques")
    assert first(now).became == first(before).became == f"target:{target.pk}"


def test_undoing_what_an_edition_changed_gives_back_what_the_earlier_one_said(
    council: Council, plan: Plan
) -> None:
    before = accepted(council, plan)
    reading = changed(GOALS, "target", "20 parques")
    now = direct(kept(council, reading, b"2"), plan, corrects=before, by=council.carmen)
    pairs = [(first(before), first(now))]
    actions.apply_edition(now, pairs, reason="x", say=said, by=council.carmen, at=NOON)
    actions.undo(first(now), by=council.carmen, at=NOON)
    target = Target.objects.get()
    assert (target.value, target.source_words) == (Decimal(12), "12 parques")
    assert (first(now).state, first(before).state) == (Item.State.UNDONE, Item.State.ACCEPTED)


def test_a_statement_is_given_back_too_and_an_edition_without_an_earlier_row_stays(
    council: Council, plan: Plan
) -> None:
    before = direct(kept(council, STATEMENT), plan, by=council.jorge)
    actions.accept(before, [first(before)], say=said, by=council.jorge, at=NOON)
    paid = Snapshot.objects.standing().get().paid
    reading = changed(STATEMENT, "paid", "100,00")
    now = direct(kept(council, reading, b"2"), plan, corrects=before, by=council.jorge)
    pairs = [(first(before), first(now))]
    actions.apply_edition(now, pairs, reason="x", say=said, by=council.jorge, at=NOON)
    assert Snapshot.objects.standing().get().paid == Decimal(100)
    Item.objects.filter(pk=first(before).pk).update(state=Item.State.UNDONE)
    with pytest.raises(actions.EditionStays):
        actions.undo(first(now), by=council.jorge, at=NOON)
    Item.objects.filter(pk=first(before).pk).update(state=Item.State.ACCEPTED)
    actions.undo(first(now), by=council.jorge, at=NOON)
    assert Snapshot.objects.standing().get().paid == paid


def test_a_corrected_statement_changes_an_open_month_and_asks_a_closed_one(
    council: Council, plan: Plan
) -> None:
    before = direct(kept(council, STATEMENT), plan, by=council.jorge)
    actions.accept(before, [first(before)], say=said, by=council.jorge, at=NOON)
    for number, paid in enumerate(("100,00", "200,00")):
        reading = changed(STATEMENT, "initial", "5.000,00")
        (table,) = reading.tables
        reading = changed(replace(reading, tables=(table,)), "paid", paid)
        now = direct(
            kept(council, reading, b"%d" % number), plan, corrects=before, by=council.jorge
        )
        pairs = [(first(before), first(now))]
        outcome = actions.apply_edition(
            now, pairs, reason="corrección", say=said, by=council.jorge, at=NOON
        )
        assert outcome.accepted == 1
        if number == 0:
            budget.close_month(Month.objects.get(), by=council.jorge, at=NOON)
    assert Snapshot.objects.standing().get().paid == Decimal(100)
    assert Correction.objects.get().proposed_by == council.jorge
