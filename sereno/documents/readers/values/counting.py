"""Which figures of a target count something: not its years, days, ordinals or numbers of papers."""

import itertools
import re
from typing import Final

from sereno.documents.readers.values.dates import MONTHS
from sereno.documents.readers.values.numbers import NUMBER
from sereno.documents.readers.values.words import bare

YEAR: Final = re.compile(r"(?:19|20)\d{2}")
AFTER: Final = re.compile(
    rf"(?:er|ra|ro|do|da|to|ta|mo|ma|vo|va|no|na|[°º\u00aa])(?![a-z])"
    rf"|\s+(?:de\s+)?(?:{'|'.join(MONTHS)})\b"
)
NUMBERED: Final = re.compile(
    r"\b(?:nro|no|num|n[°º]|art|articulo|numeral|literal|zona|fase|ordenanza|resolucion|ley|etapa"
    r"|objetivo|eje|lote|version)\.?\s*$"
)
ORDINAL: Final = r"(?:primer|segund|tercer|cuart|ultim)[oa]?"
SPAN: Final = r"(?:bi|tri|cuatri|se)mestres?|anos?|mes(?:es)?|periodos?|quincenas?|semanas?"
DATE_WORD: Final = re.compile(
    rf"\d+(?:er|do|to|ro)?|{'|'.join((*MONTHS, 'setiembre'))}|{SPAN}|{ORDINAL}"
    r"|hasta|al?|en|para|el|la|los|del?|desde|fin(?:es|al(?:es)?)?|inicios?|y|plazo|cumplir"
    r"|i{1,3}|iv"
)
HAS_SPAN: Final = re.compile(rf"\b(?:{'|'.join(MONTHS)}|{SPAN}|(?:19|20)\d\d)\b")
# What stands between two figures that are two goals, and between two that are one span.
ANOTHER: Final = re.compile(r"(?:[,;/+]|\b[ye])\s*$")
BETWEEN: Final = re.compile(r"\s*(?:-|\u2013|\ba\b|\by\b|\bo\b)\s*")
ONWARD: Final = re.compile(r"\s*(?:\w+\s+)?(?:a|al|hasta)\s+(?:el\s+|los\s+|las\s+)?$")
FROM: Final = re.compile(r"\b(?:de|del|desde)\s+(?:el\s+|los\s+|las\s+)?$")


def counting(words: str) -> list[re.Match[str]]:
    """The figures that count; a year alone in its cell is taken for a count."""
    return [mark for mark in NUMBER.finditer(words) if counts(mark, words)]


def counts(mark: re.Match[str], words: str) -> bool:
    if mark[2] or words.strip() == mark[0].strip():
        return True
    before, after = bare(words[: mark.start()]), bare(f"|{words[mark.end() :]}")[1:]
    return not (
        YEAR.fullmatch(mark[1])
        or AFTER.match(words[mark.end() :].casefold())
        or AFTER.match(after if words[mark.end() :][:1].strip() else f" {after}")
        or NUMBERED.search(f"{before} ")
    )


def is_only_a_date(low: str) -> bool:
    """``Hasta diciembre de 2025``, ``segundo semestre``: when, and not how much."""
    found = re.findall(r"\w+", low)
    return bool(HAS_SPAN.search(low)) and all(DATE_WORD.fullmatch(word) for word in found)


def is_onward(words: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """``de 300 a 200``: where it starts and where it goes."""
    gap = bare(words[first.end() : last.start()])
    return bool(FROM.search(bare(words[: first.start()]) + " ") and ONWARD.fullmatch(f"{gap} "))


def is_range(words: str, first: re.Match[str], last: re.Match[str]) -> bool:
    """``10-15 talleres``, ``5 a 8``, ``entre 10 y 20``."""
    gap = bare(words[first.end() : last.start()])
    opens = bare(words[: first.start()]).endswith("entre")
    return gap in {"-", "\u2013", "a"} or (gap == "y" and opens)


def has_another(words: str, found: list[re.Match[str]]) -> bool:
    """Whether a second figure counts something of its own."""
    pairs = itertools.pairwise(found)
    return any(ANOTHER.search(bare(words[one.end() : two.start()]) + " ") for one, two in pairs)
