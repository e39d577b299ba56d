"""Every address of the house, for every role: who may, who may not, who is not signed in.

The addresses are read from the resolver, so that a view written tomorrow is
tried tomorrow. Nothing here needs to be edited for it.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern, RoutePattern

from sereno.people import rules
from sereno.people.models import Person
from sereno.people.rules import Role
from tests.people.cast import enrol

# Harmless values for what an address carries; nothing in the empty database has them.
VALUES = ("987654", "x", "00000000-0000-0000-0000-000000000000", "2026-01-01")
# Addresses that no act of people/rules.py opens, each with its reason. Begins with.
ELSEWHERE = {
    "account_": "allauth signs people in; tests/people/test_adapters.py tries it",
    "mfa_": "allauth asks for the second step; tests/people/test_adapters.py tries it",
    "web:style-guide": "parts of pages with no data in them; the shell knows no people",
    "set-language": "Django's own: it sets a cookie with a language",
    "api-v1:": "a token opens them; tests/api tries every role and every scope",
    "logbook:live": "an async stream that hears by audience; tests/logbook tries it",
}


@dataclass(frozen=True)
class Address:
    """One pattern of the resolver: its full name, its path with harmless values, its view."""

    name: str
    path: str
    act: str | None

    def __str__(self) -> str:
        return self.name


def addresses(
    resolver: URLResolver, route: str = "/", names: tuple[str, ...] = ()
) -> Iterator[Address]:
    for pattern in resolver.url_patterns:
        path = route + filled(pattern.pattern)
        if isinstance(pattern, URLResolver):
            space = (pattern.namespace,) if pattern.namespace else ()
            yield from addresses(pattern, path, names + space)
        elif isinstance(pattern, URLPattern):
            name = ":".join([*names, pattern.name or pattern.lookup_str])
            yield Address(name, path, getattr(pattern.callback, "act", None))


def filled(pattern: Any) -> str:
    """The part of a path with a value in each of its places."""
    if isinstance(pattern, RoutePattern):
        return re.sub(
            r"<(?:[^>:]+:)?([^>]+)>",
            lambda place: harmless(pattern.converters[place[1]].regex),
            str(pattern),
        )
    assert isinstance(pattern, RegexPattern), pattern
    assert not pattern.regex.groups, f"{pattern}: write it with path(), so that it can be tried"
    return str(pattern).strip("^$")


def harmless(regex: str) -> str:
    """A value that a converter takes: one of ours, else the first of those it lists."""
    for value in (*VALUES, regex.split("|")[0]):
        if re.fullmatch(regex, value):
            return value
    raise AssertionError(f"no value of {VALUES} fits {regex}: add one that does")


ALL = list(addresses(get_resolver()))
GUARDED = [address for address in ALL if address.act]


def refused(answer: Any) -> bool:
    sign_in = reverse("account_login")
    return answer.status_code == 403 or (
        answer.status_code in {301, 302} and answer.headers["Location"].startswith(sign_in)
    )


@pytest.fixture
def person(request: pytest.FixtureRequest, transactional_db: None) -> Person:
    return enrol("pedro", *([request.param] if request.param else []))


def test_the_house_has_doors() -> None:
    assert len(GUARDED) > 10
    assert len({address.name for address in ALL}) == len(ALL), "two addresses share a name"


@pytest.mark.parametrize("address", ALL, ids=str)
def test_every_view_says_who_may_open_it(address: Address) -> None:
    elsewhere = address.name.startswith(tuple(ELSEWHERE))
    assert elsewhere or address.act is not None, (
        "guard the view with @may or say @public (sereno/people/guards.py)"
    )


@pytest.mark.parametrize("address", GUARDED, ids=str)
def test_the_act_of_every_view_stands_in_the_table(address: Address) -> None:
    assert address.act in rules.ACTS


def test_no_exception_outlives_its_reason() -> None:
    for beginning in ELSEWHERE:
        assert any(address.name.startswith(beginning) for address in ALL)


@pytest.mark.django_db
@pytest.mark.parametrize("address", GUARDED, ids=str)
def test_a_stranger_is_shown_the_way_in(client: Client, address: Address) -> None:
    answers = [client.get(address.path), client.post(address.path)]
    # A view may refuse the verb before it looks at the person, but never both verbs.
    heard = [answer for answer in answers if answer.status_code != 405]
    assert heard
    for answer in heard:
        assert answer.status_code == 302
        assert answer.headers["Location"].startswith(reverse("account_login"))


@pytest.mark.parametrize("person", [*Role, None], indirect=True, ids=str)
def test_each_role_opens_what_it_may_and_nothing_else(client: Client, person: Person) -> None:
    client.force_login(person)
    client.raise_request_exception = False
    wrong = []
    for address in GUARDED:
        assert address.act
        answer = client.get(address.path)
        if answer.status_code == 405:
            answer = client.post(address.path)
        if refused(answer) == person.may(address.act):
            wrong.append(f"{address.name} ({address.act}): {answer.status_code}")
        if answer.status_code == 403 and b"no tiene permiso" not in answer.content:
            wrong.append(f"{address.name}: the refusal is not our page")
        if answer.status_code >= 500:
            wrong.append(f"{address.name}: {answer.status_code}")
    assert not wrong


@pytest.mark.parametrize("person", [*Role, None], indirect=True, ids=str)
def test_no_role_writes_where_it_may_not(client: Client, person: Person) -> None:
    client.force_login(person)
    for address in GUARDED:
        assert address.act
        if not person.may(address.act):
            assert client.post(address.path).status_code in {403, 405}, address.name
