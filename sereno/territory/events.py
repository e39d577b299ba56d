"""What can happen to the map."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class TerritoryImported(Event):
    """Outlines or names were brought in from a file."""

    name = "territory.imported"
    audience = Audience.ACCOUNTS
    kind: str
    rows: int
    sha256: str


@dataclass(frozen=True)
class CouncilDescribed(Event):
    """The council said what it is called, where it is reached and who answers for its transparency.

    What it says is kept on the council; the line names which parts changed.
    """

    name = "council.described"
    audience = Audience.ACCOUNTS
    changed: tuple[str, ...]
