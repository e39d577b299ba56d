"""Documents are kept once, read into rows, and their rows accepted, put aside and undone."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from sereno.documents import actions
from sereno.documents.models import ColumnMapping, Document, Item, Origin
from sereno.documents.readers.reading import Reading, Table
from sereno.documents.templatetags.documents import doubt_said
from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.plans.budget.models import Line, Snapshot, Weight
from sereno.plans.models import Component, Indicator, Plan, Project, Target
from sereno.plans.rules import Kind
from tests.documents.conftest import GOALS, NOON, STATEMENT, Council, kept, row, said


def accept(document: Document, *items: Item, by: Person) -> actions.Outcome:
    return actions.accept(document, items, say=said, by=by, at=NOON)


def items(document: Document) -> list[Item]:
    return list(document.items.in_order())


def directed(document: Document, plan: Plan | None, by: Person) -> Document:
    actions.direct(document, plan=plan, year=2026, month=5, corrects=None, by=by, at=NOON)
    return document


def test_the_same_file_twice_changes_nothing(council: Council) -> None:
    document = actions.keep("a.csv", b"a;b\n", by=council.carmen, at=NOON)
    lines = Entry.objects.count()
    with pytest.raises(actions.AlreadyKept) as refusal:
        actions.keep("otro nombre.csv", b"a;b\n", by=council.jorge, at=NOON)
    assert refusal.value.document == document.pk
    assert Entry.objects.count() == lines
    with document.file.open("rb") as file:
        assert file.read() == b"a;b\n"


def test_one_hand_reads_a_document_and_a_reading_cut_off_is_begun_anew(council: Council) -> None:
    document = actions.keep("a.csv", b"a;b\n", by=council.carmen, at=NOON)
    assert actions.begin(at=NOON) == document
    assert actions.begin(at=NOON) is None
    assert actions.begin(at=NOON + timedelta(minutes=11)) == document
    assert actions.forget_begun() == 1
    assert actions.begin(at=NOON) == document


def test_a_refusal_keeps_the_file_and_says_why(council: Council) -> None:
    document = actions.keep("a.pdf", b"%PDF", by=council.carmen, at=NOON)
    actions.keep_refusal(document, "truncated", "Está cortado.", at=NOON)
    assert document.state == Document.State.REFUSED
    assert (document.code, document.says) == ("truncated", "Está cortado.")
    assert document.file.size == 4
    assert not document.items.exists()


def test_a_row_is_doubtful_when_unsure_repeated_or_spoken_of_by_a_finding(
    council: Council,
) -> None:
    first, unsure, repeated = items(kept(council, GOALS))
    assert first.state == Item.State.PROPOSED
    assert {doubt["why"] for doubt in unsure.doubts} == {"unsure"}
    assert {doubt["why"] for doubt in repeated.doubts} == {"finding", "repeats"}


def test_how_a_row_and_the_paper_were_read_is_kept_for_whoever_reviews(council: Council) -> None:
    (table,) = GOALS.tables
    aside = replace(table, rows=(replace(table.rows[0], notes=("shifted",)), *table.rows[1:]))
    document = kept(council, replace(GOALS, tables=(aside,), notes=("macro",)))
    first = document.items.get(row=0)
    assert (first.state, first.doubts) == (
        "doubtful",
        [{"field": "", "why": "read", "code": "shifted"}],
    )
    assert "columna" in doubt_said(first.doubts[0])
    assert document.notes == ["macro"]


def test_a_row_becomes_every_part_of_a_plan_down_to_its_typed_target(
    council: Council, plan: Plan
) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    first, rhythm, _repeated = items(document)
    assert accept(document, first, rhythm, by=council.carmen).accepted == 2
    assert [one.name for one in Component.objects.all()] == ["Componente comunitario"]
    parks = Target.objects.get(indicator__name="Parques iluminados")
    assert (parks.kind, parks.value) == (Kind.QUANTITY.value, Decimal(12))
    assert parks.indicator.unit == "parques"
    assert (parks.starts_on.year, parks.ends_on.year) == (2025, 2026)
    rounds = Target.objects.get(indicator__name="Rondas hechas")
    assert (rounds.kind, rounds.every_days) == (Kind.FREQUENCY.value, 15)
    assert rounds.indicator.project.responsible.name == "Obras Públicas"
    first.refresh_from_db()
    assert first.became == f"target:{parks.pk}"
    origin = Origin.objects.get(subject=first.became, field="target")
    assert origin.text == "12 parques"
    assert origin.places[0]["box"] == [10, 20.5, 90, 40]


def test_a_repeated_row_adds_nothing_and_says_so(council: Council, plan: Plan) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    first, _rhythm, repeated = items(document)
    outcome = accept(document, first, repeated, by=council.carmen)
    assert (outcome.accepted, outcome.rejected) == (1, 1)
    repeated.refresh_from_db()
    assert repeated.is_open
    assert "indicator_there" in repeated.reject
    assert Indicator.objects.count() == 1


def test_what_was_accepted_is_undone_down_to_the_empty_plan(council: Council, plan: Plan) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    first, rhythm, _repeated = items(document)
    accept(document, first, rhythm, by=council.carmen)
    first.refresh_from_db()
    actions.undo(first, by=council.carmen, at=NOON)
    assert [one.name for one in Project.objects.all()] == ["Rondas"]
    assert Component.objects.count() == 1
    rhythm.refresh_from_db()
    actions.undo(rhythm, by=council.carmen, at=NOON)
    assert not Project.objects.exists()
    assert not Origin.objects.exists()
    assert first.state == Item.State.UNDONE


def test_a_correction_stands_beside_the_words_of_the_paper(council: Council, plan: Plan) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    _first, rhythm, _repeated = items(document)
    for name in rhythm.fields:
        text = "30 % de los barrios" if name == "target" else rhythm.fields[name]["text"]
        actions.correct(rhythm, name, text, by=council.carmen, at=NOON)
    assert rhythm.state == Item.State.PROPOSED
    assert rhythm.fields["target"]["text"] == "cada 15 días"
    accept(document, rhythm, by=council.carmen)
    target = Target.objects.get()
    assert (target.kind, target.value) == (Kind.SHARE.value, Decimal(30))
    with pytest.raises(actions.AlreadyDecided):
        actions.correct(rhythm, "target", "otro", by=council.carmen, at=NOON)


def test_a_statement_enters_the_budget_and_serves_the_project_it_names(
    council: Council, plan: Plan
) -> None:
    goals = directed(kept(council, GOALS), plan, council.carmen)
    accept(goals, items(goals)[0], by=council.carmen)
    document = directed(kept(council, STATEMENT, b"y"), plan, council.jorge)
    good, bad = items(document)
    outcome = accept(document, good, bad, by=council.jorge)
    assert (outcome.accepted, outcome.rejected) == (1, 1)
    snapshot = Snapshot.objects.get()
    assert (snapshot.amendments, snapshot.accrued) == (Decimal(500), Decimal("4884.15"))
    assert Weight.objects.get().project.name == "Parques con luz"
    bad.refresh_from_db()
    assert "missing" in bad.reject


def test_each_role_accepts_what_is_its_own(council: Council, plan: Plan) -> None:
    goals = directed(kept(council, GOALS), plan, council.carmen)
    assert accept(goals, items(goals)[0], by=council.jorge).rejected == 1
    money = directed(kept(council, STATEMENT, b"y"), plan, council.jorge)
    assert accept(money, items(money)[0], by=council.carmen).rejected == 1
    assert not Project.objects.exists()
    assert not Line.objects.exists()


def test_nothing_enters_a_plan_that_nobody_named(council: Council) -> None:
    document = kept(council, GOALS)
    assert accept(document, items(document)[0], by=council.carmen).rejected == 1
    assert "NoPlan" in items(document)[0].reject


def test_personal_data_stays_out_of_the_plan(council: Council, plan: Plan) -> None:
    told = row(
        2,
        project="Botones, llamar al 0991234567",
        indicator="Botones puestos",
        target="4 botones",
    )
    reading = replace(GOALS, tables=(Table("", (told,)),), findings=())
    document = directed(kept(council, reading), plan, council.carmen)
    (item,) = items(document)
    assert [doubt["why"] for doubt in item.doubts] == ["personal"]
    accept(document, item, by=council.carmen)
    assert "099" not in Project.objects.get().name


def test_what_people_asked_becomes_a_matter(council: Council, plan: Plan) -> None:
    asked = row(2, suggestion="Más luz en el parque", commitment="Se pondrán lámparas")
    document = directed(
        kept(council, Reading("suggestions", 0.9, "", (Table("", (asked,)),))), plan, council.carmen
    )
    (item,) = items(document)
    accept(document, item, by=council.carmen)
    item.refresh_from_db()
    assert [word.partition(":")[0] for word in item.made] == ["suggestion", "matter"]


def test_a_document_is_finished_when_every_row_and_leftover_was_seen(
    council: Council, plan: Plan
) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    with pytest.raises(actions.RowsOpen):
        actions.finish(document, by=council.carmen, at=NOON)
    assert actions.put_aside(document, items(document), by=council.carmen, at=NOON) == 3
    with pytest.raises(actions.LeftoversUnseen):
        actions.finish(document, by=council.carmen, at=NOON)
    actions.look_over(document, by=council.carmen, at=NOON)
    actions.finish(document, by=council.carmen, at=NOON)
    assert document.state == Document.State.REVIEWED


def test_columns_mapped_by_hand_are_remembered_and_the_document_read_again(
    council: Council,
) -> None:
    document = kept(council, replace(GOALS, tables=()))
    columns = {"que haremos": "activity", "nada": ""}
    actions.map_columns(document, "que haremos | nada", columns, by=council.carmen, at=NOON)
    assert ColumnMapping.objects.get().columns == {"que haremos": "activity"}
    assert document.state == Document.State.WAITING
    with pytest.raises(actions.NoColumns):
        actions.map_columns(document, "x", {"x": ""}, by=council.carmen, at=NOON)


def test_a_document_with_rows_in_the_plan_is_not_read_again(council: Council, plan: Plan) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    accept(document, items(document)[0], by=council.carmen)
    with pytest.raises(actions.SomethingAccepted):
        actions.read_again(document, by=council.carmen, at=NOON)


def test_what_nobody_looked_at_says_so(council: Council, plan: Plan) -> None:
    document = directed(kept(council, GOALS), plan, council.carmen)
    (first, *_rest) = items(document)
    actions.accept(document, [first], say=said, by=council.carmen, at=NOON, unreviewed=True)
    first.refresh_from_db()
    assert first.is_unreviewed
    assert first.decided_by == council.carmen
    last = Entry.objects.filter(event="document.rows_accepted").latest("number")
    assert last.data["unreviewed"] is True


def test_many_rows_are_accepted_in_several_short_turns(council: Council, plan: Plan) -> None:
    told = tuple(row(n, activity=f"Obra {n}", target=f"{n} cosas") for n in range(2, 32))
    reading = replace(GOALS, tables=(Table("", told),), findings=())
    document = directed(kept(council, reading), plan, council.carmen)
    outcome = actions.accept_in_turns(
        document, items(document), say=said, by=council.carmen, at=NOON
    )
    assert (outcome.accepted, Project.objects.count()) == (30, 30)
    turns = Entry.objects.filter(event="document.rows_accepted").order_by("number")
    assert [len(turn.data["became"]) for turn in turns] == [25, 5]
