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


UNKNOWN_KIND = "unknown"
URGENCY_OF_WHAT_NOBODY_KNOWS = Urgency.LIFE  # an unknown code is danger to life, never dropped
UNKNOWN_QUESTIONS = (
    "¿Qué está pasando?",
    "¿Dónde es exactamente? Pida una referencia.",
    "¿Hay personas heridas o en peligro ahora mismo?",
)
UNKNOWN_STEPS = (
    "Trate el llamado como peligro para la vida hasta saber qué ocurre.",
    "Mire las cámaras cercanas.",
    "Envíe la unidad libre más cercana o pida apoyo al ECU 911.",
    "Clasifique el llamado cuando sepa qué fue.",
)
SECONDS_OF_A_REPEAT = 900  # how long an open alert gathers the presses of the same sender


@dataclass(frozen=True)
class OpenAlert:
    """An alert that may still gather signals: its number, its start, the tokens it has heard."""

    pk: int
    raised_at: datetime
    tokens: frozenset[str]


@dataclass(frozen=True)
class Joins:
    """The signal belongs to an open alert; ``silently`` when it is the same press sent again."""

    pk: int
    silently: bool


def joins(reading: Reading, open_alerts: list[OpenAlert], *, at: datetime) -> Joins | None:
    """The open alert of the same sender that this signal joins, the newest first.

    A token is the sender's own number of the press: the same token again is a
    retransmission. Another press joins the alert that is still open and young;
    a press after that is a new call for help.
    """
    newest_first = sorted(open_alerts, key=lambda alert: alert.raised_at, reverse=True)
    for alert in newest_first:
        if reading.token and reading.token in alert.tokens:
            return Joins(alert.pk, silently=True)
    for alert in newest_first:
        if (at - alert.raised_at).total_seconds() <= SECONDS_OF_A_REPEAT:
            return Joins(alert.pk, silently=False)
    return None
