"""A target out of a cell: quantity, share, frequency, milestone or only words, each by its kind."""

import re
from decimal import Decimal
from typing import Final

from sereno.documents.readers.reading import Value
from sereno.documents.readers.values import absences, excuses
from sereno.documents.readers.values.counting import (
    counting,
    has_another,
    is_only_a_date,
    is_onward,
    is_range,
)
from sereno.documents.readers.values.directions import LIMITS, direction, limit
from sereno.documents.readers.values.frequencies import frequency, often
from sereno.documents.readers.values.numbers import MONEY, digits
from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.spoken import figures
from sereno.documents.readers.values.words import bare, tidy

ARTICLE: Final = re.compile(r"\b(?:un|una|uno)\b")
PRODUCT: Final = re.compile(
    r"\b(?:ordenanza|documento|plan|reglamento|convenio|estudio|diagnostico|informe|agenda|"
    r"protocolo|acuerdo|resolucion|manual|politica|sistema|proyecto|central|observatorio|mapa|"
    r"catastro|empresa|plataforma|norma|modelo|estrategia|programa|fondo|obra|acta|base de datos)\b"
)
# A name of what is measured promises nothing by itself.
MEASURE: Final = re.compile(
    r"(?:%|porcentaje|numero|nro|n[°º]|cantidad|nivel|grado|indice|tasa|total|promedio|tiempo"
    r"|monto|valor|cobertura)\b"
)
CONDITION: Final = re.compile(
    r"[,;]?\s+\b(?:previamente|con base (?:en|a)|en base a|siempre que|segun|de acuerdo|que|"
    r"mayor(?:es)? (?:a|de)|menor(?:es)? (?:a|de)|hasta (?:el|la|los)|al (?:19|20)\d\d|"
    r"de conformidad|instalando|donde|cuando)\b.*",
    re.IGNORECASE | re.DOTALL,
)
LEAD: Final = re.compile(r"^(?:(?:de|del|en|a|al|por|para|la|el|los|las|un|una)\b\s*)+", re.I)
LABEL: Final = re.compile(
    r"^(?:meta|total|cantidad|n[uú]mero|nro\.?|no\.|n[°º]|porcentaje|%)\s*(?:de\b|:)?\s*",
    re.IGNORECASE,
)
TAIL: Final = re.compile(
    rf"\s*(?:\b(?:{LIMITS})|[<>≤≥+=-]+)?(?:\s+(?:al?|en|de|del|un|el|:))*\s*$", re.I
)
INFINITIVE: Final = re.compile(r"^(?:se\s+)?[^\W\d_]+[aei]r(?:se)?\b\s*", re.IGNORECASE)


def target(text: str) -> Parsed:
    """The typed target; ``value`` is a dictionary whose ``kind`` says what else it holds."""
    told_words = tidy(text)
    if not told_words:
        return BLANK
    if (absent := absences.absence(told_words)) is not None:
        return absent
    words = figures(told_words)
    low = bare(words)
    found = counting(words)
    if not any(mark[2] for mark in found) and (regular := regularly(words, low, found)):
        return regular
    return counted(words, low, found)


def regularly(words: str, low: str, found: list[re.Match[str]]) -> Parsed | None:
    """How often, where that is what is promised: ``cada 15 días``, ``Permanente``, ``24/7``."""
    mark = often(low, with_adjectives=not found and not PRODUCT.search(low))
    if mark is None or MEASURE.match(low):
        return None
    value = frequency(low).value
    if not isinstance(value, dict):
        return None
    of = words[: mark.start()] if len(words) == len(low) else low[: mark.start()]
    return told("frequency", words, low, {**value, "of": of.strip(" .,;:-")})


def counted(words: str, low: str, found: list[re.Match[str]]) -> Parsed:
    shares = [mark for mark in found if mark[2]]
    if len(found) > 1 and is_onward(words, found[0], found[1]):
        return onward(words, low, found[0], found[1])
    if len(shares) > 1:
        return Parsed(None, code="several-quantities")
    if shares:
        return share(words, low, shares[0])
    if found:
        return quantity(words, low, found[0]) if len(found) == 1 else several(words, low, found)
    if is_only_a_date(low):
        return Parsed(None, code="only-a-date")
    if spoken := ARTICLE.search(low):
        return single(words, low, spoken)
    if PRODUCT.search(low) and not MEASURE.match(low):
        return told("milestone", words, low, {"what": words}, confidence=0.8)
    return only_words(words)


def only_words(words: str) -> Parsed:
    return Parsed({"kind": "qualitative", "what": words}, code="no-quantity", confidence=0.6)


def onward(words: str, low: str, first: re.Match[str], last: re.Match[str]) -> Parsed:
    """The second figure is the goal and the first where it starts."""
    starts, goes = digits(first[1]), digits(last[1])
    if not isinstance(starts.value, Decimal) or not isinstance(goes.value, Decimal):
        return Parsed(None, code=starts.code or goes.code)
    of = LEAD.sub("", words[last.end() :].strip(" .,;:-")) or before(words, first)
    kind, unit = ("share", "%") if last[2] else ("quantity", unit_of(of))
    parts: dict[str, Value] = {"value": goes.value, "baseline": starts.value, "of": of}
    parsed = told(kind, words, low, parts, unit=unit)
    if isinstance(parsed.value, dict):
        parsed.value.setdefault("direction", "rise" if goes.value > starts.value else "fall")
    return parsed


