"""Tables read from top to bottom into rows of fields, every word placed or kept as unplaced."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Final

from sereno.documents.readers.kinds.columns import (
    Heading,
    heading_of,
    is_heading,
    says_again,
)
from sereno.documents.readers.kinds.headings import label, plain
from sereno.documents.readers.kinds.rows import Spanning, miss_target, record, said_by
from sereno.documents.readers.kinds.sections import Sections, is_component
from sereno.documents.readers.kinds.shifts import ORDER
from sereno.documents.readers.kinds.typed import typed
from sereno.documents.readers.paper import Cell, Grid, Line, Paper, Place
from sereno.documents.readers.reading import Field, Row, Table, Unplaced
from sereno.documents.readers.values.totals import NAMES, is_total

ABOUT: Final = "Datos del documento"
# Columns that group rows: what they say once holds for the rows below where they are blank.
GROUPS: Final = frozenset(("component", "programme", "strategic_objective", "national_objective"))
LESS_SURE: Final = 0.8
Wants = Callable[[frozenset[str]], bool]


@dataclass
class Draft:
    """A table that is being read; ``printed`` is its first heading, ``heading`` its newest."""

    title: str
    source: tuple[Place, ...]
    printed: Heading
    heading: Heading
    rows: list[Row] = field(default_factory=list)
    seen: dict[tuple[tuple[str, str], ...], int] = field(default_factory=dict)
    again: list[Cell] = field(default_factory=list)
    own: list[dict[str, list[Cell]]] = field(default_factory=list)

    def finished(self) -> Table:
        headings = {
            column.field or f"column_{at}": Field(
                column.text, column.field or None, "", column.places, column.score
            )
            for at, column in enumerate(self.printed.columns, start=1)
            if column.text
        }
        if self.again:
            text = "\n".join(cell.text for cell in self.again)
            places = tuple(cell.place for cell in self.again)
            headings["repeated"] = Field(text, None, "", places)
        return Table(self.title, tuple(self.rows), headings, self.source)


class Records:
    """``wants`` says of a heading's fields whether its table is to be read."""

    def __init__(self, paper: Paper, wants: Wants) -> None:
        self.wants = wants
        self.drafts: list[Draft] = []
        self.about: dict[str, Field] = {}
        self.labels: dict[str, Field] = {}
        self.unplaced: list[Unplaced] = []
        self.sections = Sections()
        self.waiting: list[Line] = []
        for block in paper.blocks:
            if isinstance(block, Grid):
                self.take_grid(block)
            else:
                self.take_line(block)
        self.drop_waiting()
        for cell in self.sections.silent():
            self.drop(cell)

    def tables(self) -> tuple[Table, ...]:
        tables = [draft.finished() for draft in self.drafts]
        if self.about:
            tables.append(Table(ABOUT, (Row(self.about),), self.labels))
        return tuple(tables)

    def take_line(self, line: Line) -> None:
        if not line.text.strip():
            return
        if is_component(line):
            self.sections.take(Cell(line.text, line.place, line.confidence))
        else:
            self.waiting.append(line)

    def drop_waiting(self) -> None:
        self.unplaced += [Unplaced(line.text, line.place) for line in self.waiting]
        self.waiting = []

    def drop(self, cell: Cell) -> None:
        if cell.text.strip():
            self.unplaced.append(Unplaced(cell.text, cell.place))

    def take_grid(self, grid: Grid) -> None:
        heading = heading_of(grid)
        if heading and self.wants(heading.fields):
            self.before_heading(grid, heading)
            self.open_table(heading, grid)
            self.take_rows(grid, heading.after)
        elif self.drafts and self.goes_on(grid, heading):
            self.drop_waiting()
            self.take_rows(grid, 0)
        else:
            self.drop_waiting()
            for row in grid.rows:
                if not self.take_about(row):
                    for cell in row:
                        self.drop(cell)

    def goes_on(self, grid: Grid, heading: Heading | None) -> bool:
        """A table without a heading of its own, as wide as the one before."""
        if heading or not grid.rows:
            return False
        width = len(self.drafts[-1].heading.columns)
        alike = sum(len(row) == width for row in grid.rows)
        return grid.is_continued or (width > 2 and 2 * alike > len(grid.rows))

    def before_heading(self, grid: Grid, heading: Heading) -> None:
        """Rows above the heading: a component, a title, or words for whoever reviews."""
        for row in grid.rows[: heading.first]:
            is_alone = sum(bool(cell.text.strip()) for cell in row) == 1
            for cell in row:
                if is_component(Line(cell.text, cell.place)):
                    self.sections.take(cell)
                elif not is_alone:
                    self.drop(cell)
                elif cell.text.strip():
                    self.waiting.append(Line(cell.text, cell.place, cell.confidence))

    def open_table(self, heading: Heading, grid: Grid) -> None:
        title = self.waiting.pop() if self.waiting and len(self.waiting[-1].text) <= 160 else None
        current = self.drafts[-1] if self.drafts else None
        is_same = current is not None and current.heading.fields == heading.fields
        if current and is_same and not (title and title.level and title.text != current.title):
            if title:
                self.waiting.append(title)
            current.heading = heading
            self.take_again(grid.rows[heading.first : heading.after], current)
        else:
            places = (title.place,) if title else ()
            self.drafts.append(Draft(title.text if title else "", places, heading, heading))
        self.drop_waiting()

    def take_again(self, rows: tuple[tuple[Cell, ...], ...], draft: Draft) -> None:
        draft.again += [cell for row in rows for cell in row if cell.text.strip()]

    def take_rows(self, grid: Grid, start: int) -> None:
        spanning = Spanning(grid)
        at, is_first = start, True
        while at < len(grid.rows):
            row = grid.rows[at]
            if at > start and is_heading(row) and (fresh := self.fresh_heading(grid, at)):
                self.open_table(fresh, grid)
                at = fresh.after
                continue
            self.take_row(spanning.whole(row), is_first=is_first)
            is_first = False
            at += 1

    def fresh_heading(self, grid: Grid, at: int) -> Heading | None:
        """Another table's heading further down in the same grid."""
        heading = heading_of(grid, at)
        if heading is None or heading.first != at or not self.wants(heading.fields):
            return None
        same = heading.fields == self.drafts[-1].heading.fields
        return None if same and says_again(grid.rows[at], self.drafts[-1].heading) else heading

    def take_row(self, row: tuple[Cell, ...], *, is_first: bool) -> None:
        draft = self.drafts[-1]
        cells = [cell for cell in row if cell.text.strip()]
        if not cells:
            return
        if says_again(row, draft.heading):
            self.take_again((row,), draft)
        elif self.take_about(row):
            return
        elif len(cells) == 1 and len(draft.heading.columns) > 2:
            self.take_single(cells[0], row)
        elif is_first and is_rest(row) and draft.own:
            self.take_rest(row)
        else:
            self.take_record(row)

    def take_single(self, cell: Cell, row: tuple[Cell, ...]) -> None:
        """One cell alone: a section, or the rest of a cell that a page has cut."""
        at = row.index(cell)
        if self.drafts[-1].own and (at > 0 or cell.text[:1].islower()) and not cell.also:
            self.take_rest(row)
        elif ORDER.fullmatch(cell.text.strip()):
            self.drop(cell)
        else:
            self.sections.take(cell)

    def take_rest(self, row: tuple[Cell, ...]) -> None:
        """The rest of the row before: each cell goes on where its column was cut."""
        draft = self.drafts[-1]
        own = draft.own[-1]
        for at, cell in enumerate(row):
            if not cell.text.strip():
                continue
            column = draft.heading.columns[at] if at < len(draft.heading.columns) else None
            if column and column.field in own:
                own[column.field].append(cell)
            elif column and column.field:
                own[column.field] = [cell]
            else:
                self.drop(cell)
        draft.rows[-1] = self.row_of(own, draft.rows[-1].notes, draft, len(draft.rows) - 1)

    def take_record(self, row: tuple[Cell, ...]) -> None:
        draft = self.drafts[-1]
        own, notes, left = record(row, draft.heading.columns)
        for cell in left:
            self.drop(cell)
        if not own:
            return
        self.sections.rows_ended()
        if carried := carried_on(own, draft):
            own, notes = {**carried, **own}, (*notes, "carried")
        draft.own.append(own)
        draft.rows.append(self.row_of(own, notes, draft, len(draft.rows)))

    def row_of(
        self, own: dict[str, list[Cell]], notes: tuple[str, ...], draft: Draft, at: int
    ) -> Row:
        sure = {column.field: column.score for column in draft.heading.columns}
        fields = said_by(own, sure, 0.6 if "shifted" in notes else 1.0)
        if any(is_total(fields[name].text) for name in NAMES if name in fields):
            notes = (*(note for note in notes if note != "total"), "total")
        else:
            miss_target(fields, draft.heading.fields)
        key = tuple(
            sorted((name, plain(one.text)) for name, one in fields.items() if name != "number")
        )
        repeats = draft.seen.setdefault(key, at) if len(key) > 1 else at
        for name, cells in self.sections.cells():
            fields.setdefault(name, typed(name, cells))
        return Row(fields, repeats if repeats < at else None, notes)

    def take_about(self, row: tuple[Cell, ...]) -> bool:
        """A label with its value beside it, as at the foot of a published matrix."""
        cells = [cell for cell in row if cell.text.strip()]
        if len(cells) != 2:
            return False
        match = label(cells[0].text)
        sure = match is not None and (match.score >= 0.9 or cells[0].text.strip().endswith(":"))
        if not match or not sure or len(plain(cells[0].text)) < 8:
            return False
        if match.field in self.about:
            self.drop(cells[0])
            self.drop(cells[1])
            return True
        self.about[match.field] = typed(match.field, [cells[1]])
        self.labels[match.field] = typed("label", [cells[0]])
        return True


def carried_on(own: dict[str, list[Cell]], draft: Draft) -> dict[str, list[Cell]]:
    """What is written once for the rows below: blank before the first cell, until a total."""
    if not draft.rows or "total" in draft.rows[-1].notes:
        return {}
    found: dict[str, list[Cell]] = {}
    for column in draft.heading.columns:
        if column.field in own:
            break
        if column.field in GROUPS and (above := draft.own[-1].get(column.field)):
            found[column.field] = [
                replace(cell, confidence=min(cell.confidence, LESS_SURE)) for cell in above
            ]
    return {} if is_total_of(own) else found


def is_total_of(own: dict[str, list[Cell]]) -> bool:
    return any(is_total(cell.text) for name in NAMES for cell in own.get(name, ()))


def is_rest(row: tuple[Cell, ...]) -> bool:
    """The first row after a page's end that begins in the middle of its sentences."""
    if row[0].text.strip():
        return row[0].text[:1].islower()
    texts = [cell.text for cell in row if cell.text.strip()]
    return 2 * len(texts) <= len(row) or all(text[:1].islower() for text in texts)
