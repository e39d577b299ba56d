"""A file can be taken in from the command line, by somebody who may, and only once."""

from pathlib import Path

import pytest
import xlsxwriter
from django.utils import timezone

from sereno.documents import watch
from sereno.documents.management import CannotAccept, Order, accept_file
from sereno.documents.models import Document
from sereno.people.models import Person
from sereno.plans.models import Plan, Target
from tests.documents.conftest import NOON, Council

pytestmark = pytest.mark.django_db


def test_nobody_accepts_without_the_right_and_nothing_is_kept(tmp_path: Path) -> None:
    path = tmp_path / "cuadro.csv"
    path.write_text("Actividad;Meta\nRondas;40 rondas\n", encoding="utf-8")
    Person.objects.create_user("pedro", password="x")
    for name, words in (("nadie", "--by"), ("pedro", "no puede aceptar")):
        with pytest.raises(CannotAccept, match=words):
            accept_file(path, Order(name), kind="", at=timezone.now())
    assert not Document.objects.exists()


def test_a_small_workbook_enters_an_empty_draft_and_only_once(
    council: Council, plan: Plan, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "metas.xlsx"
    rows = (
        ("Objetivo", "Actividad", "Indicador", "Meta", "Responsable"),
        ("Recuperar los parques", "Podar", "Parques podados", "9 parques", "Obras Públicas"),
        ("Recuperar los parques", "Rondar", "Rondas hechas", "cada 15 días", "Guardia"),
    )
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for number, told in enumerate(rows):
            sheet.write_row(number, 0, told)
    taken = []
    read_now = watch.read_now

    def beside(document: Document) -> None:
        taken.append(watch.read_next(lambda: NOON))  # the house's own watch looks just then
        read_now(document)

    monkeypatch.setattr(watch, "read_now", beside)
    order = Order("carmen", plan=plan.slug)
    assert "entraron 2 filas" in accept_file(path, order, kind="", at=NOON)
    assert taken == [False]
    found = {(one.value, one.every_days) for one in Target.objects.all()}
    assert found == {(9, None), (None, 15)}
    assert Document.objects.get().items.filter(is_unreviewed=True).count() == 2
    assert "nada cambió" in accept_file(path, order, kind="", at=NOON)
    assert Target.objects.count() == 2
