"""A published document as data: parts of prose and tables, the figures in it, and its seal.

Every format is drawn from this and nothing else, so that page, PDF, Word and Excel cannot differ,
and checking a file is drawing it again.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field, fields
from enum import StrEnum
from functools import cache, cached_property
from hashlib import sha256
from typing import Any

from pydantic import TypeAdapter, ValidationError


class Kind(StrEnum):
    """What the cells of a column hold: how they are aligned, and what they must look like."""

    TEXT = "text"
    NUMBER = "number"
    MONEY = "money"
    PERCENT = "percent"
    DATE = "date"
    LINK = "link"


NUMERIC = frozenset({Kind.NUMBER, Kind.MONEY, Kind.PERCENT})


@dataclass(frozen=True)
class Column:
    name: str
    kind: Kind = Kind.TEXT
    about: str = ""


@dataclass(frozen=True)
class Cell:
    """A text as it is printed; ``value`` is the plain number or ISO day behind it.

    ``opens`` is the slug of the published figure that the number is, where it is one.
    """

    text: str
    value: str = ""
    opens: str = ""


@dataclass(frozen=True)
class Table:
    """``code`` names it among the tables of its document, such as a numeral of the law."""

    code: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]
    facts: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True)
class Sentence:
    """A sentence of prose; ``opens`` is the slug of the published figure that it tells of."""

    text: str
    opens: str = ""


@dataclass(frozen=True)
class Signer:
    """A place to sign: what the signature is for, and the office of who puts it. Never a name."""

    act: str
    office: str


@dataclass(frozen=True)
class Part:
    """``labels`` are its facts, each a name and what it is; ``sentences`` may cite a figure."""

    heading: str
    level: int = 1
    paragraphs: tuple[str, ...] = ()
    table: Table | None = None
    sentences: tuple[Sentence, ...] = ()
    labels: tuple[tuple[str, str], ...] = ()
    signers: tuple[Signer, ...] = ()


@dataclass(frozen=True)
class Shown:
    """What shows a figure: its title, and the SHA-256 of the public file or the address."""

    title: str
    proof: str


@dataclass(frozen=True)
class Cited:
    """A figure in the document with what it was worked out from, so that anyone can do it again.

    ``sheet`` and ``evidence`` are empty where its rows are kept back because they would tell of
    few people.
    """

    slug: str
    printed: str
    seal: str
    sheet: str = ""
    value: str = ""
    evidence: tuple[Shown, ...] = ()


@dataclass(frozen=True)
class Document:
    """The whole. ``line`` and ``line_seal`` are the line of the logbook it was frozen at.

    ``template`` is the SHA-256 of the council's Word template; empty is the house's own.
    """

    kind: str
    title: str
    council: str
    period: str
    on: str
    line: int
    line_seal: str
    is_example: bool = False
    parts: tuple[Part, ...] = ()
    figures: tuple[Cited, ...] = ()
    corrects: str = ""
    correction_note: str = ""
    facts: tuple[tuple[str, str], ...] = field(default=())
    site: str = ""
    template: str = ""

    @property
    def tables(self) -> Iterator[Table]:
        return (part.table for part in self.parts if part.table)

    @cached_property
    def text(self) -> str:
        """The text that is sealed: the same on every machine."""
        return json.dumps(
            self, default=_named, ensure_ascii=False, sort_keys=True, separators=(",", ":")
        )

    def address_of(self, figure: str) -> str:
        """Where anyone sees how a figure was worked out: «¿De dónde sale este número?»."""
        return f"{self.site}/cifras/{figure}/"

    @cached_property
    def seal(self) -> str:
        return seal_of(self.text)


# Fields that documents sealed before did not have: left out of the text where they are empty, so
# that what was sealed then is still the same text.
LATER = frozenset({"sentences", "labels", "signers", "site", "template", "evidence"})


def _named(part: Any) -> dict[str, object]:
    """A piece of a document by the names of its fields, one level deep."""
    kind: Any = type(part)
    pairs = ((name, getattr(part, name)) for name in _names(kind))
    return {name: value for name, value in pairs if value or name not in LATER}


@cache
def _names(kind: Any) -> tuple[str, ...]:
    return tuple(each.name for each in fields(kind))


class NotADocument(Exception):
    """This text is no published document; the message says what is wrong with it."""


def seal_of(text: str) -> str:
    return sha256(text.encode()).hexdigest()


def read(text: str) -> Document:
    """The document of a sealed text."""
    try:
        return _shape().validate_json(text)
    except ValidationError as problem:
        raise NotADocument(problem.errors()[0]["msg"]) from problem


@cache
def _shape() -> TypeAdapter[Document]:
    return TypeAdapter(Document)
