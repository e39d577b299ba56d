"""The three signatures of a document, where each stands, and what is known of one."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

WIDE, TALL = 130.0, 40.0
LARGEST_KEY = 100_000


class Act(StrEnum):
    """For what somebody signs, in the order in which it is done."""

    MADE = "elaborado"
    REVIEWED = "revisado"
    APPROVED = "aprobado"

    @property
    def words(self) -> str:
        return f"{self.value.capitalize()} por"


ORDER = tuple(Act)


@dataclass(frozen=True)
class Place:
    """A box to sign: its page from 1, and its upper left corner in points from the top left."""

    act: str
    page: int
    x: float
    y: float
    wide: float = WIDE
    tall: float = TALL


@dataclass(frozen=True)
class Certificate:
    """A PKCS#12 file and its password; neither is ever shown, logged or kept."""

    data: bytes = field(repr=False)
    password: str = field(repr=False)


@dataclass(frozen=True)
class Signed:
    """A PDF with one signature more, and whose certificate it was."""

    content: bytes = field(repr=False)
    name: str
    fingerprint: str


@dataclass(frozen=True)
class Signature:
    """What is known of one signature from the file alone.

    ``is_trusted`` is false also where nobody said which authorities are trusted.
    """

    act: str
    name: str
    at: datetime | None
    holds: bool
    is_trusted: bool
    fingerprint: str = ""


def missing(done: set[str]) -> tuple[Act, ...]:
    """The acts that nobody has signed yet, in their order."""
    return tuple(act for act in ORDER if act.value not in done)


def following(done: set[str]) -> Act | None:
    """The act whose turn it is; none where all three are there."""
    return next(iter(missing(done)), None)
