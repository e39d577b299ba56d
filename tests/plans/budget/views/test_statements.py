"""A finance clerk pastes, looks, accepts; what was not taken can be downloaded."""

from decimal import Decimal
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import load_workbook

from sereno.plans.budget import actions
from sereno.plans.budget.models import Correction, Line, Snapshot
from tests.plans.budget.conftest import AT, Money
from tests.plans.budget.paper import HEADER, PAPER, row

TAKE = "/presupuesto/cedula/"
SEPTEMBER = {"year": "2026", "month": "9", "creates": "on"}


def test_nothing_is_kept_before_it_is_accepted(client: Client, money: Money) -> None:
    client.force_login(money.jorge)
    bad = "\n".join((PAPER, row("510105", accrued="4,884.15")))
    seen = client.post(TAKE, SEPTEMBER | {"text": bad, "do": "preview"})
    page = seen.content.decode()
    assert "partida nueva" in page
    assert "usa coma para los miles y punto para los decimales" in page
    assert Line.objects.count() == 0
    answer = client.post(TAKE, SEPTEMBER | {"text": bad, "do": "accept"})
    assert answer.headers["Location"] == "/presupuesto/?anio=2026&mes=9"
    assert Snapshot.objects.count() == 2
    assert "1 fila no se registró" in client.get(answer.headers["Location"]).content.decode()


def test_the_rejects_are_a_file_that_a_spreadsheet_will_not_run(
    client: Client, money: Money
) -> None:
    client.force_login(money.jorge)
    bad = "\n".join((PAPER, row("=51+1", accrued="=cmd()")))
    answer = client.post(TAKE, SEPTEMBER | {"text": bad, "do": "rejects"})
    lines = answer.content.decode("utf-8-sig").splitlines()
    assert lines[1].startswith("4;'=51+1;Devengado;'=cmd();no es un número")
    assert Snapshot.objects.count() == 0


def test_a_file_of_excel_is_read_in_the_letters_it_was_written_in(
    client: Client, money: Money
) -> None:
    client.force_login(money.jorge)
    raw = PAPER.replace("\t", ";").encode("cp1252")
    sent = {"file": SimpleUploadedFile("cedula.csv", raw, "text/csv"), "do": "accept"}
    assert client.post(TAKE, SEPTEMBER | sent).status_code == 302
    assert Line.objects.get(code="840104.01").description == "Cámaras"


@pytest.mark.parametrize(
    ("raw", "words"),
    [
        (b"PK\x03\x04", "no es una tabla"),
        (b"a" * 2_000_001, "pasa de 2 MB"),
        (b"hola;que", "debe decir las columnas"),
        (b"", "Pegue la tabla"),
        (HEADER.encode(), "solo los títulos"),
    ],
)
def test_a_file_that_is_no_statement_is_refused_in_words(
    client: Client, money: Money, raw: bytes, words: str
) -> None:
    client.force_login(money.jorge)
    sent = {"file": SimpleUploadedFile("x.csv", raw, "text/csv"), "do": "accept"}
    answer = client.post(TAKE, SEPTEMBER | sent)
    assert answer.status_code == 422
    if raw:
        assert words in answer.content.decode()
    assert Line.objects.count() == 0


def test_a_month_that_has_not_begun_is_refused_before_it_is_shown(
    client: Client, money: Money
) -> None:
    client.force_login(money.jorge)
    answer = client.post(TAKE, SEPTEMBER | {"year": "2100", "text": PAPER, "do": "preview"})
    assert answer.status_code == 422
    assert "todavía no empieza" in answer.content.decode()


