"""How a signal is understood. No database, no clock, no network."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Urgency(StrEnum):
    LIFE = "life"
    PROPERTY = "property"
    NUISANCE = "nuisance"
    TECHNICAL = "technical"


class Class(StrEnum):
    """What an alert turned out to be, in the words of ECU 911's reception."""

    REAL = "real"
    FALSE = "false"
    MALICIOUS = "malicious"
    TEST = "test"
    ENQUIRY = "enquiry"
    SYSTEM_ERROR = "system_error"


class Sense(StrEnum):
    """What a signal is for: a cry opens an alert, the others only prove life or position."""

    CRY = "cry"
    HEARTBEAT = "heartbeat"
    POSITION = "position"


class BadFrame(ValueError):
    """These bytes are not a frame of their channel; the text says what is wrong with them."""


@dataclass(frozen=True)
class Reading:
    """What one frame says, whichever channel brought it."""

    account: str
    code: str = ""
    sense: Sense = Sense.CRY
    token: str = ""  # the sender's own number for this press, to know a repeat from a second press
    latitude: float | None = None
    longitude: float | None = None
    sent_at: datetime | None = None
