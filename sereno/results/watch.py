"""Visits the links of evidence, where the council lets it: a command does it, never a request.

A link is written by people, so it may point into the council's own network. Each address is looked
up once, judged, and then visited by that very number; every step of a redirection is judged anew.
"""

import socket
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from urllib.parse import urljoin, urlsplit

import httpx
from django.db.models import Exists, OuterRef

from sereno.results.actions.probe import keep_visit
from sereno.results.models import Evidence, Visit
from sereno.results.rules.links import Answer, Verdict, may_visit, port_of, verdict

SECONDS = 10.0
STEPS = 5
START = 65_536
OLD = timedelta(days=30)
AGENT = "Sereno (evidence links)"


class _Private(Exception):
    """The link leads where nobody outside the council could follow."""


def probe_all(*, clock: Callable[[], datetime], allowed: frozenset[str] = frozenset()) -> int:
    """Visit every link that nobody visited this month, one after another; how many."""
    visited = 0
    for evidence in _due(clock()):
        found = visit(evidence.link, allowed=allowed)
        keep_visit(evidence, found, at=clock())
        visited += 1
    return visited


def visit(link: str, *, allowed: frozenset[str] = frozenset()) -> Verdict:
    """What a link turns out to be. ``allowed`` names addresses that may be visited all the same."""
    try:
        return verdict(_followed(link, allowed=allowed))
    except _Private:
        return Verdict.NOT_VISITED
    except (httpx.HTTPError, httpx.InvalidURL, OSError, UnicodeError):
        return Verdict.NO_ANSWER


def _due(at: datetime) -> Iterator[Evidence]:
    lately = Visit.objects.filter(evidence=OuterRef("pk"), at__gt=at - OLD)
    links = Evidence.objects.exclude(link="").filter(~Exists(lately))
    return links.order_by("pk").iterator(chunk_size=100)


def _followed(link: str, *, allowed: frozenset[str]) -> Answer:
    here = link
    with httpx.Client(timeout=SECONDS, trust_env=False, follow_redirects=False) as client:
        for _step in range(STEPS):
            answer, onward = _asked(client, link, here, allowed=allowed)
            if not onward:
                return answer
            here = urljoin(here, onward)
    return answer


def _asked(
    client: httpx.Client, link: str, here: str, *, allowed: frozenset[str]
) -> tuple[Answer, str]:
    """One step: the answer as far as it was read, and where it sends us."""
    place = port_of(here)
    if place is None:
        raise _Private
    host, port = place
    number = _number(host, port, allowed=allowed)
    parts = urlsplit(here)
    literal = f"[{number}]" if ":" in number else number
    address = parts._replace(netloc=f"{literal}:{port}", fragment="").geturl()
    headers = {"Host": parts.netloc, "User-Agent": AGENT, "Accept-Encoding": "identity"}
    extensions = {"sni_hostname": host}
    with client.stream("GET", address, headers=headers, extensions=extensions) as response:
        onward = response.headers.get("location", "") if response.is_redirect else ""
        start = b""
        for piece in response.iter_raw(chunk_size=8_192):
            start += piece
            if len(start) >= START:
                break
    return Answer(link, here, response.status_code, start[:START]), onward


def _number(host: str, port: int, *, allowed: frozenset[str]) -> str:
    """The number of a host, refused unless every number it has is open to all."""
    found = [str(row[4][0]) for row in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
    if not found or not all(one in allowed or may_visit(one) for one in found):
        raise _Private
    return found[0]
