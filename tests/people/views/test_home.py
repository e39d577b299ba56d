"""The start page: each role finds its first step, and the second factor is offered."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from sereno.people.queries import STEPS, WAITS, first_steps
from sereno.people.rules import ACTS, Role
from tests.people.cast import enrol
from tests.people.doors import give_telephone

pytestmark = pytest.mark.django_db
DAY = date(2026, 6, 15)
HOME = reverse("people:home")


@pytest.mark.parametrize("role", [*Role])
def test_every_role_has_a_start_page_that_opens(client: Client, role: Role) -> None:
    client.force_login(enrol("rosa", role))
    assert client.get(HOME, follow=True).status_code == 200


def test_a_step_is_offered_only_to_whoever_may_take_it() -> None:
    director = first_steps(enrol("elena", Role.DIRECTOR), today=DAY)
    assert reverse("people:list") in {step.address for step in director}
    planner = first_steps(enrol("carmen", Role.PLANNER), today=DAY)
    addresses = [step.address for step in planner]
    assert reverse("people:list") not in addresses
    assert reverse("territory:list") in addresses
    assert len(addresses) == len(set(addresses))


def test_each_finds_what_is_theirs_to_do_first() -> None:
    first = {
        Role.FINANCE: ("budget:year",),
        Role.DIRECTOR: ("results:approvals", "reports:desk"),
        Role.PLANNER: ("assemblies:suggestions", "assemblies:processes"),
        Role.PROMOTER: ("assemblies:meetings",),
    }
    for role, names in first.items():
        steps = first_steps(enrol(role.value, role), today=DAY)
        assert {reverse(name) for name in names} <= {step.address for step in steps}


def test_a_month_without_its_statement_is_told_to_whoever_enters_it() -> None:
    told = {
        role: WAITS["budget:year"](enrol(role.value, role), DAY)
        for role in (Role.FINANCE, Role.DIRECTOR)
    }
    assert told[Role.FINANCE] == ["falta la cédula de mayo"]
    assert told[Role.DIRECTOR] is None


def test_every_step_names_an_act_of_the_table() -> None:
    assert {act for act, *_ in STEPS} <= set(ACTS)


def test_staff_without_a_second_step_are_invited_to_it(client: Client) -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    client.force_login(rosa)
    invited = "Su cuenta se abre solo con la contraseña."
    assert invited in client.get(HOME).content.decode()
    give_telephone(rosa)
    page = client.get(HOME).content.decode()
    assert invited not in page
    assert "Segundo paso activo" in page


def test_a_stranger_is_shown_the_way_in(client: Client) -> None:
    answer = client.get(HOME)
    assert answer.headers["Location"] == f"{reverse('account_login')}?next={HOME}"


def test_a_room_tells_the_start_page_what_waits(
    client: Client, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(
        WAITS, "results:approvals", lambda person, _day: [f"3 de {person.username}"]
    )
    monkeypatch.setitem(WAITS, "reports:desk", lambda _person, _day: [])
    elena = enrol("elena", Role.DIRECTOR)
    give_telephone(elena)
    client.force_login(elena)
    page = client.get(HOME).content.decode()
    assert "3 de elena" in page
    assert "Nada espera ahora." in page
    told = {step.address: step.waits for step in first_steps(elena, today=DAY)}
    assert told[reverse("people:list")] is None
