"""People: enrolling, appointing and dismissing, each by whom it belongs to."""

import pytest
from django.test import Client
from django.urls import reverse

from sereno.people import actions
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.people.cast import AT, enrol
from tests.people.doors import give_telephone

pytestmark = pytest.mark.django_db
LIST = reverse("people:list")
NEW = {
    "full_name": "Luis Jaramillo",
    "username": "Luis",
    "password": "tres palabras cortas",
    "role": Role.TECHNICIAN,
}


def as_one(client: Client, username: str, *roles: Role) -> Person:
    person = enrol(username, *roles)
    client.force_login(person)
    return person


def test_elena_who_directs_enrols_luis(client: Client) -> None:
    as_one(client, "elena", Role.DIRECTOR)
    done = client.post(reverse("people:enrol"), NEW)
    luis = Person.objects.get(username="luis")
    assert done.headers["Location"] == reverse("people:person", args=[luis.pk])
    assert luis.roles() == {Role.TECHNICIAN}
    assert luis.check_password(NEW["password"])


def test_marta_who_supervises_enrols_neighbours_and_no_officers(client: Client) -> None:
    as_one(client, "marta", Role.SUPERVISOR)
    refused = client.post(reverse("people:enrol"), NEW | {"role": Role.DIRECTOR})
    assert refused.status_code == 400
    assert not Person.objects.filter(username="luis").exists()
    client.post(reverse("people:enrol"), NEW | {"role": Role.NEIGHBOUR})
    assert Person.objects.get(username="luis").roles() == {Role.NEIGHBOUR}


def test_a_name_that_is_taken_and_a_weak_password_are_refused_with_a_sentence(
    client: Client,
) -> None:
    as_one(client, "elena", Role.DIRECTOR)
    taken = client.post(reverse("people:enrol"), NEW | {"username": "ELENA"}).content.decode()
    assert "Ya hay una persona que ingresa como «elena»" in taken
    weak = client.post(reverse("people:enrol"), NEW | {"password": "1234"})
    assert weak.status_code == 400
    assert "contraseña" in weak.content.decode()
    assert not Person.objects.filter(username="luis").exists()


def test_elena_gives_a_role_and_takes_it_away(client: Client) -> None:
    as_one(client, "elena", Role.DIRECTOR)
    carmen = enrol("carmen", Role.PLANNER)
    role = {"role": Role.FINANCE}
    client.post(reverse("people:appoint", args=[carmen.pk]), role)
    carmen.forget_roles()
    assert carmen.roles() == {Role.PLANNER, Role.FINANCE}
    again = client.post(reverse("people:appoint", args=[carmen.pk]), role, follow=True)
    assert "ya tenía la función: Finanzas" in again.content.decode()
    client.post(reverse("people:dismiss", args=[carmen.pk]), role)
    gone = client.post(reverse("people:dismiss", args=[carmen.pk]), role, follow=True)
    assert "no tenía la función: Finanzas" in gone.content.decode()
    carmen.forget_roles()
    assert carmen.roles() == {Role.PLANNER}


def test_nobody_changes_their_own_roles(client: Client) -> None:
    elena = as_one(client, "elena", Role.DIRECTOR)
    for door in ("people:appoint", "people:dismiss"):
        said = client.post(reverse(door, args=[elena.pk]), {"role": Role.DIRECTOR}, follow=True)
        assert "Nadie cambia sus propias funciones" in said.content.decode()
    elena.forget_roles()
    assert elena.roles() == {Role.DIRECTOR}


def test_a_role_taken_away_closes_the_door_at_once(client: Client) -> None:
    marta = as_one(client, "marta", Role.SUPERVISOR)
    assert client.get(LIST).status_code == 200
    actions.dismiss(marta, Role.SUPERVISOR, by=None, at=AT)
    assert client.get(LIST).status_code == 403


def test_a_lost_telephone_is_withdrawn_but_never_ones_own(client: Client) -> None:
    elena = as_one(client, "elena", Role.DIRECTOR)
    rosa = enrol("rosa", Role.OPERATOR)
    give_telephone(rosa)
    give_telephone(elena)
    said = client.post(reverse("people:withdraw-factor", args=[rosa.pk]), follow=True)
    assert "ingresa ahora solo con su contraseña" in said.content.decode()
    said = client.post(reverse("people:withdraw-factor", args=[rosa.pk]), follow=True)
    assert "no tenía segundo paso" in said.content.decode()
    own = client.post(reverse("people:withdraw-factor", args=[elena.pk]))
    assert own.status_code == 403
    assert elena.pk in {person.pk for person in Person.objects.filter(authenticator__isnull=False)}


def test_a_forgotten_password_is_given_anew_and_ends_the_sessions_of_the_old(
    client: Client,
) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    hers = Client()
    hers.force_login(rosa)
    as_one(client, "elena", Role.DIRECTOR)
    address = reverse("people:give-password", args=[rosa.pk])
    weak = client.post(address, {"password": "rosa"}, follow=True).content.decode()
    assert "contraseña" in weak
    rosa.refresh_from_db()
    assert rosa.check_password("la clave de rosa")
    client.post(address, {"password": "cuatro palabras muy cortas"})
    rosa.refresh_from_db()
    assert rosa.check_password("cuatro palabras muy cortas")
    assert hers.get(reverse("people:home")).status_code == 302


@pytest.mark.parametrize("door", ["people:give-password", "people:withdraw-factor"])
def test_a_supervisor_does_not_open_the_account_of_a_director(client: Client, door: str) -> None:
    elena = enrol("elena", Role.DIRECTOR)
    give_telephone(elena)
    as_one(client, "marta", Role.SUPERVISOR)
    refused = client.post(reverse(door, args=[elena.pk]), {"password": "una que marta conoce"})
    assert refused.status_code == 403
    elena.refresh_from_db()
    assert elena.check_password("la clave de elena")
    assert "Olvidó su contraseña" not in (
        client.get(reverse("people:person", args=[elena.pk])).content.decode()
    )


def test_people_are_found_by_name_and_by_role_a_page_at_a_time(client: Client) -> None:
    as_one(client, "elena", Role.DIRECTOR)
    actions.enrol_all(
        [
            actions.Newcomer(f"v{n:04}", f"Vecina {n:04}", "la clave", (Role.NEIGHBOUR,))
            for n in range(120)
        ],
        by=None,
        at=AT,
    )
    page = client.get(LIST, {"funcion": "neighbour"}).content.decode()
    assert "120 personas" in page
    assert "Vecina 0049" in page
    assert "Vecina 0050" not in page
    assert "?funcion=neighbour&amp;pagina=2" in page
    found = client.get(LIST, {"buscar": "vecina 0077"}).content.decode()
    assert "1 persona" in found
    enrol("ángel", Role.NEIGHBOUR)
    assert "Ángel" in client.get(LIST, {"buscar": "ANGEL"}).content.decode()
    everyone = client.get(LIST).content.decode()
    assert everyone.index(">Ángel<") < everyone.index(">Elena</a>")
    nobody = client.get(LIST, {"buscar": "nadie así"}).content.decode()
    assert "Nadie coincide" in nobody


def test_the_list_asks_the_database_as_often_for_one_as_for_fifty(
    client: Client, django_assert_max_num_queries: object
) -> None:
    as_one(client, "elena", Role.DIRECTOR)
    for number in range(30):
        enrol(f"op{number}", Role.OPERATOR)
    assert callable(django_assert_max_num_queries)
    with django_assert_max_num_queries(10):
        client.get(LIST)
