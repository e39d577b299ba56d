"""A target out of a cell: quantity, share, frequency, milestone or only words, each by its kind."""

import re
from decimal import Decimal
from typing import Final

from sereno.documents.readers.reading import Value
from sereno.documents.readers.values import absences, excuses
from sereno.documents.readers.values.directions import direction
from sereno.documents.readers.values.frequencies import NUMERALS, frequency
from sereno.documents.readers.values.numbers import MONEY, NUMBER, digits
from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.words import bare, tidy

SPOKEN: Final = re.compile(rf"\b({'|'.join(NUMERALS)})\b")
PRODUCT: Final = re.compile(
    r"\b(?:ordenanza|documento|plan|reglamento|convenio|estudio|diagnostico|informe|agenda|"
    r"protocolo|acuerdo|resolucion|manual|politica|sistema|proyecto|central|observatorio|mapa|"
    r"catastro|empresa|plataforma|norma|modelo|estrategia|programa|fondo|obra|acta|base de datos)\b"
)
CONDITION: Final = re.compile(
    r"[,;]?\s+\b(?:previamente|con base (?:en|a)|en base a|siempre que|segun|de acuerdo|que|"
    r"mayor(?:es)? (?:a|de)|menor(?:es)? (?:a|de)|hasta (?:el|la|los)|al (?:19|20)\d\d|"
    r"de conformidad|instalando|donde|cuando)\b.*",
    re.IGNORECASE | re.DOTALL,
)
LEAD: Final = re.compile(r"^(?:(?:de|del|en|a|al|por|para|la|el|los|las|un|una)\b\s*)+", re.I)
YEAR: Final = re.compile(r"(?<!\d)(?:19|20)\d{2}(?!\d)")
EVERY: Final = re.compile(r"\bcada\b|\bveces\b")


def target(text: str) -> Parsed:
    """The typed target; ``value`` is a dictionary whose ``kind`` says what else it holds."""
    words = tidy(text)
    if not words:
        return BLANK
    if (absent := absences.absence(words)) is not None:
        return absent
    low = bare(words)
    if EVERY.search(low) and not any(mark[2] for mark in NUMBER.finditer(low)):
        often = frequency(low)
        if isinstance(often.value, dict):
            return told("frequency", words, low, {**often.value, "of": before_every(words)})
    return counted(words, low)


def counted(words: str, low: str) -> Parsed:
    found = [mark for mark in NUMBER.finditer(words) if not is_year(mark, words)]
    shares = [mark for mark in found if mark[2]]
    if len(shares) > 1:
        return Parsed(None, code="several-quantities")
    if shares:
        return share(words, low, shares[0])
    if found:
        return quantity(words, low, found[0]) if len(found) == 1 else several(words, low, found)
    if spoken := SPOKEN.search(low):
        return spoken_quantity(words, low, spoken)
    if PRODUCT.search(low):
        return told("milestone", words, low, {"what": words}, confidence=0.8)
    return Parsed({"kind": "qualitative", "what": words}, code="no-quantity", confidence=0.6)


def is_year(mark: re.Match[str], words: str) -> bool:
    return bool(YEAR.fullmatch(mark[1])) and not mark[2] and words.strip() != mark[0].strip()


def share(words: str, low: str, mark: re.Match[str]) -> Parsed:
    parsed = digits(mark[1])
    if not isinstance(parsed.value, Decimal):
        return Parsed(None, code=parsed.code)
    rest = words[mark.end() :].strip(" .,;:-")
    excuse: dict[str, Value] = {}
    if state := excuses.status(rest) or (excuses.cause(rest) and "explained"):
        excuse = {"status": state, "cause": excuses.cause(rest), "excuse": rest}
        rest, low = "", bare(words[: mark.end()])
    condition = CONDITION.search(rest)
    universe = LEAD.sub("", rest[: condition.start()] if condition else rest).strip(" .,;")
    if not universe and not excuse:
        universe = LEAD.sub("", before(words, mark))
    parts: dict[str, Value] = {"value": parsed.value, "of": universe}
    if condition:
        parts["condition"] = condition[0].strip(" .,;")
    return told("share", words, low, {**parts, **excuse}, unit="%", start=mark.start())


