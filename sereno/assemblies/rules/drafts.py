"""What is written down before it is kept: a suggestion, a matter, a promise, a meeting."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class SuggestionDraft:
    """``contact`` is how to reach the person, if they want it; it is kept apart and never shown."""

    text: str
    channel: str
    contact: str = ""


@dataclass(frozen=True)
class MatterDraft:
    """Several suggestions in the council's words; ``year`` is the year accounted for."""

    title: str
    text: str
    year: int


@dataclass(frozen=True)
class AdvanceDraft:
    as_of: date
    result: str
    percent: Decimal | None = None


@dataclass(frozen=True)
class ProofDraft:
    """A link, or the bytes of a PDF; one of the two."""

    title: str
    link: str = ""
    file: bytes | None = None


@dataclass(frozen=True)
class DeliberationDraft:
    year: int
    kind: str
    title: str
    place: str
    held_on: date


@dataclass(frozen=True)
class AttendanceDraft:
    """Heads counted by sex and by people; a group nobody counted is not among them."""

    by_sex: Mapping[str, int] = field(default_factory=dict)
    by_people: Mapping[str, int] = field(default_factory=dict)
