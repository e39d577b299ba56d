"""Plain text: runs of lines with tabs are tables, ``label: value`` pairs too, the rest are lines.

A form feed or three blank lines end a page, as programs that flatten a PDF write them.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from sereno.documents.readers.formats.sniff import decode
from sereno.documents.readers.paper import Cell, Grid, Line, Paper, Place
from sereno.documents.readers.refusals import Unreadable

MOST_COLUMNS: Final = 512
MOST_ROWS: Final = 200_000
PAIR: Final = re.compile(r"([^\W\d_][^:.;\t]{1,89}):\s+(\S.*)")
PAGE: Final = re.compile(r"\f|\n(?:[ \t]*\n){3,}")


@dataclass
class Draft:
    """The paper as it grows: the table that is open, and whether only blanks follow it."""

    blocks: list[Line | Grid] = field(default_factory=list)
    rows: list[tuple[Cell, ...]] = field(default_factory=list)
    tables: int = 0
    is_joined: bool = False

    def add_row(self, texts: list[str], page: int) -> None:
        table, row = self.tables + 1, len(self.rows) + 1
        self.rows.append(
            tuple(
                Cell(text, Place(page=page, table=table, row=row, column=column))
                for column, text in enumerate(texts, start=1)
            )
        )

    def close(self) -> None:
        if self.rows:
            self.tables += 1
            self.blocks.append(Grid(tuple(self.rows), self.is_joined and self.is_alike()))
            self.rows, self.is_joined = [], True

    def is_alike(self) -> bool:
        """About as wide as the table before: it may go on from there."""
        before = self.blocks[-1] if self.blocks else None
        if not isinstance(before, Grid):
            return False
        widths = max(map(len, before.rows)), max(map(len, self.rows))
        return min(widths) > 2 and max(widths) - min(widths) <= 2

    def add_line(self, text: str, page: int, row: int) -> None:
        self.close()
        self.is_joined = False
        self.blocks.append(Line(text.strip(), Place(page=page, row=row)))


def read(data: bytes) -> Paper:
    draft = Draft()
    pages = PAGE.split(decode(data).replace("\r\n", "\n").replace("\r", "\n"))
    filled = [page for page in pages if page.strip()]
    for number, page in enumerate(filled, start=1):
        take_page(page.split("\n"), number, draft)
    draft.close()
    return Paper(tuple(draft.blocks), len(filled))


def take_page(lines: list[str], page: int, draft: Draft) -> None:
    pairs = in_pairs(lines)
    for at, text in enumerate(lines, start=1):
        if not text.strip():
            draft.close()
        elif "\t" in text:
            texts = [part.strip() for part in text.split("\t")]
            check(len(texts), len(draft.rows))
            draft.add_row(texts, page)
        elif at in pairs:
            draft.add_row(pairs[at], page)
        else:
            draft.add_line(text, page, at)
    draft.close()


def in_pairs(lines: list[str]) -> dict[int, list[str]]:
    """The lines that are a label and its value, where another one stands beside them."""
    found = {
        at: [f"{pair[1]}:", pair[2]]
        for at, text in enumerate(lines, start=1)
        if "\t" not in text and (pair := PAIR.fullmatch(text.strip()))
    }
    return {
        at: pair
        for at, pair in found.items()
        if any(near in found or is_tabbed(lines, near) for near in (at - 1, at + 1))
    }


def is_tabbed(lines: list[str], at: int) -> bool:
    return 0 < at <= len(lines) and "\t" in lines[at - 1]


def check(columns: int, rows: int) -> None:
    if columns > MOST_COLUMNS:
        raise Unreadable(
            "too-many-columns", where="texto", columns=str(columns), most=str(MOST_COLUMNS)
        )
    if rows >= MOST_ROWS:
        raise Unreadable("too-many-rows", where="texto", most=str(MOST_ROWS))
