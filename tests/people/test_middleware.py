"""Staff change a given password first, and set the second step where it is required."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client
from django.urls import reverse

from sereno.people import actions
from sereno.people.models import Person
from sereno.people.rules import STAFF, Role
from tests.people.cast import AT, enrol
from tests.people.doors import code_of, give_telephone, second_factor, sign_in

pytestmark = pytest.mark.django_db
HOME = reverse("people:home")
SET_IT = reverse("mfa_activate_totp")
CHANGE_IT = reverse("account_change_password")


@pytest.fixture(autouse=True)
def _required() -> Iterator[None]:
    with second_factor("required"):
        yield


@pytest.mark.parametrize("role", sorted(STAFF))
def test_staff_without_a_second_step_are_sent_to_set_it(client: Client, role: Role) -> None:
    enrol("rosa", role)
    sign_in(client, "rosa")
    for address in (HOME, reverse("people:list"), reverse("people:shifts")):
        answer = client.get(address)
        assert (answer.status_code, answer.headers.get("Location")) == (302, SET_IT)


def test_the_page_where_it_is_set_and_the_way_out_are_open(client: Client) -> None:
    enrol("rosa", Role.OPERATOR)
    sign_in(client, "rosa")
    assert client.get(SET_IT).status_code == 200
    assert client.get(reverse("account_logout")).status_code == 200


def test_once_set_everything_opens(client: Client) -> None:
    enrol("rosa", Role.OPERATOR)
    sign_in(client, "rosa")
    secret = client.get(SET_IT).context["form"].secret
    client.post(SET_IT, {"code": code_of(secret)})
    assert client.get(HOME).status_code == 200


def test_nothing_is_done_on_the_way(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    sign_in(client, "rosa")
    client.post(reverse("people:begin-shift"), {"post": "Consola 1"})
    assert not rosa.shifts.exists()


@pytest.mark.parametrize("role", [Role.NEIGHBOUR, Role.PROMOTER])
def test_a_neighbour_is_not_asked_for_it(client: Client, role: Role) -> None:
    enrol("nube", role)
    sign_in(client, "nube")
    assert client.get(HOME).headers.get("Location") != SET_IT


def test_staff_can_not_leave_it_out_again(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    secret = give_telephone(rosa)
    sign_in(client, "rosa")
    client.post(reverse("mfa_authenticate"), {"code": code_of(secret)})
    page = client.get(reverse("mfa_deactivate_totp"))
    assert "Su función exige el segundo paso" in page.content.decode()
    client.post(reverse("mfa_deactivate_totp"))
    assert Authenticator.objects.filter(user=rosa).exists()


def test_a_neighbour_who_becomes_staff_signs_in_again(client: Client) -> None:
    nube = enrol("nube", Role.NEIGHBOUR)
    give = give_telephone(nube)
    sign_in(client, "nube")
    client.post(reverse("mfa_authenticate"), {"code": code_of(give)})
    actions.appoint(nube, Role.OPERATOR, by=None, at=AT)
    answer = client.get(HOME)
    assert answer.headers["Location"].startswith(reverse("account_login"))
    assert "_auth_user_id" not in client.session


def test_a_stranger_passes_to_the_guard_of_each_page(client: Client) -> None:
    assert client.get(HOME).headers["Location"].startswith(reverse("account_login"))
    assert client.get("/no-existe/").status_code == 404


@pytest.mark.django_db(transaction=True)
def test_on_the_event_loop_it_holds_too() -> None:
    rosa = enrol("rosa", Role.OPERATOR)

    async def visit() -> tuple[str, str]:
        client = AsyncClient()
        await client.aforce_login(rosa)
        hers = await client.get(HOME)
        strangers = await AsyncClient().get(HOME)
        return hers.headers["Location"], strangers.headers["Location"]

    hers, strangers = async_to_sync(visit)()
    assert hers == SET_IT
    assert strangers.startswith(reverse("account_login"))


@pytest.fixture
def given() -> Person:
    """Rosa, whose password the director chose."""
    director = enrol("marta", Role.DIRECTOR)
    newcomer = actions.Newcomer("rosa", "Rosa", "la clave de rosa", (Role.OPERATOR,))
    return actions.enrol(newcomer, by=director, at=AT)


def change(client: Client, new: str) -> None:
    typed = {"oldpassword": "la clave de rosa", "password1": new, "password2": new}
    client.post(CHANGE_IT, typed)


@pytest.mark.usefixtures("given")
@pytest.mark.parametrize("how", ["offered", "required"])
def test_a_given_password_opens_only_the_page_where_it_is_changed(client: Client, how: str) -> None:
    with second_factor(how):
        sign_in(client, "rosa")
        for address in (HOME, reverse("people:shifts")):
            assert client.get(address).headers["Location"] == CHANGE_IT
        page = client.get(CHANGE_IT).content.decode()
        assert "Otra persona le dio esta contraseña" in page
        assert "Dejarla como está" not in page


def test_once_changed_the_house_opens(client: Client, given: Person) -> None:
    with second_factor("offered"):
        sign_in(client, "rosa")
        change(client, "solo la sabe rosa misma")
        assert client.get(HOME).status_code == 200
    given.refresh_from_db()
    assert not given.password_was_given


def test_a_password_given_anew_must_be_changed_again(client: Client) -> None:
    rosa, director = enrol("rosa", Role.OPERATOR), enrol("marta", Role.DIRECTOR)
    with second_factor("offered"):
        sign_in(client, "rosa")
        assert client.get(HOME).status_code == 200
        actions.set_password(rosa, "la clave de rosa", by=director, at=AT)
        client.logout()
        sign_in(client, "rosa")
        assert client.get(HOME).headers["Location"] == CHANGE_IT


def test_a_neighbour_with_a_given_password_is_not_stopped(client: Client) -> None:
    promoter = enrol("nube", Role.PROMOTER)
    newcomer = actions.Newcomer("manuel", "Manuel", "la clave de manuel", (Role.NEIGHBOUR,))
    actions.enrol(newcomer, by=promoter, at=AT)
    sign_in(client, "manuel")
    assert client.get(HOME).headers.get("Location") != CHANGE_IT
