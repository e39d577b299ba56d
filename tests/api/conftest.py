"""A program with a token of each person of the small council of the public pages."""

import json
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.cache import caches
from django.test import Client

from sereno.api import actions, rules
from sereno.api.models import Token
from sereno.people.models import Person
from tests.reports.conftest import Council, council, measured

__all__ = ["Council", "council", "measured"]

MADE = datetime(2026, 11, 20, 14, tzinfo=UTC)
NEVER = datetime(9000, 1, 1, tzinfo=UTC)
Call = Callable[..., Any]


def token_of(person: Person, *scopes: str) -> str:
    """A token that no year ends, so that the tests read no clock."""
    token, shown = actions.make_token(
        "prueba", scopes or tuple(rules.SCOPES), days=1, by=person, at=MADE
    )
    Token.objects.filter(pk=token.pk).update(expires_at=NEVER)
    return shown


@pytest.fixture(autouse=True)
def unhurried() -> None:
    """Nobody has asked anything yet: what other tests asked does not count here."""
    caches["limits"].clear()


@pytest.fixture
def call(client: Client) -> Call:
    """Asks as a program does: JSON in, JSON out, a token where there is one."""

    def asked(method: str, path: str, body: object = None, *, token: str = "", **named: str) -> Any:
        headers = {name.replace("_", "-"): told for name, told in named.items()}
        if token:
            headers["Authorization"] = f"Bearer {token}"
        return client.generic(
            method,
            f"/api/v1{path}",
            b"" if body is None else json.dumps(body).encode(),
            content_type="application/json",
            headers=headers,
        )

    return asked
