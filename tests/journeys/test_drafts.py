"""Nothing of a plan in draft comes out by any door without a key; published, it comes by many."""

import re
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.core.cache import caches
from django.test import Client

from sereno.plans import actions as planning
from sereno.plans.models import Plan
from sereno.reports.queries.opened import TABLES
from tests import secret
from tests.verify.council import AT, Account, account

__all__ = ["account"]
LINKS = re.compile(r'(?:href="|<loc>|src="|<id>)(?:http://testserver)?(/[^"<#]*)')
# Where no link leads while it is a draft, and whoever guesses its name might look.
GUESSED = (
    f"/lo-prometido/{secret.SLUG}/",
    f"/lo-prometido/{secret.SLUG}/dinero/",
    f"/metas/{secret.SLUG}/",
    f"/metas/{secret.SLUG}/tarjeta.svg",
    f"/indicadores/{secret.SLUG}/",
    f"/indicadores/{secret.SLUG}/serie.csv",
    f"/planes/{secret.SLUG}/",
    f"/api/v1/plans/{secret.SLUG}",
    f"/api/v1/drafts/{secret.SLUG}",
    f"/api/v1/plans/{secret.SLUG}/measurements",
)


@pytest.fixture
def draft(account: Account) -> Plan:
    caches["limits"].clear()
    return secret.enter(by=account.carmen, at=AT)


def starts() -> list[str]:
    """The first pages, what the interface lists, and what somebody might guess."""
    lists = [f"/api/v1/{table.name}{end}" for table in TABLES for end in ("", ".csv")]
    filtered = [f"/api/v1/targets?plan={secret.SLUG}", f"/api/v1/indicators?plan={secret.SLUG}"]
    guessed = [f"/planes/actividades/{number}/" for number in range(1, 9)]
    home = ["/", "/sitemap.xml", "/datos/", "/indicadores/", "/barrios/", "/sugerencias/"]
    return [*home, "/transparencia/", *lists, *filtered, *guessed, *GUESSED]


def told(client: Client) -> Iterator[tuple[str, str]]:
    """Every answer that a stranger gets, wherever a link leads, with the files inside a package."""
    seen = starts()
    for address in seen:
        answer = client.get(address)
        content = b"".join(answer) if answer.streaming else answer.content
        if answer.headers.get("Content-Type") == "application/zip":
            package = ZipFile(BytesIO(content))
            content = b"\n".join(package.read(name) for name in package.namelist())
        text = content.decode(errors="replace")
        yield address, text
        found = (one.replace("&amp;", "&") for one in LINKS.findall(text))
        seen.extend(one for one in dict.fromkeys(found) if one not in seen)


def naming(client: Client) -> tuple[int, set[str]]:
    """How many answers there were, and which of them say the word of the draft.

    An address that was asked for may be repeated by whoever says that nothing is there.
    """
    answers = dict(told(client))
    return len(answers), {where for where, text in answers.items() if secret.WORD in text}


@pytest.mark.django_db
def test_a_draft_comes_out_by_no_door_without_a_key(
    client: Client, account: Account, draft: Plan
) -> None:
    asked, leaks = naming(client)
    assert leaks == set()
    assert asked > len(starts())


@pytest.mark.django_db
def test_a_draft_opens_at_no_address_that_is_guessed(client: Client, draft: Plan) -> None:
    answers = {address: client.get(address).status_code for address in GUESSED}
    assert set(answers.values()) <= {302, 401, 404}, answers


@pytest.mark.django_db
def test_once_published_it_comes_out_by_many(client: Client, account: Account, draft: Plan) -> None:
    planning.publish_plan(draft, by=account.marta, at=AT)
    _, found = naming(client)
    lists = {f"/api/v1/{name}" for name in ("plans", "problems", "indicators", "targets")}
    assert lists <= found
    assert {f"/api/v1/plans/{secret.SLUG}", f"/lo-prometido/{secret.SLUG}/"} <= found
    assert {f"/metas/{secret.SLUG}/", "/datos/datos-abiertos.zip"} <= found
