"""How much room each column of a printed table takes, on a page of A4."""

import re
import sys
from collections.abc import Iterable, Sequence
from itertools import chain
from statistics import fmean
from typing import NamedTuple

from sereno.reports.rules.document import NUMERIC, Column, Kind, Table

NARROW = NUMERIC | {Kind.DATE}
WIDE, LETTER, DIGIT = 0.64, 0.52, 0.53  # ems of a letter at most and mostly, and of a digit
LONG_WORD = {True: 32, False: 16}  # letters that a word brings to a column, of few columns and many
FEW = 6  # columns
SHORT = 10  # letters of a text of a word or two
TALKATIVE = (14, 45)  # letters between which a longer text has its column grow
UPRIGHT, LYING = 493, 740  # points between the margins of a page, and of one turned on its side
MANY, CROWDED = 7, 9  # columns that turn the page, and that make letters small
SIZE, SMALL = 8.5, 6.5  # points of a letter
AIR = 9  # points that stay empty in each column
BREAKS = re.compile(r"[/-]")  # where an address may go on in the next line


class Room(NamedTuple):
    """The width of each column in ems, the size of a letter, and whether words are divided.

    To look where each word of a thousand rows may be divided takes a seventh of the whole, so it
    is done only where a word does not fit.
    """

    columns: tuple[float, ...]
    size: float
    breaks_words: bool


class Texts(NamedTuple):
    """A column with all that stands in it."""

    column: Column
    said: Sequence[str]

    @property
    def mean(self) -> float:
        return fmean(map(len, self.said)) if self.said else 0.0

    @property
    def is_short(self) -> bool:
        return self.column.kind in NARROW or self.mean <= SHORT

    def least(self, most: int) -> float:
        """The ems of its longest word; of one that has more than ``most`` letters, of so many."""
        at_most = LONG_WORD[False] if self.column.kind in NARROW else most
        letter = WIDE if self.is_short else LETTER
        heading = _widest(self.column.name.split(), LONG_WORD[False], letter)
        return max(heading, _widest(self._words(), at_most, letter))

    def _words(self) -> Iterable[str]:
        apart = BREAKS.split if self.column.kind == Kind.LINK else str.split
        return chain.from_iterable(map(apart, self.said))


def lies(tables: Iterable[Table]) -> bool:
    """Whether the page is turned on its side for the widest of its tables."""
    return any(len(table.columns) > MANY for table in tables)


def room(table: Table, *, is_lying: bool) -> Room:
    """A number, and a text of a word or two, have what their longest word needs; others share.

    Each of those gets more the more it has to say, and never less than its longest word while
    there is room for all.
    """
    size = SMALL if len(table.columns) > CROWDED else SIZE
    whole = ((LYING if is_lying else UPRIGHT) - AIR * len(table.columns)) / size
    texts = [
        Texts(column, [row[place].text for row in table.rows])
        for place, column in enumerate(table.columns)
    ]
    most = LONG_WORD[len(table.columns) <= FEW]
    least = [one.least(most) for one in texts]
    wanted = {
        place: min(max(one.mean, TALKATIVE[0]), TALKATIVE[1])
        for place, one in enumerate(texts)
        if not one.is_short
    }
    left = whole - sum(width for place, width in enumerate(least) if place not in wanted)
    shares = _shared(left, wanted, least)
    columns = tuple(round(shares.get(place, width), 2) for place, width in enumerate(least))
    longest = (one.least(sys.maxsize) for one in texts)
    is_cut = any(word > width + 0.01 for word, width in zip(longest, columns, strict=True))
    return Room(columns, size, is_cut)


def _shared(left: float, wanted: dict[int, float], least: Sequence[float]) -> dict[int, float]:
    """What is left, by what each wants; who would get too little gets its least before."""
    if sum(least[place] for place in wanted) > left:
        return {place: left * want / sum(wanted.values()) for place, want in wanted.items()}
    held: dict[int, float] = {}
    while True:
        free = {place: want for place, want in wanted.items() if place not in held}
        rest, wants = left - sum(held.values()), sum(free.values())
        shares = {place: rest * want / wants for place, want in free.items()}
        short = {place: least[place] for place, got in shares.items() if got < least[place]}
        if not short:
            return held | shares
        held |= short


def _widest(words: Iterable[str], most: int, letter: float) -> float:
    return max((_ems(word, most, letter) for word in words), default=0.0)


def _ems(word: str, most: int, letter: float) -> float:
    return min(len(word), most) * (letter if any(map(str.isalpha, word)) else DIGIT)
