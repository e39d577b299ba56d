"""Headings matched by meaning: accents, case, order, plural and noise do not count."""

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from rapidfuzz import fuzz, process

from sereno.documents.readers.kinds.meanings import LABELS, MEANINGS
from sereno.documents.readers.paper import Cell
from sereno.documents.readers.values.dates import month
from sereno.documents.readers.values.words import bare
from sereno.documents.readers.values.years import year_of_heading

EMPTY_WORDS: Final = frozenset(
    [
        "de",
        "del",
        "la",
        "el",
        "los",
        "las",
        "y",
        "e",
        "o",
        "u",
        "en",
        "al",
        "a",
        "para",
        "por",
        "su",
        "sus",
    ]
)
SURE: Final = 82.0
LONGEST: Final = 110
QUARTER: Final = re.compile(
    r"(?:(iv|i{1,3}|[1-4]|primer|segund|tercer|cuart)\s*(?:er|do|ro|to|o)?\s*trim(?:estre)?"
    r"|trim(?:estre)?\s*(iv|i{1,3}|[1-4])|[tq]\s*([1-4]))"
)
ORDINAL: Final = re.compile(r"(?!(?:19|20)\d\d$)\d+%?")
PROMISED: Final = re.compile(
    r"(?:metas?|valor(?: meta)?|programad[oa]s?|programacion|planificad[oa]|proyeccion)"
    r"(?: anual)?(?: (?:del?|al?|para|para el|en))?(?: ano)? ((?:19|20)\d\d)"
)
ORDERED: Final = {
    "i": 1,
    "ii": 2,
    "iii": 3,
    "iv": 4,
    "primer": 1,
    "segund": 2,
    "tercer": 3,
    "cuart": 4,
}


@dataclass(frozen=True)
class Match:
    """The field that a heading means and how sure that is, from 0 to 1."""

    field: str
    score: float


def plain(text: str) -> str:
    """Small letters and figures only, without accents, one space between words."""
    return " ".join(re.sub(r"[^a-z0-9%$]+", " ", bare(text)).split())


def signature(cells: Iterable[Cell]) -> str:
    """What a table's heading is remembered by."""
    return " | ".join(plain(cell.text) for cell in cells)


def stems(text: str) -> tuple[str, ...]:
    """The words that carry meaning, each in its singular."""
    return tuple(single(word) for word in text.split() if word not in EMPTY_WORDS)


def single(word: str) -> str:
    if len(word) > 5 and word.endswith("es") and word[-3] not in "aeiou":
        return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") else word


class Known:
    """Phrases with their fields, looked up by a shared word first and by likeness then."""

    def __init__(self, meanings: Mapping[str, tuple[str, ...]]) -> None:
        pairs = [(name, stems(words)) for name, phrases in meanings.items() for words in phrases]
        self.names = [name for name, _phrase in pairs]
        self.phrases = [phrase for _name, phrase in pairs]
        self.sorted = [" ".join(sorted(phrase)) for phrase in self.phrases]
        self.joined = ["".join(phrase) for phrase in self.phrases]
        self.by_word: dict[str, list[int]] = {}
        for at, phrase in enumerate(self.phrases):
            self.by_word.setdefault(phrase[0], []).append(at)

    def nearest(self, words: tuple[str, ...]) -> tuple[float, int, str]:
        """How like, how long and which: whole words count first, letters where none fit."""
        sharing = {at for word in words for at in self.by_word.get(word, ())}
        whole = [
            (score, len(self.phrases[at]), self.names[at])
            for at in sharing
            if (score := alike(words, self.phrases[at]))
        ]
        return max([*whole, *self.by_letters(words)], default=(0.0, 0, ""))

    def by_letters(self, words: tuple[str, ...]) -> Iterator[tuple[float, int, str]]:
        for said, choices in (
            (" ".join(sorted(words)), self.sorted),
            ("".join(words), self.joined),
        ):
            found = process.extractOne(said, choices, scorer=fuzz.ratio, score_cutoff=SURE)
            if found and max(map(len, self.phrases[found[2]])) >= 4:
                yield 0.97 * found[1], len(self.phrases[found[2]]), self.names[found[2]]


HEADINGS: Final = Known(MEANINGS)
FEET: Final = Known(LABELS)


@lru_cache(maxsize=8192)
def meaning(text: str) -> Match | None:
    """The field that a heading means: a known one, a year, a month or a quarter."""
    if len(text) > LONGEST:
        return None
    if (year := year_of_heading(text)) or (year := year_promised(text)):
        return Match(f"year_{year}", 1.0)
    if number := month(text):
        return Match(f"month_{number}", 1.0)
    if quarter := QUARTER.fullmatch(plain(text)):
        told = quarter[1] or quarter[2] or quarter[3]
        return Match(f"quarter_{ORDERED.get(told, 0) or int(told)}", 1.0)
    return nearest(text, HEADINGS)


def year_promised(text: str) -> int | None:
    """``Meta 2032``, ``Programado al 2032``: the year whose goal stands in the column."""
    found = PROMISED.fullmatch(plain(text))
    return int(found[1]) if found else None


@lru_cache(maxsize=8192)
def label(text: str) -> Match | None:
    """The same for the label of a value beside it."""
    return nearest(text, FEET) if len(text) <= 2 * LONGEST else None


def nearest(text: str, known: Known) -> Match | None:
    """None too where a figure stands among the words, unless it is a year: that is content."""
    words = stems(plain(text))
    if not words or len(words) > 12 or any(ORDINAL.fullmatch(word) for word in words):
        return None
    score, _length, field = known.nearest(words)
    return Match(field, score / 100) if score >= SURE else None


def alike(words: tuple[str, ...], phrase: tuple[str, ...]) -> float:
    """100 for the same words, a little less in another order or with more around; else nothing."""
    if sorted(words) == sorted(phrase):
        return 100.0 if words == phrase else 99.0
    if set(phrase) <= set(words) and len(words) <= 3 * len(phrase) + 1:
        front = 3 if words[: len(phrase)] == phrase else 0
        return 84.0 + min(9.0, 3.0 * (len(phrase) - 1)) + front
    return 0.0
