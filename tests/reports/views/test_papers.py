"""A document from its draft to the public page: texts, what is missing, two pairs of eyes."""

import pytest
from django.test import Client

from sereno.reports import actions
from sereno.reports.models import Edition
from tests.reports.conftest import MORNING
from tests.reports.queries.papers.conftest import Scene

DESK = "/publicar/documentos/management/2026/"
ENDS = {"conclusiones": "Se llegó antes.", "recomendaciones": "Seguir.", "desafios": "El campo."}


@pytest.fixture
def desk(scene: Scene, client: Client) -> Client:
    client.force_login(scene.council.carmen)
    return client


@pytest.fixture
def published(desk: Client, scene: Scene) -> Edition:
    desk.post(f"{DESK}textos/", ENDS)
    desk.post(f"{DESK}preparar/")
    edition = Edition.objects.get()
    desk.force_login(scene.council.marta)
    desk.post(f"/publicar/ediciones/{edition.pk}/publicar/")
    desk.logout()
    return edition


def test_every_document_is_offered_with_what_it_may_be_about(desk: Client) -> None:
    page = desk.get("/publicar/documentos/").content.decode()
    assert "Informe de gestión por sector" in page
    assert "Deliberación de las cuentas, 20/05/2026" in page
    chosen = desk.get("/publicar/documentos/", {"documento": "management", "sobre": "2026"})
    assert chosen["Location"] == DESK


def test_a_draft_says_what_it_needs_and_is_not_prepared_without(desk: Client) -> None:
    assert "Falta para prepararlo" in desk.get(DESK).content.decode()
    page = desk.post(f"{DESK}preparar/", follow=True).content.decode()
    assert "Falta: Conclusiones; Recomendaciones; Desafíos." in page
    assert not Edition.objects.exists()


def test_a_text_with_an_identity_number_is_named_and_keeps_it_back(desk: Client) -> None:
    desk.post(f"{DESK}textos/", ENDS | {"desafios": "Preguntar a 1710034065"})
    page = desk.post(f"{DESK}preparar/", follow=True).content.decode()
    assert "datos personales o filas incompletas en Desafíos" in page
    assert not Edition.objects.exists()


def test_anyone_reads_it_and_follows_its_numbers(
    published: Edition, client: Client, scene: Scene
) -> None:
    assert published.title in client.get("/ediciones/").content.decode()
    page = client.get(f"/ediciones/{published.slug}/").content.decode()
    assert f'href="/cifras/{scene.figure.slug}/"' in page
    assert "Se llegó antes." in page
    for ending in ("pdf", "docx", "xlsx", "zip", "json"):
        assert client.get(f"/ediciones/{published.slug}/edicion.{ending}").status_code == 200


def test_a_figure_corrected_later_is_marked_on_the_page(
    published: Edition, client: Client, scene: Scene, measured: object
) -> None:
    page = client.get(f"/ediciones/{published.slug}/").content.decode()
    assert "Cifras corregidas después" not in page
    late = measured({"incident:1": "6", "incident:2": "9"})  # type: ignore[operator]
    actions.correct(scene.figure, late, "Llegó un caso tarde", by=scene.council.marta, at=MORNING)
    page = client.get(f"/ediciones/{published.slug}/").content.decode()
    assert "Cifras corregidas después" in page
    assert "Llegó un caso tarde" in page


def test_two_documents_of_like_names_have_two_addresses(desk: Client) -> None:
    first = "/publicar/documentos/work_plan/2026/"
    desk.post(f"{first}preparar/")
    edition = Edition.objects.get()
    edition.subject = "plan:99"
    edition.save()
    desk.post(f"{first}preparar/")
    assert sorted(Edition.objects.values_list("slug", flat=True)) == [
        "plan-de-trabajo-2026",
        "plan-de-trabajo-2026-2",
    ]


def test_what_waits_is_read_as_a_file_before_it_is_public(desk: Client) -> None:
    desk.post("/publicar/documentos/goals/2026-10/preparar/")
    edition = Edition.objects.get()
    answer = desk.get(f"/publicar/ediciones/{edition.pk}/edicion.pdf")
    assert answer["Content-Type"] == "application/pdf"
    assert desk.get(f"/ediciones/{edition.slug}/").status_code == 404


@pytest.mark.parametrize("place", ["management/1999", "nada/2026", "plan/plan:999", "goals/x"])
def test_what_it_cannot_be_about_is_not_found(desk: Client, place: str) -> None:
    assert desk.get(f"/publicar/documentos/{place}/").status_code == 404
