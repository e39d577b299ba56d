"""Numbers as documents of Ecuador write them, and by name why one cannot be read for sure."""

import re
from decimal import Decimal
from typing import Final

from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.words import tidy

DIGITS: Final = r"(?<![\d.,])[0-9](?:[0-9.,]*[0-9])?"
NUMBER: Final = re.compile(rf"({DIGITS})\s*(%)?", re.ASCII)
HERE: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?", re.ASCII)
ELSEWHERE: Final = re.compile(r"\d{1,3}(?:,\d{3})+\.\d+|\d{1,3}(?:,\d{3}){2,}|\d+\.\d+", re.ASCII)
MONEY: Final = re.compile(r"\b(?:usd|us\$|d[oó]lares)(?=\W|\d|$)|\$", re.IGNORECASE)
MINUS: Final = "-\u2212\u2013"
LONGEST: Final = 30


def digits(text: str) -> Parsed:
    """A number standing alone, without sign or unit."""
    if len(text) > LONGEST:
        return Parsed(None, code="too-large")
    if re.fullmatch(r"\d{1,3},\d{3}", text, re.ASCII):
        return Parsed(None, code="ambiguous-number")
    if HERE.fullmatch(text):
        sure = 0.8 if re.fullmatch(r"\d{1,3}\.\d{3}", text, re.ASCII) else 1.0
        return Parsed(Decimal(text.replace(".", "").replace(",", ".")), confidence=sure)
    if ELSEWHERE.fullmatch(text):
        return Parsed(Decimal(text.replace(",", "")))
    return Parsed(None, code="not-a-number")


def number(text: str) -> Parsed:
    """The one number of a cell with its unit: ``21 acciones``, ``88,80%``, ``USD 5.500,00``."""
    words = tidy(text)
    if not words or words in {"-", "\u2013", "\u2014"}:
        return BLANK
    is_money = bool(MONEY.search(words))
    rest = MONEY.sub(" ", words).strip()
    negative = rest[:1] in tuple(MINUS) or (rest[:1] == "(" and rest[-1:] == ")")
    found = list(NUMBER.finditer(rest))
    if not found:
        return Parsed(None, code="not-a-number")
    if len(found) > 1:
        return Parsed(None, code="several-numbers")
    parsed = digits(found[0][1])
    if not isinstance(parsed.value, Decimal):
        return parsed
    after = rest[found[0].end() :].strip(" .)")
    unit = "USD" if is_money else "%" if found[0][2] else after
    before = rest[: found[0].start()].strip(" (" + MINUS)
    if before:
        return Parsed(None, code="not-a-number")
    return Parsed(-parsed.value if negative else parsed.value, unit, "", parsed.confidence)


def money(text: str) -> Parsed:
    """An amount: what stands without a currency is in dollars, the country's money."""
    parsed = number(text)
    if isinstance(parsed.value, Decimal):
        if parsed.unit in {"", "USD"}:
            return Parsed(parsed.value, "USD", "", parsed.confidence)
        return Parsed(None, code="not-an-amount")
    return parsed


def spanish(value: Decimal, places: int | None = None, *, grouped: bool = True) -> str:
    """The number printed the way it is read back: ``4.884,15``."""
    shown = f"{value:,f}" if places is None else f"{value:,.{places}f}"
    if not grouped:
        shown = shown.replace(",", "")
    return shown.replace(",", "\0").replace(".", ",").replace("\0", ".")
