"""How often: ``cada 15 días``, ``mensual``, ``dos veces por semana``, as so many every so much."""

import re
from decimal import Decimal
from typing import Final

from sereno.documents.readers.reading import Value
from sereno.documents.readers.values.parsed import BLANK, Parsed
from sereno.documents.readers.values.words import bare

PERIODS: Final = {
    "dia": "day", "dias": "day", "semana": "week", "semanas": "week", "quincena": "fortnight",
    "mes": "month", "meses": "month", "trimestre": "quarter", "trimestres": "quarter",
    "semestre": "half-year", "semestres": "half-year", "ano": "year", "anos": "year",
}  # fmt: skip
ADJECTIVES: Final = {
    "diari": (1, "day"), "semanal": (1, "week"), "quincenal": (15, "day"),
    "mensual": (1, "month"), "bimensual": (2, "month"), "bimestral": (2, "month"),
    "trimestral": (3, "month"), "cuatrimestral": (4, "month"), "semestral": (6, "month"),
    "anual": (1, "year"), "permanente": (0, "always"),
}  # fmt: skip
NUMERALS: Final = {
    "un": 1, "una": 1, "uno": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5, "seis": 6,
    "siete": 7, "ocho": 8, "nueve": 9, "diez": 10, "once": 11, "doce": 12, "trece": 13,
    "catorce": 14, "quince": 15, "dieciseis": 16, "diecisiete": 17, "dieciocho": 18,
    "diecinueve": 19, "veinte": 20, "treinta": 30, "cuarenta": 40, "cincuenta": 50,
    "sesenta": 60, "setenta": 70, "ochenta": 80, "noventa": 90, "cien": 100,
}  # fmt: skip
COUNT: Final = rf"(\d{{1,4}}|{'|'.join(NUMERALS)})"
NAMES: Final = "|".join(sorted(PERIODS, key=len, reverse=True))
EVERY: Final = re.compile(rf"\bcada\s+(?:{COUNT}\s+)?({NAMES})\b", re.ASCII)
TIMES: Final = re.compile(
    rf"\b{COUNT}\s+ve(?:z|ces)\s+(?:por|al|a la|cada|en el|a)\s+({NAMES})\b", re.ASCII
)
ADJECTIVE: Final = re.compile(
    r"\b(" + "|".join(sorted(ADJECTIVES, key=len, reverse=True)) + r")(?:mente|as|os|es|a|o|s)?\b"
)
ALWAYS: Final = re.compile(
    r"\b24\s*/\s*7\b|\b24 horas(?:[^\d]{1,20}7 dias)?|\b(?:todo el tiempo|todos los dias)\b"
)


def often(low: str, *, with_adjectives: bool = True) -> re.Match[str] | None:
    """Where bare words say how often; an adjective such as ``anual`` may only describe."""
    found = TIMES.search(low) or EVERY.search(low) or ALWAYS.search(low)
    return found or (ADJECTIVE.search(low) if with_adjectives else None)


def frequency(text: str) -> Parsed:
    """The first frequency a text names; ``no-frequency`` where it names none."""
    words = bare(text)
    if not words:
        return BLANK
    if found := TIMES.search(words):
        return told(count(found[1]), 1, PERIODS[found[2]])
    if found := EVERY.search(words):
        return told(1, count(found[1]) if found[1] else 1, PERIODS[found[2]])
    if ALWAYS.search(words):
        return told(1, 0, "always")
    if found := ADJECTIVE.search(words):
        every, period = ADJECTIVES[found[1]]
        return told(1, every, period)
    return Parsed(None, code="no-frequency")


def told(times: int, every: int, period: str) -> Parsed:
    value: dict[str, Value] = {
        "times": Decimal(times),
        "every": Decimal(every),
        "period": period,
    }
    return Parsed(value, period)


def count(text: str) -> int:
    return NUMERALS[text] if text in NUMERALS else int(text)
