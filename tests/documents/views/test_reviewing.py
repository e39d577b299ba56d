"""A document is reviewed on its page: rows accepted, corrected, put aside, undone, and finished."""

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from io import BytesIO

import pikepdf
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from sereno.documents import actions, queries
from sereno.documents.models import Document, Item
from sereno.documents.readers.reading import Field, Row, Table
from sereno.documents.rules.values import said as words_of
from sereno.documents.watch import read_next
from sereno.plans import actions as planning
from sereno.plans.budget.models import Snapshot
from sereno.plans.models import Plan, Target, TargetChange
from tests.documents.conftest import GOALS, NOON, STATEMENT, Council, kept, place, row


@pytest.fixture
def desk(client: Client, council: Council) -> Client:
    client.force_login(council.carmen)
    return client


def page(document: Document) -> str:
    return reverse("documents:document", args=[document.pk])


def decide(desk: Client, item: Item, act: str, **more: str) -> str:
    address = reverse("documents:decide", args=[item.pk])
    answer = desk.post(address, {"acto": act, **more}, headers={"HX-Request": "true"})
    assert answer.status_code == 200
    item.refresh_from_db()
    return answer.content.decode()


def test_files_are_kept_and_each_refusal_is_said_by_its_name(desk: Client) -> None:
    files = [
        SimpleUploadedFile("uno.csv", b"meta;unidad\n12;parques\n"),
        SimpleUploadedFile("dos.csv", b"meta;unidad\n12;parques\n"),
    ]
    answer = desk.post(
        reverse("documents:bring"), {"files": files}, headers={"Accept": "application/json"}
    )
    first, second = answer.json()["files"]
    assert (first["kept"], second["kept"]) == (True, False)
    assert "no se cambió nada" in second["says"]
    assert Document.objects.count() == 1
    listed = desk.get(reverse("documents:list")).content.decode()
    assert "uno.csv" in listed


def test_a_table_nobody_knows_is_mapped_once_and_the_next_is_read_alike(desk: Client) -> None:
    head = b"lo que haremos,cuanto\n"
    desk.post(
        reverse("documents:bring"),
        {"files": [SimpleUploadedFile("a.csv", head + b"Luz,3 parques\n")]},
    )
    assert read_next(lambda: NOON)
    document = Document.objects.get()
    (heading,) = document.headings
    columns = {"signature": heading["signature"], "column_0": "activity", "column_1": "target"}
    desk.post(reverse("documents:map-columns", args=[document.pk]), columns)
    assert read_next(lambda: NOON)
    desk.post(
        reverse("documents:bring"),
        {"files": [SimpleUploadedFile("b.csv", head + b"Ronda,4 rondas\n")]},
    )
    assert read_next(lambda: NOON)
    assert not read_next(lambda: NOON)
    read = [item.fields["target"]["text"] for item in Item.objects.order_by("document_id")]
    assert read == ["3 parques", "4 rondas"]


def test_a_hostile_file_is_refused_with_a_sentence_and_kept(desk: Client) -> None:
    broken = b"PK\x03\x04" + b"\0" * 300
    desk.post(reverse("documents:bring"), {"files": [SimpleUploadedFile("malo.docx", broken)]})
    assert read_next(lambda: NOON)
    document = Document.objects.get()
    assert document.state == Document.State.REFUSED
    assert document.says
    assert document.says in desk.get(page(document)).content.decode()
    original = desk.get(reverse("documents:original", args=[document.pk]))
    assert b"".join(original) == broken


