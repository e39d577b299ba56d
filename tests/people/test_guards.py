"""The guard at a door: a stranger is shown the way in, a wrong role refused, a right one let in."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from sereno.people.guards import Request, may, public
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.people.cast import enrol

pytestmark = pytest.mark.django_db


@may("alert.take")
def take(request: Request, pk: int) -> HttpResponse:
    return HttpResponse(f"{request.user} {pk}")


@public
def notice(_request: HttpRequest) -> HttpResponse:
    return HttpResponse("para todos")


def asked_by(person: Person | AnonymousUser, address: str = "/alertas/7/?orden=1") -> HttpRequest:
    request = RequestFactory().get(address)
    request.user = person
    return request


def test_rosa_who_operates_takes_an_alert() -> None:
    answer = take(asked_by(enrol("rosa", Role.OPERATOR)), pk=7)
    assert getattr(answer, "content", b"") == b"Rosa 7"


def test_pedro_who_is_a_stranger_is_shown_the_way_in_and_back() -> None:
    answer = take(asked_by(AnonymousUser()), pk=7)
    assert answer.status_code == 302
    assert answer.headers["Location"] == "/cuentas/ingresar/?next=/alertas/7/%3Forden%3D1"


def test_carmen_who_plans_is_refused() -> None:
    with pytest.raises(PermissionDenied):
        take(asked_by(enrol("carmen", Role.PLANNER)), pk=7)


def test_one_who_left_the_council_is_refused_whatever_the_role() -> None:
    rosa = enrol("rosa", Role.OPERATOR)
    rosa.is_active = False
    with pytest.raises(PermissionDenied):
        take(asked_by(rosa), pk=7)


def test_a_door_says_which_act_it_asks_for() -> None:
    assert getattr(take, "act", None) == "alert.take"
    assert getattr(notice, "act", None) == ""
    assert notice(asked_by(AnonymousUser())).content == b"para todos"


def test_an_act_nobody_declared_is_allowed_to_nobody() -> None:
    guarded = may("alert.tkae")(lambda _request: HttpResponse())
    with pytest.raises(PermissionDenied):
        guarded(asked_by(enrol("elena", *Role)))
