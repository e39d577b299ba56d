"""Who may listen to the live line, and what reaches them."""

import json
from collections.abc import AsyncGenerator, AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest
from asgiref.sync import sync_to_async
from django.db import connections
from django.http import StreamingHttpResponse
from django.test import AsyncClient

from sereno.logbook import views
from sereno.logbook.actions import Draft, write_all
from sereno.logbook.events import known
from sereno.logbook.off_loop import off_loop
from sereno.logbook.stream import Heard
from sereno.people.models import Appointment, Person
from tests.logbook.words import LampLit, PurseCounted

NINE = datetime(2026, 3, 1, 9, tzinfo=UTC)
pytestmark = [pytest.mark.anyio, pytest.mark.django_db(transaction=True)]


@pytest.fixture(autouse=True)
def _events_of_these_tests() -> None:
    known.cache_clear()


@pytest.fixture(autouse=True)
async def _no_connection_stays_behind() -> AsyncGenerator[None, None]:
    yield
    await sync_to_async(connections.close_all)()


@pytest.fixture
def rosa(transactional_db: None) -> Person:
    """Rosa operates."""
    person = Person.objects.create(username="rosa")
    Appointment.objects.create(person=person, role="operator", starts_at=NINE)
    return person


def happen() -> None:
    write_all(
        [
            Draft(LampLit(), about="lamp:1", at=NINE),
            Draft(PurseCounted(), about="purse:1", at=NINE),
            Draft(LampLit(), about="lamp:2", at=NINE),
        ]
    )


async def subjects(lines: AsyncIterator[bytes], until: str) -> list[str]:
    """The subjects heard, up to and with ``until``."""
    found: list[str] = []
    async for chunk in lines:
        found += [
            json.loads(line.removeprefix("data: "))["subject"]
            for line in chunk.decode().splitlines()
            if line.startswith("data: ")
        ]
        if until in found:
            return found
    return found


async def test_an_operator_hears_operations_and_not_the_accounts(rosa: Person) -> None:
    await off_loop(happen)
    stream = views.lines(0, await off_loop(rosa.audiences))
    assert await subjects(stream, "lamp:2") == ["lamp:1", "lamp:2"]
    await stream.aclose()


async def test_a_listener_who_returns_hears_what_came_after_the_last_line(rosa: Person) -> None:
    await off_loop(happen)
    client = AsyncClient()
    await client.aforce_login(rosa)
    response: Any = await client.get("/logbook/live/", headers={"last-event-id": "1"})
    assert isinstance(response, StreamingHttpResponse)
    assert response["Content-Type"] == "text/event-stream"
    assert await subjects(aiter(response), "lamp:2") == ["lamp:2"]


async def test_a_stranger_hears_nothing() -> None:
    response = await AsyncClient().get("/logbook/live/")
    assert response.status_code == 403


@pytest.mark.parametrize("cursor", ["-1", "x", "1e3", "٣", "9" * 40])
async def test_a_cursor_that_is_no_number_is_refused(rosa: Person, cursor: str) -> None:
    client = AsyncClient()
    await client.aforce_login(rosa)
    response = await client.get("/logbook/live/", {"since": cursor})
    assert response.status_code == 400


async def test_a_stream_ends_after_a_while_so_that_the_right_to_listen_is_asked_again(
    rosa: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(views, "LASTS", -1)
    await off_loop(happen)
    chunks = [chunk async for chunk in views.lines(0, await off_loop(rosa.audiences))]
    assert len(chunks) == 2


async def test_an_event_no_room_declares_is_heard_by_nobody(rosa: Person) -> None:
    line = Heard(1, "ghost.seen", "ghost:1")
    assert not views.may_hear(line, frozenset({"operations", "devices"}))
