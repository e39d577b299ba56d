"""A unit, an ordinance and an article before they are kept, and what counts as a link."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class UnitDraft:
    """A unit of the organisation chart; ``parent`` is the name of the unit above it."""

    name: str
    level: str = ""
    code: str = ""
    parent: str = ""
    objective: str = ""


@dataclass(frozen=True)
class OrdinanceDraft:
    """An ordinance as its cover says it."""

    title: str
    issued_on: date
    number: str = ""
    source: str = ""


@dataclass(frozen=True)
class ArticleDraft:
    """What an article orders, how far it is carried out, and where that can be seen."""

    number: str
    orders: str
    state: str = "pending"
    evidence: str = ""


def is_link(text: str) -> bool:
    """An address of the web, or a page of this site; nothing that a browser would run."""
    inside = text.startswith("/") and not text.startswith(("//", "/\\"))
    return " " not in text and (inside or text.startswith(("https://", "http://")))