def quantity(words: str, low: str, mark: re.Match[str], confidence: float = 1.0) -> Parsed:
    parsed = digits(mark[1])
    if not isinstance(parsed.value, Decimal):
        return Parsed(None, code=parsed.code)
    rest = words[mark.end() :].strip(" .,;:-")
    if MONEY.search(words):
        unit = "USD"
    else:
        unit = unit_of(rest) or unit_of(LEAD.sub("", before(words, mark)))
    parts: dict[str, Value] = {"value": parsed.value, "of": LEAD.sub("", rest)}
    often = frequency(rest)
    if isinstance(often.value, dict):
        parts["frequency"] = often.value
    if state := excuses.status(rest):
        parts |= {"status": state, "cause": excuses.cause(rest), "excuse": rest}
    return told(
        "quantity", words, low, parts, unit=unit, start=mark.start(),
        confidence=min(confidence, parsed.confidence),
    )  # fmt: skip


def several(words: str, low: str, found: list[re.Match[str]]) -> Parsed:
    """Two limits make a range; otherwise the figures beside the first are part of its words."""
    if direction(low) == "within":
        values = [digits(mark[1]).value for mark in found[:2]]
        if all(isinstance(value, Decimal) for value in values):
            unit = unit_of(words[found[1].end() :])
            return told("quantity", words, low, {"from": values[0], "to": values[1]}, unit=unit)
    if re.search(r"\d\s*(?:,|;|\by\b|\be\b)\s*(?:[^\d,;]{1,60}(?:,|;|\by\b)\s*)?\d", low):
        return Parsed(None, code="several-quantities")
    return quantity(words, low, found[0], confidence=0.7)


def spoken_quantity(words: str, low: str, spoken: re.Match[str]) -> Parsed:
    rest = low[spoken.end() :].strip()
    amount = NUMERALS[spoken[1]]
    if amount == 1 and PRODUCT.match(rest):
        return told("milestone", words, low, {"what": words})
    if amount == 1 and spoken.start() > 0 and not PRODUCT.search(rest[:40]):
        return Parsed({"kind": "qualitative", "what": words}, code="no-quantity", confidence=0.6)
    parts: dict[str, Value] = {"value": Decimal(amount), "of": rest}
    return told("quantity", words, low, parts, unit=unit_of(rest), confidence=0.9)


def told(
    kind: str, words: str, low: str, parts: dict[str, Value], *,
    unit: str = "", start: int | None = None, confidence: float = 1.0,
) -> Parsed:  # fmt: skip
    value: dict[str, Value] = {"kind": kind, **parts}
    if way := direction(low):
        value["direction"] = way
        if start is not None and re.search(r"\ben\s*(?:un\s*)?$", words[:start].casefold()):
            value["by"] = True
    if unit:
        value["unit"] = unit
    return Parsed(value, unit, "", confidence)


def before(words: str, mark: re.Match[str]) -> str:
    """What stands before the figure, without the verb: ``Cobertura de barrios: 40%``."""
    return re.sub(r"\s+(?:al?|en|de|del|un|el|:)*\s*$", "", words[: mark.start()]).strip(" .,;:-")


def before_every(words: str) -> str:
    found = EVERY.search(bare(words))
    return words[: found.start()].strip(" .,;:-") if found else words


def unit_of(rest: str) -> str:
    """The first word that is counted, with its kind: ``estudiantes``, ``km``, ``espacios``."""
    found = re.match(r"\W*(?:de\s+|nuev[oa]s\s+)?([^\W\d_]+)", rest)
    return found[1].lower() if found else ""
