"""Walks a running Sereno as a stranger: every page that links lead to, a few of each kind."""

from collections import Counter
from dataclasses import dataclass
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

import httpx
from django.urls import Resolver404, resolve

OF_A_KIND = 2


@dataclass(frozen=True)
class Place:
    """One page that a stranger reached: the name of its address, its path, what it sent."""

    name: str
    path: str
    answer: httpx.Response

    @property
    def is_a_page(self) -> bool:
        kind: str = self.answer.headers.get("content-type", "")
        return kind.startswith("text/html")


class Links(HTMLParser):
    """The places that a page leads to, in the order of the page."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if value and (tag, name) in {("a", "href"), ("link", "href"), ("img", "src")}:
                self.found.append(value)


def stroll(url: str, start: str = "/", *, of_a_kind: int = OF_A_KIND) -> list[Place]:
    """Every kind of address that links lead a stranger to, up to ``of_a_kind`` of each.

    Signing in is where the stranger turns round. A link that leads nowhere is a place too,
    with the answer it gave.
    """
    places: list[Place] = []
    seen_of: Counter[str] = Counter()
    known = {start}
    ahead = [start]
    with httpx.Client(base_url=url, timeout=30) as client:
        while ahead:
            path = ahead.pop(0)
            name = name_of(path)
            if seen_of[name] >= of_a_kind:
                continue
            seen_of[name] += 1
            place = Place(name, path, client.get(path))
            places.append(place)
            for link in links(place, url) if place.is_a_page else ():
                if link not in known:
                    known.add(link)
                    ahead.append(link)
    return places


def links(place: Place, url: str) -> list[str]:
    """Where a page leads inside the house, without fragments."""
    parser = Links()
    parser.feed(place.answer.text)
    here = urlsplit(url)
    found = []
    for link in parser.found:
        parts = urlsplit(urljoin(url + place.path, link))
        if parts.scheme == here.scheme and parts.netloc == here.netloc:
            found.append(parts._replace(scheme="", netloc="", fragment="").geturl())
    return found


def name_of(path: str) -> str:
    """The name of an address, or its first word where no view has it (static files)."""
    plain = urlsplit(path).path
    try:
        return resolve(plain).view_name
    except Resolver404:
        return "/".join(plain.split("/")[:2])