def test_a_closed_month_is_corrected_by_two_on_the_page(client: Client, taken: Money) -> None:
    client.force_login(taken.jorge)
    client.post("/presupuesto/cerrar/2026/9/")
    changed = SEPTEMBER | {"text": PAPER.replace("4.884,15", "4.990,00")}
    page = client.post(TAKE, changed | {"do": "preview"}).content.decode()
    assert "Proponer la corrección" in page
    assert "<s>4.884,15</s>" in page
    assert client.post(TAKE, changed | {"do": "accept"}).status_code == 422
    client.post(TAKE, changed | {"do": "propose", "reason": "Faltó una planilla"})
    correction = Correction.objects.get()
    client.post(f"/presupuesto/correcciones/{correction.pk}/aceptar/")
    assert Snapshot.objects.standing().get(line=taken.line()).accrued == Decimal("4884.15")
    client.force_login(taken.marta)
    assert "4.990,00" in client.get("/presupuesto/correcciones/").content.decode()
    client.post(f"/presupuesto/correcciones/{correction.pk}/aceptar/")
    assert Snapshot.objects.standing().get(line=taken.line()).accrued == Decimal("4990.00")


def test_a_proposal_is_refused_on_the_page(client: Client, taken: Money) -> None:
    actions.close_month(taken.month(), by=taken.jorge, at=AT)
    text = PAPER.replace("4.884,15", "4.990,00")
    correction = actions.propose_correction(
        taken.month(), text, reason="Error", by=taken.jorge, at=AT
    )
    client.force_login(taken.ana)
    refuse = f"/presupuesto/correcciones/{correction.pk}/rechazar/"
    bare = client.post(refuse, {"because": " "}, follow=True).content.decode()
    assert "Escriba por qué" in bare
    assert "rechazada" not in bare
    client.post(refuse, {"because": "La cédula de septiembre estaba bien"})
    page = client.get("/presupuesto/correcciones/").content.decode()
    assert "rechazada" in page
    assert "La cédula de septiembre estaba bien" in page


def test_the_template_has_the_lines_of_the_year_and_is_read_back(
    client: Client, taken: Money
) -> None:
    client.force_login(taken.jorge)
    text = client.get("/presupuesto/cedula/plantilla/?anio=2026").content.decode()
    answer = client.post(TAKE, SEPTEMBER | {"text": text, "do": "preview"})
    assert [reject.code for reject in answer.context["seen"].rejects] == ["840104.01", "130101"]
    assert "si es cero, escriba 0,00" in answer.content.decode()


def test_a_workbook_is_read_as_what_was_pasted(client: Client, taken: Money) -> None:
    client.force_login(taken.jorge)
    template = client.get("/presupuesto/cedula/plantilla/?anio=2026&forma=xlsx").content
    filled = _filled(template, {"840104.01": [5000, 0, 5000, None, 4990.1, 4990.1, 0.1 + 0.2]})
    sent = {"file": SimpleUploadedFile("c.xlsx", filled), "text": "", "do": "accept"}
    answer = client.post(TAKE, SEPTEMBER | sent)
    assert answer.status_code == 302
    kept = Snapshot.objects.standing().get(line__code="840104.01")
    assert (kept.accrued, kept.paid) == (Decimal("4990.10"), Decimal("0.30"))


def _filled(template: bytes, amounts: dict[str, list[float | None]]) -> bytes:
    book = load_workbook(BytesIO(template))
    sheet = book.worksheets[0]
    codes = [str(code) for (code,) in sheet.iter_rows(min_row=2, max_col=1, values_only=True)]
    for number, code in enumerate(codes, 2):
        for place, value in enumerate(amounts.get(code, []), 3):
            sheet.cell(number, place).value = value
    out = BytesIO()
    book.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", ["marta", "carmen", "rosa", "pedro"])
def test_only_finance_writes(client: Client, taken: Money, name: str) -> None:
    client.force_login(getattr(taken.council, name))
    text = PAPER.replace("4.884,15", "4.990,00")
    assert client.post(TAKE, SEPTEMBER | {"text": text, "do": "accept"}).status_code == 403
    assert client.post("/presupuesto/cerrar/2026/9/").status_code == 403
    assert Snapshot.objects.count() == 2
