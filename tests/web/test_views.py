"""The style guide, the pages of error in plain words, and the weight of a public page."""

import gzip
import re
from pathlib import Path

import pytest
from django.conf import LazySettings
from django.contrib.staticfiles import finders
from django.test import Client, RequestFactory
from django.views import defaults

from sereno.people.rules import Role
from sereno.web.views import FACES
from tests.people.cast import enrol

GUIDE = "/guia-de-estilo/"
LIGHTEST = 40_000


@pytest.fixture(autouse=True)
def _second_factor_only_offered(settings: LazySettings) -> None:
    """What a second factor asks of staff is tried in the room of people."""
    settings.SECOND_FACTOR = "offered"


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


def test_the_shell_of_a_public_page_is_light_on_a_telephone() -> None:
    page = defaults.page_not_found(RequestFactory().get("/nada/"), Exception()).content
    # The home-screen icon is fetched only by who keeps the page there.
    names = re.findall(r'(?:href|src)="/static/([^"]+)"', page.decode().replace("icon-192", ""))
    files = {finders.find(name) for name in names if name.endswith((".css", ".js", ".svg"))}
    loaded = [Path(str(file)).read_bytes() for file in files]
    assert len(loaded) >= 6
    assert sum(len(gzip.compress(body)) for body in [page, *loaded]) < LIGHTEST
