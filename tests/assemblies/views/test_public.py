"""What anyone may open: asking without an account, following a code, supporting, the table."""

import pytest
from django.test import Client
from pytest_django import Settings

from sereno.assemblies import actions
from sereno.assemblies.models import Commitment, Contact, Matter, Suggestion, Support
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import SuggestionDraft
from sereno.people.models import Person
from sereno.territory.models import Parish
from tests.assemblies.conftest import AT

pytestmark = pytest.mark.django_db


def test_pedro_asks_and_follows_it_by_its_code(client: Client, parish: Parish) -> None:
    sent = {"text": "Más luz en Jipiro", "parish": parish.pk, "contact": "099 000 0000"}
    answer = client.post("/sugerencias/nueva/", sent)
    assert answer.status_code == 302
    page = client.get(answer.headers["Location"])
    text = page.content.decode()
    assert "Más luz en Jipiro" in text
    assert answer.headers["Location"].split("/")[2] in text
    assert "099 000 0000" not in text
    assert page.headers["X-Robots-Tag"] == "noindex"
    assert "no-store" in page.headers["Cache-Control"]
    assert Contact.objects.count() == 1
    assert "sessionid" not in client.cookies


def test_words_nobody_grouped_are_not_public(client: Client) -> None:
    actions.receive(SuggestionDraft("Mi vecino Pedro", "web"), code=new_code(), at=AT)
    assert "Pedro" not in client.get("/sugerencias/").content.decode()


@pytest.mark.parametrize("code", ["XXXX-XXXX-XXXX", "abc", "2222-2222-2222"])
def test_a_guessed_code_opens_nothing(client: Client, code: str) -> None:
    assert client.get(f"/sugerencias/{code}/").status_code == 404


def test_a_typed_code_is_put_in_order(client: Client) -> None:
    code = new_code()
    actions.receive(SuggestionDraft("Luz", "paper"), code=code, at=AT)
    typed = code.replace("-", " ").lower()
    answer = client.get("/sugerencias/", {"codigo": typed}, follow=True)
    assert "Luz" in answer.content.decode()
    assert "doce letras" in client.get("/sugerencias/", {"codigo": "AB"}).content.decode()


def test_a_machine_that_fills_everything_is_not_kept(client: Client) -> None:
    answer = client.post("/sugerencias/nueva/", {"text": "Compre", "website": "http://x"})
    assert answer.status_code == 302
    assert not Suggestion.objects.exists()


def test_an_empty_form_says_so(client: Client) -> None:
    answer = client.post("/sugerencias/nueva/", {"text": " "})
    assert answer.status_code == 422
    assert not Suggestion.objects.exists()


def test_a_flood_is_stopped(client: Client, settings: Settings) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"suggest": "2/10m/ip"}
    answers = [client.post("/sugerencias/nueva/", {"text": f"uno {n}"}) for n in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert Suggestion.objects.count() == 2


def test_pedro_supports_a_matter_once(client: Client, matter: Matter) -> None:
    where = f"/sugerencias/asuntos/{matter.pk}/apoyar/"
    assert "quedó contado" in client.post(where, follow=True).content.decode()
    assert "ya estaba contado" in client.post(where, follow=True).content.decode()
    client.cookies.clear()
    client.post(where)
    assert Support.objects.filter(matter=matter).count() == 2


def test_supports_from_one_place_have_a_limit(
    client: Client, matter: Matter, settings: Settings
) -> None:
    settings.ACCOUNT_RATE_LIMITS = settings.ACCOUNT_RATE_LIMITS | {"support": "1/10m/ip"}
    for _time in range(3):
        client.cookies.clear()
        client.post(f"/sugerencias/asuntos/{matter.pk}/apoyar/")
    assert Support.objects.count() == 1


@pytest.mark.usefixtures("november")
def test_the_matter_leads_to_what_was_promised(
    client: Client, commitment: Commitment, matter: Matter
) -> None:
    page = client.get(f"/sugerencias/asuntos/{matter.pk}/").content.decode()
    assert "Poner diez alarmas" in page
    assert "31/12/2026" in page
    assert "sin dato" in page
    listed = client.get("/sugerencias/", {"estado": "committed"}).content.decode()
    assert "Alarmas en parques" in listed
    assert "Alarmas en parques" not in client.get("/sugerencias/?estado=kept").content.decode()


def test_the_table_and_its_file_say_the_same(client: Client, commitment: Commitment) -> None:
    page = client.get("/sugerencias/cumplimiento/2026/").content.decode()
    assert "sin dato" in page
    assert "0,0" not in page.split("<tbody>")[1]
    file = client.get("/sugerencias/cumplimiento/2026.csv").content.decode("utf-8-sig")
    assert file.splitlines()[1] == "Alarmas en parques,,,unknown,"
    assert "Nada que contar" in client.get("/sugerencias/cumplimiento/2020/").content.decode()


def test_a_cell_does_not_become_a_formula(client: Client, carmen: Person, matter: Matter) -> None:
    Matter.objects.filter(pk=matter.pk).update(title="=HYPERLINK(1)")
    file = client.get("/sugerencias/cumplimiento/2026.csv").content.decode("utf-8-sig")
    assert file.splitlines()[1].startswith("'=HYPERLINK")
