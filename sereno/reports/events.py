"""What can happen to a published figure."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class FigurePublished(Event):
    """A number may be read by anyone, and walked back to its records."""

    name = "figure.published"
    audience = Audience.ACCOUNTS
    value: str
    seal: str


@dataclass(frozen=True)
class FigureCorrected(Event):
    """A later number takes the place of an earlier one, and says why."""

    name = "figure.corrected"
    audience = Audience.ACCOUNTS
    corrects: str
    value: str
    seal: str