def test_rows_are_accepted_into_a_draft_begun_on_the_page(desk: Client, council: Council) -> None:
    document = kept(council, GOALS)
    before = desk.get(page(document)).content.decode()
    assert "lectura insegura" in before
    assert "La fila 4 repite la fila 2." in before
    assert before.index("Rondas hechas") < before.index("Obras Públicas")
    new = {
        "new-kind": "pluriannual",
        "new-title": "Plan de seguridad",
        "new-starts_on": "2025-01-01",
        "new-ends_on": "2027-12-31",
    }
    desk.post(reverse("documents:direct", args=[document.pk]), new)
    document.refresh_from_db()
    assert document.plan is not None
    desk.post(reverse("documents:accept-many", args=[document.pk]))
    _first, rhythm, repeated = document.items.in_order()
    assert "cada 10 días" in decide(
        desk, rhythm, "corregir", **{"campo-target": "cada 10 días", "antes-target": "cada 15 días"}
    )
    decide(desk, rhythm, "aceptar")
    decide(desk, repeated, "descartar")
    assert [target.said for target in Target.objects.all()] == ["12\xa0parques", "cada 10 días"]
    assert "no entra" not in decide(desk, repeated, "deshacer")
    decide(desk, repeated, "descartar")
    desk.post(reverse("documents:finish", args=[document.pk]))
    document.refresh_from_db()
    assert document.state == Document.State.READ
    desk.post(reverse("documents:look-over", args=[document.pk]))
    desk.post(reverse("documents:finish", args=[document.pk]))
    document.refresh_from_db()
    assert document.state == Document.State.REVIEWED


def test_a_row_that_cannot_enter_says_why_and_can_be_downloaded(
    desk: Client, council: Council
) -> None:
    told = row(2, activity="=cmd", target="3 cosas")
    document = kept(council, replace(GOALS, tables=(replace(GOALS.tables[0], rows=(told,)),)))
    (item,) = document.items.all()
    assert "Adónde va" in decide(desk, item, "aceptar")
    sheet = desk.get(reverse("documents:rejects", args=[document.pk])).content.decode()
    assert "'=cmd" in sheet
    assert ";=cmd" not in sheet


def test_the_goal_says_from_which_document_it_comes(
    desk: Client, council: Council, plan: Plan
) -> None:
    document = kept(council, GOALS)
    actions.direct(
        document, plan=plan, year=None, month=None, corrects=None, by=council.carmen, at=NOON
    )
    item = document.items.in_order()[0]
    decide(desk, item, "aceptar")
    target = Target.objects.get()
    goal = desk.get(reverse("results:target", args=[target.pk])).content.decode()
    address = reverse("documents:origins", args=[item.became])
    assert address in goal
    told = desk.get(address).content.decode()
    assert "«12 parques»" in told
    assert "plan.docx" in told


def test_a_row_stands_beside_its_own_place_in_the_page(desk: Client, council: Council) -> None:
    paper = BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page(page_size=(200, 100))
        made.save(paper)
    document = kept(council, GOALS, paper.getvalue())
    Document.objects.filter(pk=document.pk).update(
        format="pdf", pages=1, rest={**document.rest, "sizes": [[200, 100]]}
    )
    item = document.items.in_order()[0]
    place = desk.get(reverse("documents:source", args=[item.pk])).content.decode()
    assert '<rect x="10" y="20.5" width="80" height="19.5">' in place
    picture = desk.get(reverse("documents:page", args=[document.pk, 1]))
    assert picture.content.startswith(b"\x89PNG")
    assert "private" in picture["Cache-Control"]
    assert desk.get(reverse("documents:page", args=[document.pk, 1])).content == picture.content
    assert desk.get(reverse("documents:page", args=[document.pk, 2])).status_code == 404


def test_a_corrected_edition_shows_what_changed_and_asks_a_published_plan(
    desk: Client, council: Council, plan: Plan
) -> None:
    first = kept(council, GOALS)
    where = {"plan": plan, "year": None, "month": None, "by": council.carmen, "at": NOON}
    actions.direct(first, corrects=None, **where)  # type: ignore[arg-type]
    for item in list(first.items.in_order())[:2]:
        decide(desk, item, "aceptar")
    planning.publish_plan(plan, by=council.marta, at=NOON)
    table = GOALS.tables[0]
    fields = table.rows[0].fields
    more = replace(fields["target"], text="20 parques", value="20 parques")
    edited = replace(table.rows[0], fields={**fields, "target": more})
    reading = replace(GOALS, tables=(replace(table, rows=(edited, *table.rows[1:])),))
    second = kept(council, reading, b"corrected")
    actions.direct(second, corrects=first, **where)  # type: ignore[arg-type]
    changes = reverse("documents:changes", args=[second.pk])
    told = desk.get(changes).content.decode()
    assert "<del>12 parques</del> → <ins>20 parques</ins>" in told
    assert "1 fila dice lo mismo" in told
    item = second.items.in_order()[0]
    desk.post(reverse("documents:apply-changes", args=[second.pk]), {"fila": [item.pk]})
    change = TargetChange.objects.get()
    assert change.new_value == 20
    assert change.confirmed_at is None
    assert Target.objects.get(pk=change.target_id).value == 12


