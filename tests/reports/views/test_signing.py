"""Three people sign an edition at the desk, each once, and anyone reads the signed PDF."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from sereno.logbook.models import Entry
from sereno.people.models import Person
from sereno.reports.formats.pdf import signing
from sereno.reports.models import Edition, SignedCopy
from tests.reports.formats import chain
from tests.reports.queries.papers.conftest import Scene


@pytest.fixture
def edition(scene: Scene, client: Client) -> Edition:
    client.force_login(scene.council.carmen)
    client.post("/publicar/documentos/work_plan/2026/preparar/")
    return Edition.objects.get()


def sign(client: Client, who: Person, edition: Edition, password: str = chain.PASSWORD) -> str:
    client.force_login(who)
    given = {
        "certificate": SimpleUploadedFile("mio.p12", chain.pkcs12_of(str(who))),
        "password": password,
    }
    answer = client.post(f"/publicar/ediciones/{edition.pk}/firmar/", given, follow=True)
    return answer.content.decode()


def test_three_people_sign_and_the_signed_pdf_is_public(
    edition: Edition, scene: Scene, client: Client
) -> None:
    council = scene.council
    assert "Firmar: Elaborado por" in sign(client, council.carmen, edition, "otra")
    assert not SignedCopy.objects.exists()
    for who in (council.carmen, council.jorge, council.marta):
        assert "Quedó firmada" in sign(client, who, edition)
    assert client.get(f"/ediciones/{edition.slug}/firmado.pdf").status_code == 404
    client.post(f"/publicar/ediciones/{edition.pk}/publicar/")
    client.logout()
    assert "Todavía sin firma" not in client.get(f"/ediciones/{edition.slug}/").content.decode()
    assert "3 firmas electrónicas" in client.get(f"/ediciones/{edition.slug}/").content.decode()
    answer = client.get(f"/ediciones/{edition.slug}/firmado.pdf")
    data = b"".join(answer)
    found = signing.signatures(data)
    assert [each.holds for each in found] == [True, True, True]
    assert Entry.objects.filter(event="edition.signed").count() == 3


def test_nobody_signs_twice(edition: Edition, scene: Scene, client: Client) -> None:
    sign(client, scene.council.carmen, edition)
    assert "Cada firma es de una persona distinta" in sign(client, scene.council.carmen, edition)
    assert SignedCopy.objects.count() == 1


def test_neither_certificate_nor_password_is_kept(
    edition: Edition, scene: Scene, client: Client
) -> None:
    sign(client, scene.council.carmen, edition)
    copy = SignedCopy.objects.get()
    told = str([entry.data for entry in Entry.objects.all()]) + str(vars(copy))
    assert chain.PASSWORD not in told
    with copy.file.open("rb") as kept:
        assert chain.PASSWORD.encode() not in kept.read()


def test_a_form_without_certificate_says_what_to_do(
    edition: Edition, scene: Scene, client: Client
) -> None:
    address = f"/publicar/ediciones/{edition.pk}/firmar/"
    page = client.post(address, {"password": "x"}, follow=True).content.decode()
    assert "Elija el archivo de su certificado." in page


def test_a_published_edition_says_which_signatures_are_missing(
    edition: Edition, scene: Scene, client: Client
) -> None:
    sign(client, scene.council.carmen, edition)
    client.force_login(scene.council.marta)
    client.post(f"/publicar/ediciones/{edition.pk}/publicar/")
    client.logout()
    page = client.get(f"/ediciones/{edition.slug}/").content.decode()
    assert "Todavía sin firma electrónica: Revisado por, Aprobado por." in page
