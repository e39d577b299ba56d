"""Every operation of staff, for every role and every scope: who may, who may not, who is nobody."""

import re
from dataclasses import dataclass
from typing import Any

import pytest

from sereno.api import rules
from sereno.api.views.house import api
from sereno.people.models import Appointment, Person
from sereno.people.rules import ACTS, Role, may
from tests.api.conftest import MADE, Call, Council, token_of


@dataclass(frozen=True)
class Operation:
    """One verb at one address, and the act that opens it; none where anyone may."""

    method: str
    path: str
    act: str


def operations() -> list[Operation]:
    """Read from the interface itself, so that one written tomorrow is tried tomorrow."""
    found = [
        (method.upper(), path.removeprefix("/api/v1"))
        for path, methods in api.get_openapi_schema()["paths"].items()
        for method in methods
    ]
    acts: dict[tuple[str, str], str] = {}
    for _prefix, router in api._routers:
        for path, view in router.path_operations.items():
            for operation in view.operations:
                guard: Any = next(iter(operation.auth_callbacks), None)
                for method in operation.methods:
                    acts[method, _plain(path)] = getattr(guard, "act", "")
    assert {(method, _plain(path)) for method, path in found} == set(acts)
    return [
        Operation(method, re.sub(r"{[^}]+}", "1", path), acts[method, _plain(path)])
        for method, path in found
    ]


def _plain(path: str) -> str:
    return re.sub(r"{(?:\w+:)?(\w+)}", r"{\1}", path)


ALL = operations()
STAFF = [one for one in ALL if one.act]


def test_the_house_has_operations() -> None:
    assert len(STAFF) > 40
    assert len(ALL) - len(STAFF) > 40
    assert {one.act for one in STAFF} <= set(ACTS)


def test_whatever_writes_asks_for_a_token() -> None:
    assert all(one.method == "GET" for one in ALL if not one.act)


def test_every_act_stands_in_a_scope_and_every_scope_opens_something() -> None:
    acts = {one.act for one in STAFF}
    assert acts <= {act for opened in rules.SCOPES.values() for act in opened}
    for scope, opened in rules.SCOPES.items():
        assert opened <= acts, scope


def test_nobody_does_anything_without_a_living_token(call: Call, council: Council) -> None:
    for one in STAFF:
        for token in ("", "sereno_inventada"):
            refused = call(one.method, one.path, {}, token=token)
            assert refused.status_code == 401, one
            assert refused.headers["WWW-Authenticate"] == "Bearer"


@pytest.mark.parametrize("role", list(Role), ids=str)
def test_no_token_does_more_than_its_person(call: Call, db: None, role: Role) -> None:
    pedro = Person.objects.create_user("pedro", full_name="Pedro")
    Appointment.objects.create(person=pedro, role=role, starts_at=MADE)
    token = token_of(pedro)
    for one in STAFF:
        answer = call(one.method, one.path, {}, token=token)
        assert (answer.status_code == 403) != may([role], one.act), one
        assert answer.status_code < 500, one


@pytest.mark.parametrize("scope", sorted(rules.SCOPES))
def test_nor_more_than_its_scopes(call: Call, db: None, scope: str) -> None:
    pedro = Person.objects.create_user("pedro", full_name="Pedro")
    for role in Role:
        Appointment.objects.create(person=pedro, role=role, starts_at=MADE)
    token = token_of(pedro, scope)
    for one in STAFF:
        answer = call(one.method, one.path, {}, token=token)
        is_open = one.act in rules.SCOPES[scope]
        assert (answer.status_code == 403) != is_open, one
        if not is_open:
            assert answer.json()["title"] == "scope"