def test_the_letter_says_what_was_found_without_blame(desk: Client, council: Council) -> None:
    document = kept(council, GOALS)
    told = desk.get(reverse("documents:letter", args=[document.pk])).content.decode()
    assert "La fila 4 repite la fila 2." in told
    assert "«Recuperar los parques del cantón»" in told
    printed = desk.get(reverse("documents:letter-pdf", args=[document.pk])).content
    with pikepdf.open(BytesIO(printed)) as letter:
        assert len(letter.pages) == 1


def test_money_without_a_code_asks_for_what_the_document_does_not_say(
    client: Client, council: Council
) -> None:
    client.force_login(council.jorge)
    told = row(2, programme="Plazas seguras", codified="5.500,00", accrued="4.884,15")
    reading = replace(STATEMENT, kind="management_report", tables=(Table("", (told,)),))
    document = kept(council, reading, b"y")
    client.post(reverse("documents:direct", args=[document.pk]), {"year": "2026", "month": "5"})
    item = document.items.get()
    shown = client.get(page(document)).content.decode()
    assert "el dinero no tiene partida" in shown
    assert 'name="campo-paid"' in shown
    decide(client, item, "aceptar")
    item.refresh_from_db()
    assert "inicial" in item.reject.lower()
    amounts = {"initial": "5.000,00", "committed": "5.500,00", "paid": "4.000,00"}
    told_now = {f"campo-{name}": text for name, text in amounts.items()}
    answer = decide(client, item, "corregir", **told_now)
    assert "no está en el documento" in answer
    decide(client, item, "aceptar")
    snapshot = Snapshot.objects.standing().get()
    assert snapshot.line.code.startswith("SC-")
    assert snapshot.line.description == "Plazas seguras"
    assert (snapshot.initial, snapshot.amendments, snapshot.paid) == (
        Decimal(5000),
        Decimal(500),
        Decimal(4000),
    )


def test_the_newest_document_is_listed_first(desk: Client, council: Council) -> None:
    older = kept(council, GOALS)
    newer = actions.keep("otro.csv", b"z", by=council.carmen, at=NOON + timedelta(hours=1))
    listed = [one.pk for one in queries.listed()]
    assert listed == [newer.pk, older.pk]


def test_years_under_marks_are_shown_as_years_and_the_row_among_its_own_table(
    council: Council,
) -> None:
    marks = Field("X\nX", [Decimal(2025), Decimal(2026)], "", (place(2, 5), place(2, 6)), 1.0)
    told = Row(
        {**row(2, component="Eje", activity="Rondar", target="4 rondas").fields, "years": marks}
    )
    document = kept(council, replace(GOALS, tables=(Table("", (told,)),)))
    item = document.items.get()
    assert words_of(item.fields["years"]) == "2025, 2026"
    before = {"rows": [[{"text": "Eje", "place": {"page": 1, "table": 1, "row": 2, "column": 1}}]]}
    own = {
        "rows": [
            [
                {"text": text, "place": {"page": 1, "table": 1, "row": 2, "column": column}}
                for column, text in enumerate(("Eje", "Rondar", "4 rondas"), 1)
            ]
        ]
    }
    ((_first, second, _third),) = queries.around(item, [before, own])
    assert second == {"text": "Rondar", "field": "activity"}


def test_the_budget_is_taken_by_who_keeps_it(client: Client, council: Council) -> None:
    client.force_login(council.jorge)
    document = kept(council, STATEMENT, b"y")
    client.post(reverse("documents:direct", args=[document.pk]), {"year": "2026", "month": "5"})
    answer = client.post(
        reverse("documents:accept-many", args=[document.pk]), follow=True
    ).content.decode()
    assert "Entraron 1 filas; 1 no entraron." in answer
    assert "Falta una casilla" in answer or "No se entiende" in answer
