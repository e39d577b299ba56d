"""Machines come in by a bare door, people by the whole one, and neither by the other's."""

import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import httpx
import pytest
from django.core.signals import request_finished, request_started
from django.http import HttpRequest, HttpResponse, StreamingHttpResponse

from sereno.asgi import PeopleHandler, is_asynchronous
from tests.live import Installation

Ask = Callable[[str], httpx.Response]


@pytest.fixture(scope="module")
def ask(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ask]:
    installation = Installation(tmp_path_factory.mktemp("asgi") / "sereno")
    installation.prepare()
    installation.start()
    yield lambda path: httpx.get(installation.url + path)
    installation.remove()


def test_a_page_carries_the_headers_that_protect_people(ask: Ask) -> None:
    page = ask("/cuentas/ingresar/")
    assert "script-src 'self'" in page.headers["content-security-policy"]
    assert page.headers["content-language"] == "es-ec"


def test_a_machine_is_spared_them(ask: Ask) -> None:
    answer = ask("/intake/http/")
    assert answer.status_code == 405
    assert "content-security-policy" not in answer.headers


def test_nothing_but_the_intake_is_behind_the_bare_door(ask: Ask) -> None:
    assert ask("/intake/../inicio/").status_code in {302, 404}
    assert ask("/intake/cuentas/").status_code == 404


def test_a_file_comes_by_the_door_of_people_and_may_be_kept_for_ever(ask: Ask) -> None:
    page = ask("/cuentas/ingresar/").text
    path = re.search(r'href="(/static/[^"]+\.css)"', page)
    assert path
    style = ask(path[1])
    assert style.headers["content-type"].startswith("text/css")
    assert "immutable" in style.headers["cache-control"]
    assert ask("/static/nada.css").status_code == 404


@pytest.mark.parametrize(
    ("path", "waits"),
    [("/static/web/base.css", True), ("/logbook/live/", True), ("/", False), ("/nada/", False)],
)
def test_only_what_is_asynchronous_stays_on_the_loop(path: str, *, waits: bool) -> None:
    assert is_asynchronous(path) is waits


def test_many_pages_at_once_each_answer_their_own(ask: Ask) -> None:
    paths = ["/api/v1/catalogues", "/cuentas/ingresar/", "/api/v1/plans/no-hay"] * 12
    with ThreadPoolExecutor(len(paths)) as readers:
        found = [answer.status_code for answer in readers.map(ask, paths)]
    assert found == [200, 200, 404] * 12


@pytest.mark.anyio
@pytest.mark.parametrize("answer", [HttpResponse("uno"), StreamingHttpResponse(iter([b"uno"]))])
@pytest.mark.filterwarnings("ignore:StreamingHttpResponse must consume")
async def test_a_page_is_begun_answered_and_closed_once_off_the_loop(
    monkeypatch: pytest.MonkeyPatch, answer: HttpResponse
) -> None:
    handler: Any = PeopleHandler()
    seen: list[tuple[str, int]] = []

    def begun(**_named: Any) -> None:
        seen.append(("begun", threading.get_ident()))

    def answered(_request: HttpRequest) -> HttpResponse:
        seen.append(("answered", threading.get_ident()))
        return answer

    def closed(**_named: Any) -> None:
        seen.append(("closed", threading.get_ident()))

    monkeypatch.setattr(handler._pages, "get_response", answered)
    request_started.connect(begun, sender=PeopleHandler)
    request_finished.connect(closed, sender=PeopleHandler)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(handler), base_url="http://127.0.0.1"
    ) as client:
        assert (await client.get("/robots.txt")).text == "uno"
    request_started.disconnect(begun, sender=PeopleHandler)
    request_finished.disconnect(closed, sender=PeopleHandler)
    assert [what for what, _thread in seen] == ["begun", "answered", "closed"]
    assert threading.get_ident() not in {thread for _what, thread in seen}
