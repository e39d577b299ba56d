"""The shape every event shares."""

from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar


class Audience(StrEnum):
    """Who may hear of an event while it happens; a role listens to some of these."""

    OPERATIONS = "operations"
    SIGNALS = "signals"
    DEVICES = "devices"
    COMMUNITY = "community"
    ACCOUNTS = "accounts"
    PEOPLE = "people"


@dataclass(frozen=True)
class Event:
    """A fact, named in the past tense: ``alert.raised``.

    ``name`` is unique in the house. ``audience`` says who may hear it live.
    Fields are codes, counts and subjects, never personal data: the line that
    carries them can not be erased.
    """

    name: ClassVar[str]
    audience: ClassVar[Audience]

    def data(self) -> dict[str, Any]:
        return dict(vars(self))


@cache
def known() -> dict[str, type[Event]]:
    """Every event of the house by name, as far as its rooms are loaded."""
    return {kind.name: kind for kind in Event.__subclasses__()}