def share(words: str, low: str, mark: re.Match[str]) -> Parsed:
    parsed = digits(mark[1])
    if not isinstance(parsed.value, Decimal):
        return Parsed(None, code=parsed.code)
    rest = words[mark.end() :].strip(" .,;:-")
    excuse: dict[str, Value] = {}
    if state := excuses.status(rest) or (excuses.cause(rest) and "explained"):
        excuse = {"status": state, "cause": excuses.cause(rest), "excuse": rest}
        rest, low = "", bare(words[: mark.end()])
    condition = CONDITION.search(f" {rest}")
    universe = f" {rest}"[: condition.start()] if condition else rest
    universe = LEAD.sub("", universe.strip()).strip(" .,;")
    if not universe and not excuse:
        universe = before(words, mark)
    parts: dict[str, Value] = {"value": parsed.value, "of": universe}
    if condition:
        parts["condition"] = condition[0].strip(" .,;")
    return told("share", words, low, {**parts, **excuse}, unit="%", start=mark.start())


def quantity(words: str, low: str, mark: re.Match[str], confidence: float = 1.0) -> Parsed:
    parsed = digits(mark[1])
    if not isinstance(parsed.value, Decimal):
        return Parsed(None, code=parsed.code)
    rest = words[mark.end() :].strip(" .,;:-")
    unit = "USD" if MONEY.search(words) else unit_of(rest) or unit_of(before(words, mark))
    parts: dict[str, Value] = {"value": parsed.value, "of": LEAD.sub("", rest)}
    regular = frequency(rest)
    if isinstance(regular.value, dict):
        parts["frequency"] = regular.value
    if state := excuses.status(rest):
        parts |= {"status": state, "cause": excuses.cause(rest), "excuse": rest}
    return told(
        "quantity", words, low, parts, unit=unit, start=mark.start(),
        confidence=min(confidence, parsed.confidence),
    )  # fmt: skip


def several(words: str, low: str, found: list[re.Match[str]]) -> Parsed:
    """Two limits make a range; a figure with a place of its own is another goal.

    Any other figure beside the first is part of its words.
    """
    first, second = found[:2]
    if is_range(words, first, second):
        limits = [digits(mark[1]).value for mark in (first, second)]
        if all(isinstance(value, Decimal) for value in limits):
            rest = words[second.end() :].strip(" .,;:-")
            parts: dict[str, Value] = {"from": limits[0], "to": limits[1], "of": LEAD.sub("", rest)}
            return told("quantity", words, low, parts, unit=unit_of(rest))
    if has_another(words, found):
        return Parsed(None, code="several-quantities")
    return quantity(words, low, first, confidence=0.7)


def single(words: str, low: str, article: re.Match[str]) -> Parsed:
    """One thing: a product is a milestone, unless it is to come again and again."""
    rest = low[article.end() :].strip()
    is_product = bool(PRODUCT.match(rest))
    regular = frequency(rest)
    is_regular = isinstance(regular.value, dict) and regular.value["period"] != "year"
    if is_product and not is_regular:
        parts: dict[str, Value] = {"what": words, "value": Decimal(1)}
        return told("milestone", words, low, parts, unit=unit_of(rest))
    if article.start() > 0 and not is_product:
        return only_words(words)
    parts = {"value": Decimal(1), "of": rest}
    if is_regular:
        parts["frequency"] = regular.value
    return told("quantity", words, low, parts, unit=unit_of(rest), confidence=0.9)


def told(
    kind: str, words: str, low: str, parts: dict[str, Value], *,
    unit: str = "", start: int | None = None, confidence: float = 1.0,
) -> Parsed:  # fmt: skip
    value: dict[str, Value] = {"kind": kind, **parts}
    sign = words[:start].rstrip()[-1:] if start else ""
    way = {"+": "rise", "-": "fall"}.get(sign) or direction(low) or limit(words[: start or 0])
    if way:
        value["direction"] = way
    if sign in {"+", "-"} or (start and re.search(r"\ben\s*(?:un\s*)?$", words[:start].casefold())):
        value["by"] = True
    if unit:
        value["unit"] = unit
    return Parsed(value, unit, "", confidence)


def before(words: str, mark: re.Match[str]) -> str:
    """What stands before the figure, without its verb or label: ``Cobertura de barrios: 40%``."""
    said = TAIL.sub("", words[: mark.start()].rstrip(" .,;:"))
    return LEAD.sub("", INFINITIVE.sub("", LABEL.sub("", said.strip(" .,;:-"))))


def unit_of(rest: str) -> str:
    """The first word that is counted, with its kind: ``estudiantes``, ``km``, ``espacios``."""
    found = re.match(r"\W*(?:de\s+|nuev[oa]s\s+)?([^\W\d_]+)", rest)
    return found[1].lower() if found else ""
