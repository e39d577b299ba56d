"""What can happen to an incident and to the units that answer it."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class UnitAdded(Event):
    """There is one more unit that can be sent."""

    name = "unit.added"
    audience = Audience.OPERATIONS
    unit: str
    agency: str


@dataclass(frozen=True)
class UnitRetired(Event):
    """A unit can no longer be sent."""

    name = "unit.retired"
    audience = Audience.OPERATIONS
    unit: str


@dataclass(frozen=True)
class IncidentOpened(Event):
    """Someone answers: a matter of its own begins."""

    name = "incident.opened"
    audience = Audience.OPERATIONS
    kind: str
    known_by: str


@dataclass(frozen=True)
class UnitSent(Event):
    """A unit was sent to the place."""

    name = "incident.unit_sent"
    audience = Audience.OPERATIONS
    unit: str
    agency: str


@dataclass(frozen=True)
class UnitArrived(Event):
    """A unit that was sent is at the place."""

    name = "incident.unit_arrived"
    audience = Audience.OPERATIONS
    unit: str


@dataclass(frozen=True)
class UnitCleared(Event):
    """A unit is free again."""

    name = "incident.unit_cleared"
    audience = Audience.OPERATIONS
    unit: str


@dataclass(frozen=True)
class IncidentNoted(Event):
    """Someone wrote a note; its text stays out of the logbook."""

    name = "incident.noted"
    audience = Audience.OPERATIONS


@dataclass(frozen=True)
class IncidentClosed(Event):
    """The matter ended, with an outcome."""

    name = "incident.closed"
    audience = Audience.OPERATIONS
    outcome: str
