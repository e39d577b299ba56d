"""The labels of a report from top to bottom: each opens or fills a project, a goal or a list."""

import re
from typing import Final

from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.kinds.management_report.labels import (
    MONEY,
    SIGNED,
    TITLE,
    closing,
    label,
)
from sereno.documents.readers.kinds.typed import typed
from sereno.documents.readers.paper import Cell, Grid, Line, Paper
from sereno.documents.readers.reading import Field, Row, Table, Unplaced

BULLET: Final = re.compile(r"^\s*(?:[-\u2022*\u2713\u2714]\s*)+")
TITLES: Final = {"project": "Proyectos", "goal": "Metas", "conclusion": "Conclusiones",
                 "recommendation": "Recomendaciones", "challenge": "Retos",
                 "signature": "Firmas"}  # fmt: skip
Cells = dict[str, list[Cell]]


class Report:
    """``records`` are the cells of each record by its table; ``last`` is where a rest goes on."""

    def __init__(self, paper: Paper) -> None:
        self.records: dict[str, list[Cells]] = {name: [] for name in TITLES}
        self.labels: dict[str, dict[str, list[Cell]]] = {name: {} for name in TITLES}
        self.unplaced: list[Unplaced] = []
        self.programme: Cell | None = None
        self.last: list[Cell] | None = None
        self.list = ""
        for block in paper.blocks:
            if isinstance(block, Grid):
                for row in block.rows:
                    self.take_row([cell for cell in row if cell.text.strip()], row)
            else:
                self.take_line(block)

    def tables(self) -> tuple[Table, ...]:
        return tuple(
            Table(
                TITLES[name],
                tuple(Row({key: typed(key, cells) for key, cells in one.items()}) for one in all_),
                {
                    key: Field("\n".join(cell.text for cell in cells), key, "",
                               tuple(cell.place for cell in cells))
                    for key, cells in self.labels[name].items()
                },
            )
            for name, all_ in self.records.items()
            if all_
        )  # fmt: skip

    def drop(self, cell: Cell | Line) -> None:
        self.unplaced.append(Unplaced(cell.text, cell.place))

    def take_line(self, line: Line) -> None:
        cell = Cell(line.text, line.place, line.confidence)
        if name := closing(line.text):
            self.list, self.last = name, None
            self.note(name, name, cell)
        elif found := TITLE.match(line.text):
            self.take_title(found, cell)
        elif self.list and BULLET.match(line.text):
            self.last = [cell]
            self.records[self.list].append({self.list: self.last})
        elif self.list and self.last and line.text[:1].islower():
            self.last.append(cell)
        else:
            self.drop(line)

    def take_title(self, found: re.Match[str], cell: Cell) -> None:
        """``PROGRAMA 1: …`` and ``Proyecto 1: …`` open what the labels below belong to."""
        words = Cell(found[2], cell.place, cell.confidence)
        if plain(found[1]) == "programa":
            self.programme = words
            self.note("project", "programme", Cell(cell.text[: found.start(2)], cell.place))
        else:
            self.open_project(words, Cell(cell.text[: found.start(2)], cell.place))

    def open_project(self, words: Cell, told: Cell) -> None:
        self.note("project", "project", told)
        known = self.records["project"][-1]["project"] if self.records["project"] else []
        if known and plain(known[0].text) == plain(words.text):
            known[0] = Cell(known[0].text, known[0].place, known[0].confidence,
                            (*known[0].also, words.place))  # fmt: skip
            return
        self.records["project"].append({"project": [words]})
        if self.programme:
            self.records["project"][-1]["programme"] = [self.programme]

    def take_row(self, cells: list[Cell], row: tuple[Cell, ...]) -> None:
        if not cells:
            return
        name = label(cells[0].text)
        if SIGNED.match(plain(cells[0].text)) and len(cells) >= 2:
            self.take_signature(cells)
        elif len(cells) == 1 and cells[0] is not row[0] and self.last:
            self.last.append(cells[0])
        elif found := TITLE.match(cells[0].text) if len(cells) == 1 else None:
            self.take_title(found, cells[0])
        elif name and len(cells) <= 2:
            self.list = ""
            self.take_label(name, cells)
        else:
            for cell in cells:
                self.drop(cell)

    def take_label(self, name: str, cells: list[Cell]) -> None:
        told, *values = cells
        if name == "programme" and values:
            self.programme = values[0]
            self.note("project", name, told)
            return
        if name == "project" and values:
            self.open_project(values[0], told)
            return
        table = "project" if name in MONEY and not self.is_of_goal(name) else "goal"
        if name == "target" or not self.records[table]:
            self.records[table].append({})
            self.belong()
        self.note(table, name, told)
        own = self.records[table][-1]
        if name in own:
            for cell in cells[1:]:
                self.drop(cell)
        elif values:
            self.last = own[name] = values

    def is_of_goal(self, name: str) -> bool:
        """Money under a goal whose project has its own already is the goal's."""
        projects, goals = self.records["project"], self.records["goal"]
        return bool(goals and projects and name in projects[-1] and name not in goals[-1])

    def belong(self) -> None:
        """A goal says to which project it belongs."""
        if self.records["goal"] and not self.records["goal"][-1] and self.records["project"]:
            mother = self.records["project"][-1]
            for name in ("programme", "project"):
                if name in mother:
                    self.records["goal"][-1][name] = list(mother[name])

    def take_signature(self, cells: list[Cell]) -> None:
        self.list, self.last = "", None
        names = ("act", "signatory", "position")
        self.records["signature"].append(
            {name: [cell] for name, cell in zip(names, cells, strict=False)}
        )
        for cell in cells[3:]:
            self.drop(cell)

    def note(self, table: str, name: str, cell: Cell) -> None:
        self.labels[table].setdefault(name, []).append(cell)
