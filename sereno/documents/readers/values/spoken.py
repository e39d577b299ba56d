"""Numbers in words made figures: ``dos mil``, ``cien por ciento``, ``tres (3)``, ``la mitad``."""

import re
from typing import Final

from sereno.documents.readers.values.dates import MONTHS
from sereno.documents.readers.values.frequencies import NUMERALS
from sereno.documents.readers.values.words import bare

SMALL: Final = {
    **NUMERALS,
    "cero": 0, "veintiun": 21, "veintiuno": 21, "veintiuna": 21, "veintidos": 22,
    "veintitres": 23, "veinticuatro": 24, "veinticinco": 25, "veintiseis": 26,
    "veintisiete": 27, "veintiocho": 28, "veintinueve": 29,
}  # fmt: skip
HUNDREDS: Final = {
    "ciento": 100, "doscient": 200, "trescient": 300, "cuatrocient": 400, "quinient": 500,
    "seiscient": 600, "setecient": 700, "novecient": 900, "ochocient": 800,
}  # fmt: skip
ONES: Final = frozenset(("un", "una", "uno"))
UNITS: Final = "|".join(sorted(SMALL, key=len, reverse=True))
HUNDRED: Final = "ciento|(?:" + "|".join(name for name in HUNDREDS if name != "ciento") + ")[oa]s"
SPOKEN: Final = re.compile(
    rf"\b(?:{HUNDRED}|{UNITS}|mil)\b(?:\s+(?:y\s+)?(?:{HUNDRED}|{UNITS}|mil)\b)*"
    rf"(?!\s+de\s+(?:{'|'.join(MONTHS)}))"  # a square named after a day counts nothing
)
# A figure that says again in brackets what the words before it said, or the other way round.
AGAIN: Final = re.compile(r"(\d+)\s*\(\s*(\d+|un[oa]?)\s*\)|\buna?\s*\(\s*1\s*\)", re.I)
PERCENT: Final = re.compile(r"(?<=\w)\s+por\s*ciento\b", re.IGNORECASE)
PARTS: Final = (
    (re.compile(r"^(?:la|una) mitad\b", re.IGNORECASE), "50%"),
    (re.compile(r"^(?:la|una) cuarta parte\b", re.IGNORECASE), "25%"),
    (re.compile(r"^la totalidad\b", re.IGNORECASE), "100%"),
    (re.compile(r"^tod[oa]s (?=l[oa]s\b)", re.IGNORECASE), "100% de "),
    (re.compile(r"^ning[uú]n[ao]?\b", re.IGNORECASE), "0"),
    (re.compile(r"\bun centenar de\b", re.IGNORECASE), "100"),
    (re.compile(r"\buna? docena de\b", re.IGNORECASE), "12"),
)


def figures(words: str) -> str:
    """The words with figures where numbers were spoken; one thing alone keeps its article."""
    if words.isascii() and words.isdigit():
        return words
    text = PERCENT.sub("%", words)
    for wording, figure in PARTS:
        text = wording.sub(figure, text)
    low = bare(text)
    if len(low) == len(text):  # places in the bare words are places in the text
        for found in reversed(list(SPOKEN.finditer(low))):
            if (value := value_of(found[0])) is not None:
                # Grouped, so that two thousand is not taken for a year.
                shown = f"{value:,}".replace(",", ".")
                text = text[: found.start()] + shown + text[found.end() :]
    return AGAIN.sub(said_once, text)


def said_once(both: re.Match[str]) -> str:
    """``3 (3)``, ``1 (uno)`` and ``un (1)`` are one figure; two that differ stay as they are."""
    if both[1] is None:
        return "1"
    again = "1" if both[2].casefold() in ONES else both[2]
    return both[1] if both[1] == again else both[0]


def value_of(spoken: str) -> int | None:
    """None for an article, and for words that do not make one number: ``dos tres``."""
    words = [word for word in spoken.split() if word != "y"]
    if len(words) == 1 and words[0] in ONES:
        return None
    total = group = 0
    least = 10**6
    for word in words:
        if word == "mil":
            total, group, least = (group or 1) * 1000, 0, 10**6
            if total > 999_000:
                return None
            continue
        value = SMALL.get(word) if word in SMALL else hundred_of(word)
        if value is None or value >= least:
            return None
        least = 10 if 20 <= value < 100 else 100 if value >= 100 else 1
        if value and value < least == 1:
            return None
        group += value
    return total + group


def hundred_of(word: str) -> int | None:
    return HUNDREDS.get(word) or HUNDREDS.get(word[:-2])
