"""Machines come in by a bare door, people by the whole one, and neither by the other's."""

from collections.abc import Callable, Iterator

import httpx
import pytest

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
