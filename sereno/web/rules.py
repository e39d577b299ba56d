"""How numbers, times and bars are written: the forms of Ecuador, without a page around them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

Number = int | float | Decimal

# Keeps a number and its unit on one line.
TIED = "\u00a0"
MINUS = "\u2212"


class Kind(StrEnum):
    """What a state asks of whoever reads it; its colour and shape follow from this."""

    DANGER = "danger"
    ATTENTION = "attention"
    ALIVE = "alive"
    UNKNOWN = "unknown"
    PLAIN = "plain"


class Absent(StrEnum):
    """Why there is no number. None of these is zero."""

    UNKNOWN = "unknown"
    NOT_APPLICABLE = "not-applicable"
    NOT_DUE = "not-due"


def exact(value: Number, places: int) -> Decimal:
    """Rounded half away from zero, as people do on paper."""
    return Decimal(str(value)).quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP)


def decimal(value: Number, places: int | None = None) -> str:
    """``1234.5`` as ``1.234,5``; with as many decimals as it has, where none are asked for."""
    number = Decimal(str(value)) if places is None else exact(value, places)
    sign = MINUS if number < 0 else ""
    return sign + f"{abs(number):,f}".translate(str.maketrans(",.", ".,"))


def money(value: Number) -> str:
    return f"USD{TIED}{decimal(value, 2)}"


def share(part: Number, whole: Number) -> Decimal | None:
    """Of a hundred; none where the whole is empty, because then it does not apply."""
    return Decimal(str(part)) * 100 / Decimal(str(whole)) if whole else None


def percent(value: Number, places: int = 1) -> str:
    return f"{decimal(value, places)}{TIED}%"


def minutes(value: Number | timedelta, places: int = 1) -> str:
    """Minutes as a measurement: ``7,0 min``."""
    if isinstance(value, timedelta):
        value = Decimal(str(value.total_seconds())) / 60
    return f"{decimal(value, places)}{TIED}min"


def duration(value: timedelta) -> str:
    """A lapse as people say it, in its two largest units: ``3 min 20 s``, ``2 h 05 min``."""
    seconds = int(abs(value.total_seconds()))
    days, rest = divmod(seconds, 86_400)
    hours, rest = divmod(rest, 3_600)
    whole_minutes, seconds = divmod(rest, 60)
    if days:
        text = f"{days} d {hours} h"
    elif hours:
        text = f"{hours} h {whole_minutes:02} min"
    elif whole_minutes:
        text = f"{whole_minutes} min {seconds:02} s"
    else:
        text = f"{seconds} s"
    return text.replace(" ", TIED)


@dataclass(frozen=True)
class Distance:
    """How far a moment is from now: so many of a unit, before or after."""

    count: int
    unit: str
    past: bool


_UNITS = (
    ("year", 31_557_600),
    ("month", 2_629_800),
    ("day", 86_400),
    ("hour", 3_600),
    ("minute", 60),
)


def distance(moment: datetime, *, at: datetime) -> Distance:
    """The largest whole unit between two moments; under a minute it is ``now``."""
    seconds = (at - moment).total_seconds()
    for unit, length in _UNITS:
        if abs(seconds) >= length:
            return Distance(int(abs(seconds) // length), unit, seconds >= 0)
    return Distance(0, "now", seconds >= 0)


@dataclass(frozen=True)
class Bar:
    """Where a value lies on the way from its baseline to its target, all from 0 to 100.

    The way may go down (minutes to arrive) as well as up; the bar always grows to the right.
    """

    baseline: Decimal
    target: Decimal
    value: Decimal | None
    reached: bool | None
    backwards: bool

    @property
    def start(self) -> Decimal:
        return min(self.baseline, self.value) if self.value is not None else self.baseline

    @property
    def length(self) -> Decimal:
        return abs(self.value - self.baseline) if self.value is not None else Decimal(0)


def bar(value: Number | None, *, baseline: Number, target: Number) -> Bar | None:
    """The bar of a value; none where baseline and target are the same, so that there is no way."""
    start, end = Decimal(str(baseline)), Decimal(str(target))
    if start == end:
        return None
    way = end - start
    progress = None if value is None else (Decimal(str(value)) - start) / way
    low = min(Decimal(0), progress or Decimal(0))
    high = max(Decimal(1), progress or Decimal(0))
    # A value far outside is drawn at the edge: the number beside it tells how far.
    low, high = max(low, Decimal(-1)), min(high, Decimal(2))

    def place(point: Decimal) -> Decimal:
        return (min(max(point, low), high) - low) / (high - low) * 100

    return Bar(
        baseline=place(Decimal(0)),
        target=place(Decimal(1)),
        value=None if progress is None else place(progress),
        reached=None if progress is None else progress >= 1,
        backwards=progress is not None and progress < 0,
    )
