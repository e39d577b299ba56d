"""Rows that speak for those below them: component, objective, what it is aligned to, process."""

import re
from collections.abc import Iterator
from typing import Final

from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Cell, Line

# What each opens, and what ends when it opens.
OPENINGS: Final = (
    ("component", re.compile(r"componentes?\b|eje\b")),
    ("global_goal", re.compile(r"objetivos? de desarrollo sostenible|ods\b")),
    ("national_objective", re.compile(
        r"plan de creacion|plan nacional|plan de desarrollo|objetivo nacional|pnd\b")),
    ("programme", re.compile(r"programas?\b")),
    ("section", re.compile(r"procesos?\b|nivel\b")),
    ("objective", re.compile(r"objetivos?\b|\d{1,2}\b(?! de)")),
)  # fmt: skip
ENDS: Final = {
    "component": ("objective", "global_goal", "national_objective", "programme"),
    "objective": ("global_goal", "national_objective"),
    "section": ("component", "objective", "global_goal", "national_objective"),
    "global_goal": ("national_objective",),
}
NUMBERED: Final = re.compile(r"objetivo \d")
LABEL: Final = re.compile(
    r"objetivos?(?: de desarrollo sostenible| estrategicos?| especificos?)?"
    r"|plan (?:de|nacional)[a-z ]*|componentes?"
)


class Sections:
    """What stands open while a table is read from top to bottom."""

    def __init__(self) -> None:
        self.open: dict[str, list[Cell]] = {}
        self.all: list[Cell] = []
        self.spoken: set[int] = set()
        self.last = ""
        self.is_label = False

    def take(self, cell: Cell) -> None:
        name = self.name_of(plain(cell.text))
        if name != self.last or not self.goes_on(cell.text):
            self.open[name] = []
            for ended in ENDS.get(name, ()):
                self.open.pop(ended, None)
        self.open.setdefault(name, []).append(cell)
        self.all.append(cell)
        self.last = name
        self.is_label = bool(LABEL.fullmatch(plain(cell.text)))

    def name_of(self, words: str) -> str:
        """A label waits for its text; a numbered objective belongs to what it is aligned to."""
        if self.last in {"global_goal", "national_objective"} and NUMBERED.match(words):
            return self.last
        opened = next((name for name, opens in OPENINGS if opens.match(words)), "")
        return opened or (self.last if self.is_label else "section")

    def goes_on(self, text: str) -> bool:
        """Whether a text of the same name is the rest of the one before, not a new one."""
        return self.is_label or (bool(NUMBERED.match(plain(text))) and self.last != "objective")

    def rows_ended(self) -> None:
        """A record was read: what comes next opens anew."""
        self.last = ""
        self.is_label = False

    def cells(self) -> Iterator[tuple[str, list[Cell]]]:
        """What stands open, by its field; from now on it has been said."""
        for name, cells in self.open.items():
            self.spoken |= {id(cell) for cell in cells}
            if cells:
                yield name, cells

    def silent(self) -> list[Cell]:
        """What no record came under: it must not be lost."""
        return [cell for cell in self.all if id(cell) not in self.spoken]


def is_section(text: str) -> bool:
    """Whether a text alone in its row speaks for the rows below: «Componente comunitario»."""
    words = plain(text)
    return " " in words and any(opens.match(words) for _name, opens in OPENINGS)


def is_component(line: Line) -> bool:
    """A line between tables that says what the next one is about."""
    return len(line.text) <= 120 and bool(OPENINGS[0][1].match(plain(line.text)))
