"""Objectives that are worded in two ways, or announced and then carried by no activity."""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Final

from rapidfuzz import fuzz

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Cell, Line, Place
from sereno.documents.readers.reading import Field, Finding

NUMBERED: Final = re.compile(
    r"^\s*(?:objetivo(?: espec[ií]fico)?\s*)?(\d{1,2})\s*[.):]\s*(\S.{40,})$",
    re.IGNORECASE | re.DOTALL,
)
ALIKE: Final = 60.0
FEWEST: Final = 3


class Carried:
    """The wordings of each numbered objective that stands over rows of a table."""

    def __init__(self, case: Case) -> None:
        self.wordings: dict[str, list[str]] = defaultdict(list)
        self.places: dict[str, list[Place]] = defaultdict(list)
        for _table, row in case.rows():
            if field := row.fields.get("objective"):
                self.take(field)

    def take(self, field: Field) -> None:
        for text in field.text.split("\n"):
            found = NUMBERED.match(text_of(text))
            if found and plain(found[2]) not in map(plain, self.wordings[found[1]]):
                self.wordings[found[1]].append(found[2])
                self.places[found[1]] += field.source

    def nearest(self, number: str, text: str) -> str:
        """How the tables word the objective of this number, where it is the same one."""
        known = self.wordings.get(number, [])
        nearest = max(known, key=lambda one: ratio(one, text), default="")
        return nearest if nearest and ratio(nearest, text) >= ALIKE else ""


def find(case: Case) -> Iterator[Finding]:
    """The list in the prose beside what stands over the rows of the tables."""
    carried = Carried(case)
    if sum(map(bool, carried.wordings.values())) < FEWEST:
        return
    listed = [
        (found[1], found[2], piece)
        for piece in loose(case)
        if (found := NUMBERED.match(text_of(piece.text)))
    ]
    same = {number for number, text, _piece in listed if carried.nearest(number, text)}
    for number, text, piece in listed:
        nearest = carried.nearest(number, text)
        if nearest and not is_cut(nearest, text):
            cells = [piece.place, *carried.places[number]]
            yield told("two-wordings", cells, number=number, text=text)
        elif not carried.wordings.get(number) and len(same) >= FEWEST:
            yield told("objective-missing", [piece.place], number=number, text=text)


def loose(case: Case) -> list[Cell | Line]:
    placed = {
        place
        for _table, row in case.rows()
        for field in row.fields.values()
        for place in field.source
    }
    return [piece for piece in case.paper.pieces() if piece.place not in placed]


def text_of(text: str) -> str:
    return " ".join(re.sub(r"<[^<>]{0,100}>", " ", text).split())


def ratio(one: str, other: str) -> float:
    return fuzz.ratio(plain(one), plain(other))


def is_cut(one: str, other: str) -> bool:
    """The same words, or the same as far as a line goes."""
    first, second = sorted((plain(one), plain(other)), key=len)
    return second.startswith(first)
