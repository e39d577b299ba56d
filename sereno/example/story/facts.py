"""What happens in the story: a cry, its answer, an outage, a meeting."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Spot:
    """A point of the canton; parish and barrio by their codes in the data files."""

    parish: str
    barrio: str
    is_rural: bool
    latitude: float
    longitude: float
    is_approximate: bool = False


@dataclass(frozen=True)
class Thing:
    """A device as the story needs it."""

    code: str
    kind: str
    channel: str
    spot: Spot
    works_from: datetime | None  # None: it was never put to work
    state: str
    state_since: datetime
    cause: str = ""
    alarm_code: str = "PA"


@dataclass(frozen=True)
class Team:
    """A unit that can be sent, and where it waits."""

    callsign: str
    agency: str
    is_rural: bool
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Outage:
    """A device that did not work, or not well, for a while; open while ``ends_at`` is missing."""

    device: str
    state: str
    cause: str
    starts_at: datetime
    ends_at: datetime | None


@dataclass(frozen=True)
class Cry:
    """A call for help as it came in, and what the operator made of it."""

    raised_at: datetime
    channel: str
    device: str
    caller: str
    code: str
    repeated_at: tuple[datetime, ...]
    acknowledged_at: datetime
    classification: str
    classified_at: datetime


@dataclass(frozen=True)
class Leg:
    """One unit sent: when it went, arrived (where it did) and was free again."""

    unit: str
    agency_code: str
    sent_at: datetime
    arrived_at: datetime | None
    cleared_at: datetime


@dataclass(frozen=True)
class Answer:
    """An incident from its opening to its end; a cry says by itself how it became known."""

    known_by: str
    opened_at: datetime
    legs: tuple[Leg, ...]
    closed_at: datetime
    outcome: str


@dataclass(frozen=True)
class Case:
    """One matter that ``operator`` had in hand; some are seen or told of, without any cry."""

    kind: str
    urgency: str
    spot: Spot
    operator: str
    cry: Cry | None
    answer: Answer


@dataclass(frozen=True)
class Meeting:
    """An activity with the barrios: planned, then held, cancelled or simply missed."""

    kind: str
    title: str
    parish: str
    barrio: str
    partners: str
    planned_for: datetime
    planned_at: datetime
    planned_by: str
    held_at: datetime | None = None
    attendance: int | None = None
    cancelled_at: datetime | None = None
    cancelled_because: str = ""


@dataclass(frozen=True)
class Stage:
    """Everything that stands before the story begins."""

    things: tuple[Thing, ...]
    teams: tuple[Team, ...]
    homes: tuple[tuple[Spot, float], ...]  # where neighbours live, and how often they call
    neighbours: tuple[str, ...]
    urgencies: dict[str, str]  # of each kind of alert
    operators: tuple[str, ...]


@dataclass(frozen=True)
class Story:
    """A whole past, in the order in which it was drawn."""

    outages: list[Outage] = field(default_factory=list)
    cases: list[Case] = field(default_factory=list)
    meetings: list[Meeting] = field(default_factory=list)
