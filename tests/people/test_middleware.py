"""Where the second step is required, staff set it before anything else; neighbours need none."""

from collections.abc import Iterator

import pytest
from allauth.mfa.models import Authenticator
from asgiref.sync import async_to_sync
from django.test import AsyncClient, Client
from django.urls import reverse

from sereno.people import actions
from sereno.people.rules import STAFF, Role
from tests.people.cast import AT, enrol
from tests.people.doors import code_of, give_telephone, second_factor, sign_in

pytestmark = pytest.mark.django_db
HOME = reverse("people:home")
SET_IT = reverse("mfa_activate_totp")


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
