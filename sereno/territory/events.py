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
