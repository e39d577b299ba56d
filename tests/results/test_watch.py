"""Links are visited on a server of this machine, which is the only private one let in by name."""

import socket
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any

import pytest
from pytest_django import Settings

from sereno import cli
from sereno.logbook.models import Entry
from sereno.results import actions, watch
from sereno.results.actions import EvidenceDraft, Report
from sereno.results.models import Visit
from sereno.results.rules.links import Verdict
from tests.results.conftest import NOON, Council, Promise

HERE = frozenset({"127.0.0.1"})
PAGES: dict[str, tuple[int, bytes, str]] = {
    "/acta.pdf": (200, b"%PDF-1.7\nacta", ""),
    "/false.pdf": (200, b"<html>no</html>", ""),
    "/acta": (200, b"<title>Acta</title>", ""),
    "/moved": (302, b"", "/acta"),
    "/closed": (302, b"", "/login"),
    "/login": (200, b"<input type=password>", ""),
    "/circle": (302, b"", "/circle"),
    "/inside": (302, b"", "http://169.254.169.254/latest/"),
    "/other": (302, b"", "http://127.0.0.2:1/"),
    "/file": (302, b"", "file:///etc/passwd"),
    "/broken": (500, b"", ""),
    "/endless": (200, b"x" * 2_000_000, ""),
}


class Street(BaseHTTPRequestHandler):
    asked: list[str] = []

    def do_GET(self) -> None:
        status, content, onward = PAGES.get(self.path, (404, b"", ""))
        Street.asked.append(f"{self.headers['Host']}{self.path}")
        self.send_response(status)
        if onward:
            self.send_header("Location", onward)
        self.end_headers()
        try:
            self.wfile.write(content)
        except OSError:
            return

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - its own name
        """Say nothing."""


@pytest.fixture(scope="module")
def street() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Street) as server:
        thread = Thread(target=server.serve_forever, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


@pytest.mark.parametrize(
    ("path", "found"),
    [
        ("/acta.pdf", Verdict.WORKS),
        ("/acta", Verdict.WORKS),
        ("/moved", Verdict.WORKS),
        ("/endless", Verdict.WORKS),
        ("/false.pdf", Verdict.NOT_WHAT_IT_SAYS),
        ("/closed", Verdict.ASKS_LOGIN),
        ("/none", Verdict.GONE),
        ("/broken", Verdict.NO_ANSWER),
        ("/circle", Verdict.NO_ANSWER),
        ("/inside", Verdict.NOT_VISITED),
        ("/other", Verdict.NOT_VISITED),
        ("/file", Verdict.NOT_VISITED),
    ],
)
def test_a_link_turns_out_to_be_what_its_server_says(
    street: str, path: str, found: Verdict
) -> None:
    assert watch.visit(street + path, allowed=HERE) is found


def test_a_private_server_is_never_asked_unless_it_was_named(street: str) -> None:
    Street.asked.clear()
    assert watch.visit(f"{street}/acta") is Verdict.NOT_VISITED
    localhost = street.replace("127.0.0.1", "localhost")
    assert watch.visit(f"{localhost}/acta") is Verdict.NOT_VISITED
    assert Street.asked == []


def test_nobody_there_is_no_answer() -> None:
    assert watch.visit("http://127.0.0.1:9/", allowed=HERE) is Verdict.NO_ANSWER


def test_a_name_is_looked_up_once_and_visited_by_that_number(
    street: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = int(street.rpartition(":")[2])
    numbers = {"acta.example": ["127.0.0.1"], "trap.example": ["10.0.0.1", "127.0.0.1"]}
    look_up = socket.getaddrinfo

    def named(host: str, *rest: Any, **more: Any) -> list[Any]:
        found = numbers.pop(host, [host])
        return [row for number in found for row in look_up(number, *rest, **more)]

    monkeypatch.setattr(socket, "getaddrinfo", named)
    Street.asked.clear()
    link = f"http://acta.example:{port}/acta"
    assert watch.visit(link, allowed=HERE) is Verdict.WORKS
    assert Street.asked == [f"acta.example:{port}/acta"]
    trap = f"http://trap.example:{port}/acta"
    assert watch.visit(trap, allowed=HERE) is Verdict.NOT_VISITED
    assert len(Street.asked) == 1
    assert numbers == {}


def test_the_command_visits_nothing_until_the_council_lets_it(settings: Settings) -> None:
    settings.PROBE_LINKS = False
    with pytest.raises(cli.Refusal, match="SERENO_PROBE_LINKS=1"):
        cli.probe()


def test_the_command_says_how_many_it_visited(
    settings: Settings, db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    settings.PROBE_LINKS = True
    assert cli.probe() == 0
    assert "Enlaces visitados: 0" in capsys.readouterr().out


def test_a_visit_is_kept_with_its_date_and_not_repeated_the_same_month(
    street: str, council: Council, promise: Promise
) -> None:
    draft = EvidenceDraft("Acta", link=f"{street}/acta")
    kept = actions.report(
        promise(), Report(value=Decimal(4)), evidence=[draft], by=council.carmen, at=NOON
    )
    proof = kept.evidence.get()
    assert watch.probe_all(clock=lambda: NOON, allowed=HERE) == 1
    assert watch.probe_all(clock=lambda: NOON + timedelta(days=29), allowed=HERE) == 0
    later = NOON + timedelta(days=31)
    assert watch.probe_all(clock=lambda: later) == 1
    assert [(one.at, one.found) for one in proof.visits.all()] == [
        (later, "not_visited"),
        (NOON, "works"),
    ]
    line = Entry.objects.filter(event="evidence.probed").latest("number")
    assert (line.actor, line.data) == ("", {"found": "not_visited"})
    assert Visit.objects.count() == 2
