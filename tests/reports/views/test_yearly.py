"""The report of a year: one content as a page, a PDF and a file of data."""

from collections.abc import Callable
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from django.core.cache import cache
from django.test import Client
from pypdf import PdfReader
from pytest_django import Settings

from sereno.reports import actions
from sereno.reports.formats.yearly import pdf as printing
from sereno.reports.models import Figure
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]


@pytest.fixture
def figure(council: Council, measured: Measured) -> Figure:
    cache.clear()
    return actions.publish(measured(), by=council.marta, at=MORNING)


def words(document: bytes) -> str:
    """All the text of a PDF, its lines joined."""
    pages = PdfReader(BytesIO(document)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_an_english_reader_reads_the_report_under_the_seal_of_the_spanish_one(
    client: Client, figure: Figure
) -> None:
    official = client.get("/informe/2026/informe.json").content
    client.cookies["django_language"] = "en"
    content = client.get("/informe/2026/").context["content"]
    assert content.title == "Annual report 2026"
    assert content.seal == sha256(official).hexdigest()
    assert client.get("/informe/2026/informe.json").content == official


def test_page_pdf_and_data_say_the_same(client: Client, figure: Figure) -> None:
    page = client.get("/informe/2026/")
    content = page.context["content"]
    printed = client.get("/informe/2026/informe.pdf")
    data = client.get("/informe/2026/informe.json")
    assert printed.headers["Content-Type"] == "application/pdf"
    assert sha256(data.content).hexdigest() == content.seal
    for text in ("7,0\u00a0min", "mediana de 8 minutos", "Centro de monitoreo", content.seal):
        assert text.replace("\u00a0", " ") in words(printed.content)
    assert content.seal in page.content.decode()
    assert ">7,0&nbsp;min<" in page.content.decode()


def test_every_page_of_the_pdf_says_where_to_check_it(client: Client, figure: Figure) -> None:
    printed = client.get("/informe/2026/informe.pdf").content
    seal = client.get("/informe/2026/").context["content"].seal
    pages = PdfReader(BytesIO(printed)).pages
    for number, page in enumerate(pages, 1):
        text = " ".join(page.extract_text().split())
        assert "http://testserver/informe/2026/" in text
        assert seal in text
        assert f"Página {number} de {len(pages)}" in text


def test_the_example_is_marked_on_every_page_and_in_the_name(
    client: Client, figure: Figure, settings: Settings
) -> None:
    settings.EXAMPLE = "loja"
    answer = client.get("/informe/2026/informe.pdf")
    assert "datos-de-ejemplo" in answer.headers["Content-Disposition"]
    for page in PdfReader(BytesIO(answer.content)).pages:
        assert "Datos de ejemplo" in page.extract_text()


def test_a_year_without_figures_has_no_report(client: Client, figure: Figure) -> None:
    assert client.get("/informe/2019/").status_code == 404
    assert client.get("/informe/2019/informe.pdf").status_code == 404
    assert "Informe 2026" in client.get("/informe/").content.decode()


def test_a_pdf_that_cannot_be_set_is_said_and_the_report_stays(
    client: Client, figure: Figure, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    broken = tmp_path / "broken.typ"
    broken.write_text("#no-such-thing\n", encoding="utf-8")
    monkeypatch.setattr(printing.pdf, "__kwdefaults__", {"template": broken})
    answer = client.get("/informe/2026/informe.pdf")
    assert answer.status_code == 503
    assert "El PDF no se pudo preparar" in answer.content.decode()
    assert "unknown variable: no-such-thing" in answer.content.decode()
    assert answer.headers["Cache-Control"] == "no-store"
    assert client.get("/informe/2026/").status_code == 200
