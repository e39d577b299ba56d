"""What can happen to an activity with the barrios."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class ActivityPlanned(Event):
    """A date was set."""

    name = "activity.planned"
    audience = Audience.COMMUNITY
    kind: str


@dataclass(frozen=True)
class ActivityHeld(Event):
    """It took place, with so many people."""

    name = "activity.held"
    audience = Audience.COMMUNITY
    kind: str
    attendance: int | None


@dataclass(frozen=True)
class ActivityCancelled(Event):
    """It will not take place."""

    name = "activity.cancelled"
    audience = Audience.COMMUNITY
    kind: str
