"""The director says the council's name, and every reader meets it."""

import pytest
from django.test import Client
from django.urls import reverse

from sereno.people.queries import beginning
from sereno.people.rules import Role
from sereno.territory.models import Canton, Council
from tests.people.cast import enrol
from tests.territory.ground import DAY

pytestmark = pytest.mark.django_db
PAGE = reverse("territory:council")
SAID = {
    "name": "Consejo de Seguridad de Quilanga",
    "short_name": "Consejo de Quilanga",
    "email": "consejo@quilanga.example",
    "telephone": "(07) 000 0000",
    "address": "Calle Real y 10 de Agosto",
    "transparency_officer": "Secretaría del Consejo",
}


@pytest.fixture
def elena(client: Client) -> Client:
    client.force_login(enrol("elena", Role.DIRECTOR))
    return client


def lacks() -> list[str]:
    return beginning.LACKS["council"](DAY)


def test_what_is_said_is_read_on_every_public_page(elena: Client) -> None:
    Canton.objects.create(code="1112", name="Quilanga")
    assert len(lacks()) == 1
    done = elena.post(PAGE, SAID, follow=True)
    assert "Guardado." in done.content.decode()
    assert lacks() == []
    for address in ("/", "/sugerencias/", "/como-se-calcula/"):
        page = Client().get(address).content.decode()
        for words in ("name", "email", "telephone", "address", "transparency_officer"):
            assert SAID[words] in page, (address, words)
    assert "Consejo de Quilanga</span>" in Client().get("/").content.decode()
    elena.post(PAGE, SAID | {"short_name": "Consejo Vivo"})
    assert "Consejo Vivo</span>" in Client().get("/").content.decode(), "a page drawn before"


def test_one_way_to_reach_it_is_enough(elena: Client) -> None:
    Canton.objects.create(code="1112", name="Quilanga")
    elena.post(PAGE, {"name": "Consejo", "transparency_officer": "Secretaría"})
    assert len(lacks()) == 1
    elena.post(PAGE, {"name": "Consejo", "transparency_officer": "Secretaría", "telephone": "1"})
    assert lacks() == []


def test_a_refusal_says_what_to_do(elena: Client) -> None:
    refused = elena.post(PAGE, SAID)
    assert refused.status_code == 422
    assert "Primero Planificación dice el cantón" in refused.content.decode()
    Canton.objects.create(code="1112", name="Quilanga")
    wrong = elena.post(PAGE, SAID | {"email": "consejo"})
    assert wrong.status_code == 422
    assert not Council.objects.exists()
