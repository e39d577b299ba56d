"""What a row had become is taken out again in every room, unless something hangs on it."""

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from sereno.assemblies import actions as assemblies
from sereno.assemblies.models import Commitment, Matter, Suggestion
from sereno.assemblies.rules.drafts import AdvanceDraft
from sereno.documents import actions
from sereno.documents.models import Document, Item, Origin
from sereno.documents.readers.reading import Reading, Table
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans import actions as planning
from sereno.plans.budget import actions as budget
from sereno.plans.budget.models import Month, Snapshot, Weight
from sereno.plans.models import Alignment, Component, Plan
from sereno.verify import money
from tests.documents.conftest import (
    GOALS,
    NOON,
    STATEMENT,
    Council,
    field,
    kept,
    place,
    row,
    said,
)

LATER, LATEST = NOON + timedelta(hours=1), NOON + timedelta(hours=2)
ASKED = Reading(
    "commitments",
    0.9,
    "",
    (
        Table(
            "",
            (
                row(
                    2,
                    suggestion="Más luz en el parque",
                    commitment="Se pondrán lámparas",
                    project="Parques con luz",
                ),
            ),
        ),
    ),
)


def entered(reading: Reading, plan: Plan, by: Person, council: Council, content: bytes) -> Item:
    """The first row of a document, accepted."""
    document: Document = kept(council, reading, content)
    actions.direct(document, plan=plan, year=2026, month=5, corrects=None, by=by, at=NOON)
    first = document.items.in_order()[0]
    outcome = actions.accept(document, [first], say=said, by=by, at=NOON)
    first.refresh_from_db()
    assert outcome.accepted == 1, first.reject
    return first


@pytest.fixture
def promised(council: Council, plan: Plan) -> Plan:
    entered(GOALS, plan, council.carmen, council, b"goals")
    planning.publish_plan(plan, by=council.marta, at=NOON)
    return plan


def test_a_line_of_the_budget_has_no_figure_and_no_project_again(
    council: Council, promised: Plan
) -> None:
    item = entered(STATEMENT, promised, council.jorge, council, b"money")
    assert Weight.objects.get().project.name == "Parques con luz"
    actions.undo(item, by=council.jorge, at=LATER)
    assert item.state == Item.State.UNDONE
    assert not Snapshot.objects.standing().exists()
    assert not Weight.objects.exists()
    assert list(money.faults()) == []
    actions.accept(item.document, [item], say=said, by=council.jorge, at=LATEST)
    assert Snapshot.objects.standing().get().accrued == Decimal("4884.15")
    assert Weight.objects.count() == 1
    assert list(money.faults()) == []


def test_what_a_statement_replaced_stands_again(council: Council, plan: Plan) -> None:
    entered(STATEMENT, plan, council.jorge, council, b"money")
    (table,) = STATEMENT.tables
    fields = dict(table.rows[0].fields)
    fields["accrued"] = replace(fields["accrued"], text="5.000,00", value="5.000,00")
    again = replace(
        STATEMENT, tables=(replace(table, rows=(replace(table.rows[0], fields=fields),)),)
    )
    document = kept(council, again, b"again")
    by = council.jorge
    actions.direct(document, plan=plan, year=2026, month=5, corrects=None, by=by, at=LATER)
    item = document.items.get()
    actions.accept(document, [item], say=said, by=by, at=LATER)
    assert Snapshot.objects.standing().get().accrued == Decimal(5000)
    actions.undo(item, by=by, at=LATEST)
    assert Snapshot.objects.standing().get().accrued == Decimal("4884.15")
    assert list(money.faults()) == []


def test_what_two_documents_say_alike_stays_until_both_are_undone(
    council: Council, plan: Plan
) -> None:
    first = entered(STATEMENT, plan, council.jorge, council, b"money")
    second = entered(STATEMENT, plan, council.jorge, council, b"the same in another file")
    assert first.became == second.became
    actions.undo(first, by=council.jorge, at=LATER)
    assert Snapshot.objects.standing().count() == 1
    actions.undo(second, by=council.jorge, at=LATEST)
    assert not Snapshot.objects.standing().exists()


def test_an_objective_is_aligned_as_its_document_says_and_no_more_once_undone(
    council: Council, plan: Plan
) -> None:
    planning.load_catalogues(at=NOON)
    (table,) = GOALS.tables
    serves = "Plan de Creación de Oportunidades, objetivos 9 y 99"
    rows = tuple(
        replace(one, fields={**one.fields, "national_objective": field(serves, place(2, 9))})
        for one in table.rows
    )
    reading = replace(GOALS, tables=(replace(table, rows=rows),))
    first = entered(reading, plan, council.carmen, council, b"aligned")
    alignment = Alignment.objects.get()
    assert (alignment.serves.catalogue.code, alignment.serves.number) == ("pnd-2021-2025", "9")
    second = first.document.items.get(row=1)
    actions.accept(first.document, [second], say=said, by=council.carmen, at=NOON)
    assert Alignment.objects.count() == 1
    actions.undo(first, by=council.carmen, at=LATER)
    assert Alignment.objects.count() == 1
    second.refresh_from_db()
    actions.undo(second, by=council.carmen, at=LATEST)
    assert not Component.objects.exists()


def test_a_closed_month_and_another_role_refuse(council: Council, plan: Plan) -> None:
    item = entered(STATEMENT, plan, council.jorge, council, b"money")
    with pytest.raises(actions.NotYours):
        actions.undo(item, by=council.carmen, at=LATER)
    budget.close_month(Month.objects.get(), by=council.jorge, at=LATER)
    with pytest.raises(actions.CannotUndo):
        actions.undo(item, by=council.jorge, at=LATEST)
    assert Snapshot.objects.standing().count() == 1
    item.refresh_from_db()
    assert item.state == Item.State.ACCEPTED


def test_a_suggestion_its_matter_and_its_commitment_go_together(
    council: Council, promised: Plan
) -> None:
    item = entered(ASKED, promised, council.carmen, council, b"asked")
    assert Commitment.objects.count() == 1
    actions.undo(item, by=council.carmen, at=LATER)
    for gone in (Commitment, Matter, Suggestion):
        assert not gone._default_manager.exists()
    assert not Origin.objects.filter(item=item).exists()
    lines = Entry.objects.filter(event__endswith=".withdrawn").values_list("event", flat=True)
    assert sorted(lines) == ["commitment.withdrawn", "matter.withdrawn", "suggestion.withdrawn"]


def test_a_commitment_with_an_advance_stays_with_all_of_its_row(
    council: Council, promised: Plan
) -> None:
    item = entered(ASKED, promised, council.carmen, council, b"asked")
    draft = AdvanceDraft(as_of=date(2026, 6, 15), result="Se compraron")
    assemblies.note_advance(
        Commitment.objects.get(), draft, by=council.carmen, at=LATER, today=date(2026, 6, 15)
    )
    with pytest.raises(actions.CannotUndo):
        actions.undo(item, by=council.carmen, at=LATEST)
    assert (Commitment.objects.count(), Matter.objects.count()) == (1, 1)
    item.refresh_from_db()
    assert item.state == Item.State.ACCEPTED


def test_a_matter_that_somebody_supports_stays(council: Council, plan: Plan) -> None:
    item = entered(ASKED, plan, council.carmen, council, b"asked")
    assemblies.support(Matter.objects.get(), voice="una", at=LATER)
    with pytest.raises(actions.CannotUndo):
        actions.undo(item, by=council.carmen, at=LATEST)
    assert Suggestion.objects.get().matter is not None
