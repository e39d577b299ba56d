"""What a link of evidence turned out to be, told by the answer of its server and nothing else."""

import re
from dataclasses import dataclass
from enum import StrEnum
from ipaddress import ip_address
from urllib.parse import urlsplit

SCHEMES = {"http": 80, "https": 443}
_LOGIN_PLACES = re.compile(
    r"/(?:login|log-in|signin|sign-in|acceder|ingresar|auth|servicelogin|sso|cas)(?:[/.?]|$)",
    re.IGNORECASE,
)
_PASSWORD = re.compile(rb"<input[^>]{1,300}type\s*=\s*[\"']?password", re.IGNORECASE)
_TITLE = re.compile(rb"<title[^>]*>(.{0,300}?)</title>", re.IGNORECASE | re.DOTALL)
_MISSING = re.compile(
    r"\b404\b|not found|no encontrad[ao]|no existe|page not available|p.gina no disponible",
    re.IGNORECASE,
)
# How files of a kind begin; what ends so and begins otherwise is not what it says.
OPENINGS = {
    "pdf": (b"%PDF-",),
    "jpg": (b"\xff\xd8\xff",),
    "jpeg": (b"\xff\xd8\xff",),
    "png": (b"\x89PNG",),
    "xlsx": (b"PK",),
    "docx": (b"PK",),
    "ods": (b"PK",),
    "odt": (b"PK",),
    "zip": (b"PK",),
}


class Verdict(StrEnum):
    """What became of a visit to a link."""

    WORKS = "works"
    ASKS_LOGIN = "asks_login"
    GONE = "gone"
    NOT_WHAT_IT_SAYS = "not_what_it_says"
    NO_ANSWER = "no_answer"
    NOT_VISITED = "not_visited"


@dataclass(frozen=True)
class Answer:
    """The end of a visit: where it led, with which status, and how the content begins."""

    asked: str
    ended: str
    status: int
    start: bytes


def verdict(answer: Answer) -> Verdict:
    """One word for an answer; a server in trouble has not said that the page is gone."""
    if answer.status in {401, 403, 407}:
        return Verdict.ASKS_LOGIN
    if answer.status in {404, 410}:
        return Verdict.GONE
    if not 200 <= answer.status < 300:
        return Verdict.NO_ANSWER
    ended, asked = urlsplit(answer.ended).path, urlsplit(answer.asked).path
    moved_to_login = _LOGIN_PLACES.search(ended) and not _LOGIN_PLACES.search(asked)
    if moved_to_login or _PASSWORD.search(answer.start):
        return Verdict.ASKS_LOGIN
    return _of_content(asked.rpartition(".")[2].lower(), answer.start)


def _of_content(ending: str, start: bytes) -> Verdict:
    if not start.strip():
        return Verdict.NOT_WHAT_IT_SAYS
    openings = OPENINGS.get(ending)
    if openings and not start.startswith(openings):
        return Verdict.NOT_WHAT_IT_SAYS
    title = _TITLE.search(start)
    if title and _MISSING.search(title[1].decode("utf-8", "replace")):
        return Verdict.GONE
    return Verdict.WORKS


def may_visit(address: str) -> bool:
    """Whether an address of the network belongs to everybody: no private, local or special one."""
    try:
        found = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    if inner is not None and not may_visit(str(inner)):
        return False
    return found.is_global and not found.is_multicast


def port_of(link: str) -> tuple[str, int] | None:
    """The host and port of a link that may be visited at all; none where it may not."""
    try:
        parts = urlsplit(link)
        port = parts.port or SCHEMES.get(parts.scheme, 0)
    except ValueError:
        return None
    if parts.scheme not in SCHEMES or not parts.hostname or parts.username or parts.password:
        return None
    return parts.hostname, port
