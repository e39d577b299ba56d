"""A council gives a Word template, sees it with real data, uses it, and goes back."""

import io

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.reports.formats.docx import accepted
from sereno.reports.models import Edition, TemplateChoice, WordTemplate
from tests.reports.formats.docx.made import with_paragraph
from tests.reports.queries.papers.conftest import Scene

DESK = "/publicar/plantillas/work_plan/"


@pytest.fixture
def desk(scene: Scene, client: Client) -> Client:
    client.force_login(scene.council.carmen)
    return client


def give(client: Client, data: bytes, name: str = "nuestra.docx") -> str:
    given = {"template": SimpleUploadedFile(name, data)}
    return client.post(f"{DESK}recibir/", given, follow=True).content.decode()


def test_a_template_is_given_seen_used_and_put_aside(desk: Client, scene: Scene) -> None:
    page = give(desk, with_paragraph("Membrete del Consejo"))
    assert "La plantilla sirve" in page
    assert "Poner diez alarmas" in page
    assert "Membrete del Consejo" in page
    template = WordTemplate.objects.get()
    assert not TemplateChoice.objects.exists()
    used = desk.post(f"{DESK}usar/", {"template": template.pk}, follow=True).content.decode()
    assert "saldrán con esa plantilla" in used
    desk.post("/publicar/documentos/work_plan/2026/preparar/")
    edition = Edition.objects.get()
    assert edition.document.template == template.sha256
    drawn = desk.get(f"/publicar/ediciones/{edition.pk}/edicion.docx").content
    assert "Membrete del Consejo" in accepted.text_of(drawn)
    back = desk.post(f"{DESK}usar/", follow=True).content.decode()
    assert "la plantilla de la casa" in back
    assert "la de la casa" in desk.get("/publicar/plantillas/").content.decode()
    again = desk.get(f"/publicar/ediciones/{edition.pk}/edicion.docx").content
    assert again == drawn


def test_a_template_with_a_fault_is_refused_with_its_place(desk: Client) -> None:
    page = give(desk, with_paragraph("{{ alcalde }}"))
    assert "En el cuerpo, «{{ alcalde }}» se pide «alcalde»" in page
    assert "no es un documento de Word" in give(desk, b"hola")
    assert "Elija el archivo de su plantilla" in desk.post(f"{DESK}recibir/").content.decode()
    assert not WordTemplate.objects.exists()


def test_the_house_s_own_can_be_had_to_begin_with(desk: Client) -> None:
    opened = docx.Document(io.BytesIO(desk.get(f"{DESK}casa/plantilla.docx").content))
    assert any("{{ titulo }}" in each.text for each in opened.paragraphs)
    assert "Poner diez alarmas" in accepted.text_of(desk.get(f"{DESK}casa/muestra.docx").content)
    assert desk.get("/publicar/plantillas/nada/").status_code == 404
    assert desk.get(f"{DESK}99/plantilla.docx").status_code == 404
    assert desk.get(f"{DESK}../x/plantilla.docx").status_code == 404


def test_every_document_can_be_tried_with_what_is_kept(desk: Client) -> None:
    for kind in Edition.Kind.values:
        assert desk.get(f"/publicar/plantillas/{kind}/casa/muestra.docx").status_code == 200


def test_what_stands_already_is_said(desk: Client) -> None:
    page = desk.post(f"{DESK}usar/", follow=True).content.decode()
    assert "ya sale con esa plantilla" in page


def test_who_may_not_keep_one_only_looks(desk: Client, scene: Scene) -> None:
    desk.force_login(scene.council.ana)
    assert "Dar otra plantilla" not in desk.get(DESK).content.decode()
    assert desk.post(f"{DESK}recibir/").status_code == 403
