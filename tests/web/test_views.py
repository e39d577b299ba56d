"""The style guide, and the pages of error in plain words."""

import pytest
from django.conf import LazySettings
from django.test import Client, RequestFactory
from django.views import defaults

from sereno.people.rules import Role
from sereno.web.views import FACES
from tests.people.cast import enrol

GUIDE = "/guia-de-estilo/"


@pytest.mark.django_db
@pytest.mark.parametrize("face", FACES)
def test_staff_see_every_face_of_the_guide(client: Client, face: str) -> None:
    client.force_login(enrol("Carmen", Role.PLANNER))
    answer = client.get(f"{GUIDE}{face}/")
    assert answer.status_code == 200
    assert f'class="face-{face}"' in answer.content.decode()


@pytest.mark.django_db
def test_the_guide_is_not_there_for_neighbours_and_strangers(client: Client) -> None:
    assert client.get(GUIDE).status_code == 404
    client.force_login(enrol("Pedro", Role.NEIGHBOUR))
    assert client.get(GUIDE).status_code == 404


@pytest.mark.django_db
def test_whoever_develops_sees_the_guide_without_signing_in(
    client: Client, settings: LazySettings
) -> None:
    settings.DEBUG = True
    assert client.get(GUIDE).status_code == 200
    assert client.get(f"{GUIDE}pared/").status_code == 404


@pytest.mark.django_db
def test_an_example_is_marked_on_every_face(client: Client, settings: LazySettings) -> None:
    client.force_login(enrol("Carmen", Role.PLANNER))
    for face in FACES:
        settings.EXAMPLE = "loja"
        assert "Nada de esto ocurrió" in client.get(f"{GUIDE}{face}/").content.decode()
        settings.EXAMPLE = "none"
        assert "Nada de esto ocurrió" not in client.get(f"{GUIDE}{face}/").content.decode()


@pytest.mark.django_db
def test_a_wrong_field_says_what_is_wrong_and_points_to_it(client: Client) -> None:
    client.force_login(enrol("Carmen", Role.PLANNER))
    page = client.get(GUIDE).content.decode()
    assert 'aria-invalid="true"' in page
    assert "Introduzca una fecha válida" in page


def test_every_refusal_says_what_to_do_next() -> None:
    request = RequestFactory().get("/nada/")
    fault = Exception("secreto interno")
    for answer in (
        defaults.bad_request(request, fault),
        defaults.permission_denied(request, fault),
        defaults.page_not_found(request, fault),
        defaults.server_error(request),
    ):
        page = answer.content.decode()
        assert "Qué puede hacer" in page
        assert 'href="/"' in page
        assert "secreto interno" not in page
        assert '<html lang="es-ec"' in page


def test_a_failure_of_ours_names_the_number_for_emergencies() -> None:
    assert "911" in defaults.server_error(RequestFactory().get("/")).content.decode()
