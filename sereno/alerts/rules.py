"""How a signal is understood. No database, no clock, no network."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
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
KINDS_THAT_SAY_NOTHING = frozenset({UNKNOWN_KIND, "panic"})  # somebody pressed, and no more
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
REPEATS = timedelta(minutes=15)  # how long an open alert gathers the presses of the same sender
RESENDS = timedelta(days=1)  # how long a sender that was not answered may go on sending
LETTERS_OF_A_NAME = 12  # a token this long names one press for ever; a short one is a counter


@dataclass(frozen=True)
class Earlier:
    """A signal of the same sender that already belongs to an alert."""

    alert: int
    raised_at: datetime
    is_open: bool
    token: str = ""


@dataclass(frozen=True)
class Joins:
    """The signal belongs to an alert; ``silently`` when it is the same press sent again."""

    alert: int
    silently: bool


def joins(token: str, earlier: Iterable[Earlier], *, at: datetime) -> Joins | None:
    """The alert of the same sender that a signal belongs to, the newest first.

    A token is the sender's own number of the press, so the same token again is
    the same press: while its alert is open, and after that too if the token is
    too long to be a counter that began anew. Another press joins the alert
    that is open and young; any other is a new call for help.
    """
    newest_first = sorted(earlier, key=lambda signal: signal.raised_at, reverse=True)
    for signal in newest_first:
        names_one_press = signal.is_open or len(token) >= LETTERS_OF_A_NAME
        if token and token == signal.token and names_one_press:
            return Joins(signal.alert, silently=True)
    for signal in newest_first:
        if signal.is_open and at - signal.raised_at <= REPEATS:
            return Joins(signal.alert, silently=False)
    return None


GRAVITY = tuple(Urgency)  # the gravest first


def graver(one: Urgency, other: Urgency) -> Urgency:
    """The graver of two: what a caller adds may raise an alert, only an operator lowers it."""
    return min(one, other, key=GRAVITY.index)


SPAN_UNITS = {"s": 1, "min": 60, "h": 3600, "d": 86400}
SPAN = re.compile(r"(\d{1,7})\s*(s|min|h|d)\b")
LONGEST = 30 * 86400  # seconds; who helps after a month does not answer an alert


def seconds_of(words: str) -> int | None:
    """``1 h 30 min`` in seconds; nothing where it is written otherwise."""
    text = words.strip().lower()
    if not text or SPAN.sub("", text).strip():
        return None
    return sum(int(number) * SPAN_UNITS[unit] for number, unit in SPAN.findall(text))


def span(seconds: int) -> str:
    """The same the other way: ``90`` is ``1 min 30 s``."""
    parts = []
    for unit, size in sorted(SPAN_UNITS.items(), key=lambda pair: -pair[1]):
        count, seconds = divmod(seconds, size)
        if count:
            parts.append(f"{count} {unit}")
    return " ".join(parts) or "0 s"


def in_order(seconds: Iterable[int | None]) -> bool:
    """No step is due before the one it follows, nor at once, nor after a month."""
    said = [one for one in seconds if one is not None]
    return said == sorted(said) and all(0 < one <= LONGEST for one in said)
