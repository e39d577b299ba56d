"""The calendar of the year on the desk: opening it, telling steps, opening proofs, closing."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.assemblies.models import Process, Proof
from sereno.people.models import Person
from tests.assemblies.conftest import PDF


def enter(client: Client, person: Person) -> Client:
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


@pytest.fixture
def process(client: Client, carmen: Person) -> Process:
    enter(client, carmen)
    client.post("/asambleas/proceso/cargar/")
    client.post(
        "/asambleas/proceso/abrir/",
        {"year": 2025, "calendar": "0", "deliberation_on": "2026-05-22"},
    )
    return Process.objects.get()


def test_a_year_is_opened_from_the_loaded_steps(client: Client, process: Process) -> None:
    page = client.get("/asambleas/proceso/2025/").content.decode()
    assert "Rendición de cuentas de 2025" in page
    assert "Hay que atender" in page
    listed = client.get("/asambleas/proceso/").content.decode()
    assert "Cuentas de 2025" in listed
    again = {"year": 2025, "calendar": "0"}
    refused = client.post("/asambleas/proceso/abrir/", again, follow=True).content.decode()
    assert "ya está abierto" in refused
    assert client.post("/asambleas/proceso/abrir/", {"year": 1}).status_code == 422


def test_a_phase_that_lacks_proof_says_which(client: Client, process: Process) -> None:
    page = client.post("/asambleas/proceso/2025/fase/1/", follow=True).content.decode()
    assert "La fase sigue abierta" in page
    assert "falta hacer o probar «Nombrar el equipo de la entidad»; «Formar las dos sub" in page


def test_a_step_is_told_shown_and_opened_by_another(
    client: Client, process: Process, elena: Person
) -> None:
    record = process.records.get(step__code="equipo")
    where = f"/asambleas/proceso/pasos/{record.pk}/"
    client.post(f"{where}hecho/", {"done_on": "2026-02-10"})
    late = client.post(f"{where}hecho/", {"done_on": "2999-02-10"})
    assert late.status_code == 422
    bad = SimpleUploadedFile("acta.pdf", b"MZ")
    assert client.post(f"{where}prueba/", {"title": "Acta", "file": bad}).status_code == 422
    client.post(f"{where}prueba/", {"title": "Acta", "file": SimpleUploadedFile("a.pdf", PDF)})
    proof = Proof.objects.get()
    review = f"/asambleas/pruebas/{proof.pk}/revisar/"
    assert (
        "debe confirmarlo otra" in client.post(review, {"abre": "si"}, follow=True).content.decode()
    )
    enter(client, elena)
    served = client.get(f"/asambleas/pruebas/{proof.pk}/")
    assert b"".join(served.streaming_content) == PDF  # type: ignore[attr-defined]
    assert "Se abrió y sirve" in client.post(review, {"abre": "si"}, follow=True).content.decode()


def test_the_day_of_the_deliberation_moves_its_steps(client: Client, process: Process) -> None:
    client.post("/asambleas/proceso/2025/deliberacion/", {"day": "2026-05-29"})
    process.refresh_from_db()
    assert f"{process.deliberation_on}" == "2026-05-29"
    page = client.post("/asambleas/proceso/2025/deliberacion/", {"day": ""}, follow=True)
    assert "Escriba el día" in page.content.decode()
