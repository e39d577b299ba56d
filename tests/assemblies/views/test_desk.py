"""The planner reads, puts together and answers; the director confirms; nobody does both."""

import pytest
from django.test import Client

from sereno.assemblies import actions
from sereno.assemblies.models import Advance, Commitment, Contact, Matter, Refusal
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import SuggestionDraft
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.plans.models import Project
from tests.assemblies.conftest import AT, asked
from tests.people.cast import enrol


def enter(client: Client, person: Person) -> Client:
    client.force_login(person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return client


def test_carmen_puts_suggestions_into_a_new_matter(client: Client, carmen: Person) -> None:
    one, two = asked("Alarma en Jipiro"), asked("Una sirena en el parque")
    enter(client, carmen)
    assert "Alarma en Jipiro" in client.get("/asambleas/sugerencias/").content.decode()
    said = {"suggestions": [one.pk, two.pk], "title": "Alarmas", "text": "Que haya", "year": 2025}
    page = client.post("/asambleas/sugerencias/agrupar/", said, follow=True).content.decode()
    assert "quedaron juntas" in page
    assert Matter.objects.get().suggestions.count() == 2


def test_a_matter_without_a_title_is_asked_for(client: Client, carmen: Person) -> None:
    one = asked()
    enter(client, carmen)
    answer = client.post("/asambleas/sugerencias/agrupar/", {"suggestions": [one.pk]})
    assert answer.status_code == 422
    assert "Hace falta" in answer.content.decode()


@pytest.mark.parametrize(
    ("ticked", "words"),
    [
        ([], "Elija al menos una sugerencia"),
        (["9" * 20], "Una de las elegidas ya está"),
        (["-1"], "Una de las elegidas ya está"),
        (["x"], "Una de las elegidas ya está"),
    ],
)
def test_what_cannot_have_been_ticked_is_refused_in_words(
    client: Client, carmen: Person, ticked: list[str], words: str
) -> None:
    enter(client, carmen)
    said = {"title": "Luz", "text": "Más luz", "year": 2025, "suggestions": ticked}
    answer = client.post("/asambleas/sugerencias/agrupar/", said)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not Matter.objects.exists()


def test_carmen_commits_to_a_project(
    client: Client, carmen: Person, matter: Matter, project: Project
) -> None:
    enter(client, carmen)
    said = {
        "text": "Diez alarmas",
        "project": project.pk,
        "responsible": project.responsible_id,
        "due_on": "2099-12-31",
    }
    where = f"/asambleas/sugerencias/asuntos/{matter.pk}/compromiso/"
    assert "quedó registrado" in client.post(where, said, follow=True).content.decode()
    again = client.post(where, said)
    assert again.status_code == 422
    assert "ya tiene un compromiso" in again.content.decode()


def test_a_no_is_written_by_one_and_given_by_another(
    client: Client, elena: Person, matter: Matter
) -> None:
    both = enrol("julia", Role.PLANNER, Role.DIRECTOR)
    enter(client, both)
    client.post(f"/asambleas/sugerencias/asuntos/{matter.pk}/no/", {"reason": "No es competencia"})
    refusal = Refusal.objects.get()
    where = f"/asambleas/sugerencias/no/{refusal.pk}/confirmar/"
    assert "debe confirmarlo otra persona" in client.post(where, follow=True).content.decode()
    assert not Refusal.objects.given().exists()
    enter(client, elena).post(where)
    assert Refusal.objects.given().get() == refusal


def test_an_advance_is_told_with_a_link_and_confirmed(
    client: Client, carmen: Person, elena: Person, commitment: Commitment
) -> None:
    where = f"/asambleas/sugerencias/asuntos/{commitment.matter_id}/avance/"
    said = {"as_of": "2026-05-01", "result": "Cinco", "percent": "50"}
    enter(client, carmen)
    refused = client.post(where, said)
    assert refused.status_code == 422
    assert "necesita un enlace" in refused.content.decode()
    client.post(where, said | {"title": "Acta", "link": "https://example.org/acta"})
    advance = Advance.objects.get()
    confirm = f"/asambleas/sugerencias/avances/{advance.pk}/confirmar/"
    enter(client, elena).post(confirm)
    assert Advance.objects.confirmed().get() == advance
    page = client.get(f"/asambleas/sugerencias/asuntos/{commitment.matter_id}/").content.decode()
    assert "50,0" in page


def test_the_contact_is_seen_by_few_and_erased(
    client: Client, carmen: Person, matter: Matter
) -> None:
    one = actions.receive(SuggestionDraft("Luz", "web", "099 111"), code=new_code(), at=AT)
    actions.group([one], matter, by=carmen, at=AT)
    where = f"/asambleas/sugerencias/asuntos/{matter.pk}/"
    auditor = enrol("andres", Role.AUDITOR)
    assert "099 111" not in enter(client, auditor).get(where).content.decode()
    assert "099 111" in enter(client, carmen).get(where).content.decode()
    assert "099 111" not in client.get(f"/sugerencias/asuntos/{matter.pk}/").content.decode()
    client.post(f"/asambleas/sugerencias/{one.pk}/contacto/")
    assert not Contact.objects.exists()


def test_elena_says_how_long_an_answer_may_take(client: Client, elena: Person) -> None:
    said = {"days": 30, "starts_on": "2026-01-01", "source": "Resolución 4 del Consejo"}
    enter(client, elena)
    page = client.post("/asambleas/sugerencias/plazo/", said, follow=True).content.decode()
    assert "se responde en 30 días (Resolución 4 del Consejo)" in page
    again = client.post("/asambleas/sugerencias/plazo/", said)
    assert again.status_code == 422
    assert "Ya hay un plazo" in again.content.decode()


@pytest.mark.parametrize("name", ["carmen", "nube"])
def test_only_the_director_confirms(
    client: Client, request: pytest.FixtureRequest, matter: Matter, name: str
) -> None:
    enter(client, request.getfixturevalue(name))
    assert client.post("/asambleas/sugerencias/no/1/confirmar/").status_code == 403
