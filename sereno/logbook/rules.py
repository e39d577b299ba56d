"""How a line is sealed, and how a chain of lines is checked."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

GENESIS = "0" * 64


@dataclass(frozen=True)
class Line:
    """One line as it is sealed: what the seal covers, and nothing else."""

    number: int
    at: datetime
    event: str
    subject: str
    actor: str
    after: int | None
    data: dict[str, Any]


def seal_of_words(said: Sequence[object]) -> str:
    """The SHA-256 of what a row says, where its words are not for the logbook itself."""
    text = json.dumps(said, default=str, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


@dataclass(frozen=True)
class Break:
    """The first place where the chain does not hold."""

    number: int
    why: str


def canonical(line: Line) -> bytes:
    """The line as bytes, the same on every machine and database."""
    fields = {
        "number": line.number,
        "at": line.at.astimezone(UTC).isoformat(timespec="microseconds"),
        "event": line.event,
        "subject": line.subject,
        "actor": line.actor,
        "after": line.after,
        "data": line.data,
    }
    text = json.dumps(fields, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return text.encode()


def seal(previous: str, line: Line) -> str:
    return sha256(previous.encode() + canonical(line)).hexdigest()


def first_break(lines: Iterable[tuple[Line, str]]) -> Break | None:
    """The first line whose number or seal does not follow from the one before it."""
    expected, previous = 1, GENESIS
    for line, claimed in lines:
        if line.number != expected:
            return Break(expected, "missing")
        if seal(previous, line) != claimed:
            return Break(line.number, "altered")
        expected, previous = expected + 1, claimed
    return None
