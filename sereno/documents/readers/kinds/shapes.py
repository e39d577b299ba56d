"""A kind of table by the fields its heading must have: how like it a paper is, and its reading."""

from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

from sereno.documents.readers.kinds.columns import heading_of
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.records import Records
from sereno.documents.readers.kinds.upright import upright
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.reading import Reading

HINT: Final = 0.05


@dataclass(frozen=True)
class Shape:
    """``needs`` are sets of which one field each must stand in the heading.

    ``likes`` make it surer, ``hints`` are words of the document that do; ``unlike`` are fields
    of another kind.
    """

    name: str
    says: str
    needs: tuple[frozenset[str], ...]
    likes: frozenset[str] = frozenset()
    hints: tuple[str, ...] = ()
    unlike: frozenset[str] = field(default=frozenset())

    def met(self, fields: frozenset[str]) -> int:
        return sum(any(known(need, fields) for need in one) for one in self.needs)

    def score(self, fields: frozenset[str]) -> float:
        share = self.met(fields) / len(self.needs)
        liked = sum(known(one, fields) for one in self.likes)
        more = 0.1 * min(1.0, liked / 3) if self.likes else 0.1
        less = 0.25 * sum(known(one, fields) for one in self.unlike)
        return max(0.0, 0.85 * share**2 + more * share - less)

    def wants(self, fields: frozenset[str]) -> bool:
        return 2 * self.met(fields) > len(self.needs)

    def recognise(self, paper: Paper) -> Likeness:
        scored = [(self.score(fields), fields) for fields in headings_in(paper)]
        score, fields = max(scored, key=lambda pair: pair[0], default=(0.0, frozenset()))
        if score <= 0:
            return Likeness(0.0, f"ninguna tabla parece {self.says}")
        hint = next((words for words in self.hints if words in words_of(paper)), "")
        met = self.met(fields)
        because = f"parece {self.says}: {met} de {len(self.needs)} columnas propias"
        if hint:
            because += f", y el texto dice «{hint}»"
        return Likeness(min(1.0, score + (HINT if hint else 0)), because)

    def read(self, paper: Paper) -> Reading:
        records = Records(upright(paper), self.wants)
        likeness = self.recognise(paper)
        return Reading(
            self.name, likeness.score, likeness.because, records.tables(),
            unplaced=tuple(records.unplaced),
        )  # fmt: skip


def known(need: str, fields: frozenset[str]) -> bool:
    """``year_*`` stands for any year's column; ``month_*`` for at least three months'."""
    if need.endswith("*"):
        found = sum(one.startswith(need[:-1]) for one in fields)
        return found >= (3 if need.startswith(("month", "quarter")) else 2)
    return need in fields


def one_of(*names: str) -> frozenset[str]:
    return frozenset(names)


@lru_cache(maxsize=8)
def headings_in(paper: Paper) -> tuple[frozenset[str], ...]:
    found = []
    for grid in upright(paper).grids:
        start = 0
        while heading := heading_of(grid, start):
            found.append(heading.fields)
            start = heading.after
            if start > 40:
                break
    return tuple(found)


@lru_cache(maxsize=8)
def words_of(paper: Paper) -> str:
    return " ".join(plain(piece.text) for piece in list(paper.pieces())[:400])
