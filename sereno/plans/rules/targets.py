"""How a target says how much: read from a document's words, and checked before it is kept."""

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from sereno.plans.rules.drafts import TargetDraft


class Kind(StrEnum):
    """How a target says how much."""

    QUANTITY = "quantity"
    SHARE = "share"
    FREQUENCY = "frequency"
    MILESTONE = "milestone"
    SCALE = "scale"
    OBSERVED = "observed"


class Direction(StrEnum):
    """Which way is better."""

    RISE = "rise"
    FALL = "fall"
    KEEP = "keep"
    WITHIN = "within"


class Fault(StrEnum):
    """Why a target cannot stand as it is written."""

    NO_VALUE = "no_value"
    NO_INTERVAL = "no_interval"
    NO_WORDS = "no_words"
    NEGATIVE = "negative"
    OVER_A_HUNDRED = "over_a_hundred"
    PERIOD_BACKWARDS = "period_backwards"
    OUTSIDE_THE_PLAN = "outside_the_plan"
    WRONG_WAY = "wrong_way"
    NO_BOUNDS = "no_bounds"
    NO_SUCH_STEP = "no_such_step"
    TOO_LARGE = "too_large"


LARGEST = Decimal(10) ** 12
LONGEST_DAYS = 3660  # ten years
LARGEST_UNIVERSE = 2_147_483_647  # what a whole number of every database holds


def fault_of(
    target: TargetDraft,
    *,
    direction: str,
    baseline: Decimal | None,
    plan_starts_on: date,
    plan_ends_on: date,
) -> Fault | None:
    """The first thing that keeps a target from being measured one day."""
    if target.ends_on < target.starts_on:
        return Fault.PERIOD_BACKWARDS
    if target.starts_on < plan_starts_on or target.ends_on > plan_ends_on:
        return Fault.OUTSIDE_THE_PLAN
    return (
        _fault_of_amount(target)
        or _fault_of_bounds(target, direction)
        or _fault_of_way(target, direction, baseline)
    )


def _fault_of_amount(target: TargetDraft) -> Fault | None:
    if target.kind == Kind.OBSERVED:
        return None
    if target.kind == Kind.MILESTONE:
        return None if target.source_words or target.condition else Fault.NO_WORDS
    if target.kind == Kind.FREQUENCY:
        return None if 1 <= (target.every_days or 0) <= LONGEST_DAYS else Fault.NO_INTERVAL
    if target.kind == Kind.SCALE:
        return None if _is_a_step(target) else Fault.NO_SUCH_STEP
    return _fault_of_number(target)


def _is_a_step(target: TargetDraft) -> bool:
    step, words = target.value, steps(target.scale)
    there = step is not None and step == step.to_integral_value() and 1 <= step <= len(words)
    return there and len(words) > 1


def _fault_of_number(target: TargetDraft) -> Fault | None:
    if target.value is None:
        return Fault.NO_VALUE
    if target.value < 0:
        return Fault.NEGATIVE
    if not _is_kept_exactly(target):
        return Fault.TOO_LARGE
    if target.kind == Kind.SHARE and target.value > 100:
        return Fault.OVER_A_HUNDRED
    return None


def _is_kept_exactly(target: TargetDraft) -> bool:
    """Whether the numbers fit as they are: none is rounded on its way to the database."""
    said = [number for number in (target.value, target.high) if number is not None]
    fits = all(abs(number) < LARGEST and number == round(number, 4) for number in said)
    return fits and (target.universe_size or 0) <= LARGEST_UNIVERSE


def _fault_of_bounds(target: TargetDraft, direction: str) -> Fault | None:
    """Two bounds belong to what must stay within them, and the lower one comes first."""
    if target.kind not in {Kind.QUANTITY, Kind.SHARE}:
        return None
    if direction != Direction.WITHIN:
        return None if target.high is None else Fault.NO_BOUNDS
    if target.high is None or target.value is None or target.high < target.value:
        return Fault.NO_BOUNDS
    over = target.kind == Kind.SHARE and target.high > 100
    return Fault.OVER_A_HUNDRED if over else None


def steps(scale: str) -> list[str]:
    """The words of a scale, the worst first."""
    return [word for line in scale.splitlines() if (word := " ".join(line.split()))]


def _fault_of_way(target: TargetDraft, direction: str, baseline: Decimal | None) -> Fault | None:
    """A goal that must rise cannot lie under where it begins, nor one that must fall above it."""
    if target.value is None or baseline is None:
        return None
    if target.kind not in {Kind.QUANTITY, Kind.SHARE}:
        return None
    backwards = {
        Direction.RISE: target.value < baseline,
        Direction.FALL: target.value > baseline,
    }
    return Fault.WRONG_WAY if backwards.get(Direction(direction)) else None


@dataclass(frozen=True)
class Amount:
    """What the words of a target say: its kind, how much, of what."""

    kind: Kind
    value: Decimal | None = None
    of: str = ""  # a quantity's unit, a share's universe, a milestone's own words
    size: int | None = None
    every_days: int | None = None


_NUMBER = r"(?P<number>\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:[.,]\d+)?)"
_SHARE = re.compile(
    rf"^(?:el\s+)?{_NUMBER}\s*(?:%|por\s+ciento)"
    r"(?:\s+(?:de\s+|del\s+)?(?P<of>.*?))?"
    r"(?:\s*\((?P<size>\d{1,3}(?:\.\d{3})+|\d+)\))?$",
    re.IGNORECASE,
)
_EVERY = re.compile(
    r"^(?:(?:1|una)\s+vez\s+)?cada\s+(?:(?P<count>\d+)\s+)?(?P<unit>d[ií]as?|semanas?|mes(?:es)?|años?)$",
    re.IGNORECASE,
)
_QUANTITY = re.compile(rf"^{_NUMBER}\s+(?P<of>[^\d\s].*)$|^{_NUMBER.replace('number', 'bare')}$")
_DAYS = {"d": 1, "s": 7, "m": 30, "a": 365}
_ADVERBS = {
    "diario": 1,
    "diaria": 1,
    "semanal": 7,
    "quincenal": 15,
    "mensual": 30,
    "bimestral": 60,
    "trimestral": 90,
    "semestral": 180,
    "anual": 365,
}


def number(text: str) -> Decimal:
    """``1.234,5`` and ``12,5`` as people write them here; ``0.5`` too, as spreadsheets do.

    A point before exactly three figures separates thousands, any other point is a decimal one.
    """
    if re.fullmatch(r"\d{1,3}(\.\d{3})+(,\d+)?", text):
        return Decimal(text.replace(".", "").replace(",", "."))
    return Decimal(text.replace(",", "."))


def amount(words: str) -> Amount:
    """What a goal's own words say; what is no number and no rhythm is a milestone."""
    text = " ".join(words.split()).rstrip(".;")
    share = _SHARE.match(text)
    if share:
        size = share["size"]
        return Amount(
            Kind.SHARE,
            value=number(share["number"]),
            of=(share["of"] or "").strip(),
            size=int(size.replace(".", "")) if size else None,
        )
    days = _interval(text)
    if days:
        return Amount(Kind.FREQUENCY, every_days=days)
    quantity = _QUANTITY.match(text)
    if quantity:
        value = number(quantity["number"] or quantity["bare"])
        return Amount(Kind.QUANTITY, value=value, of=(quantity["of"] or "").strip())
    return Amount(Kind.MILESTONE, of=text)


def _interval(text: str) -> int | None:
    every = _EVERY.match(text)
    if every:
        return int(every["count"] or 1) * _DAYS[every["unit"][0].lower()]
    return _ADVERBS.get(text.lower())
