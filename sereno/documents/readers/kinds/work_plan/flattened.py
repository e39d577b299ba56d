"""A work plan whose columns a scan has run together: each commitment opens at its date.

The words of the columns cannot be told apart any more, so they are kept whole as the commitment;
its component, years, responsible unit and promised share or frequency are read out of them.
"""

import re
from dataclasses import dataclass, field
from typing import Final

from rapidfuzz import fuzz, process

from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.kinds.sections import is_component
from sereno.documents.readers.kinds.typed import typed
from sereno.documents.readers.paper import Cell, Line, Paper
from sereno.documents.readers.reading import Field, Reading, Row, Table, Unplaced

HEADINGS: Final = (
    "sugerencias", "recomendaciones", "proyecto", "objetivos", "indicadores", "fecha",
    "realizacion", "responsable", "nombre", "unidad",
)  # fmt: skip
NEEDED: Final = 5
ALIKE: Final = 80
YEARS: Final = r"20\d\d(?:\s*[-\u2013]\s*20\d\d)?"
UNITS: Final = r"Unidad|Direcci|Proyect|Coordina|Gesti|Jefatura|Secretar|Departament|Consejo"
DATED: Final = re.compile(rf"(?<!\d)({YEARS})\s+((?:{UNITS})\S*.*)$")
ALONE: Final = re.compile(rf"\s*({YEARS})\s*")
PROMISED: Final = re.compile(rf"\d{{1,3}}\s?%(?:(?!{YEARS})[^|\n])*|cada \d+ \S+", re.IGNORECASE)
UNIT_GOES_ON: Final = re.compile(
    r"(?<=[a-z\u00e1-\u00fa,.)] )([A-Z\u00c1-\u00da][a-z\u00e1-\u00fa]{5,})$"
)
SURE: Final = 0.5


@dataclass
class Draft:
    """One commitment: its lines, its date, who answers for it and under which component."""

    lines: list[Line]
    years: str
    unit: list[str]
    component: Line | None
    dated: Line
    is_open: bool = field(default=False)


def recognise(paper: Paper) -> Likeness:
    """The words of the heading in capitals, components, and dates beside responsible units."""
    headed = {word for line in paper.lines for word in heading_words(line)}
    dated = [line for line in paper.lines if DATED.search(line.text)]
    parts = [line for line in paper.lines if is_component(line)]
    if len(headed) < NEEDED or not dated or not parts:
        return Likeness(0.0, "no hay encabezados de un plan de trabajo")
    return Likeness(
        min(0.85, 0.3 + 0.05 * len(headed)),
        f"parece un plan de trabajo sin columnas: {len(headed)} de {len(HEADINGS)} palabras del "
        f"encabezado y {len(parts)} componentes",
    )


def read(paper: Paper, likeness: Likeness) -> Reading:
    reader = Reader()
    for block in paper.blocks:
        if isinstance(block, Line):
            reader.take(block)
        else:
            reader.left += [cell for cell in block.cells() if cell.text.strip()]
    reader.close()
    headings = {}
    if reader.headings:
        text = "\n".join(line.text for line in reader.headings)
        places = tuple(line.place for line in reader.headings)
        headings["repeated"] = Field(text, None, "", places)
    table = Table("", tuple(row_of(draft) for draft in reader.drafts), headings)
    unplaced = tuple(Unplaced(piece.text, piece.place) for piece in reader.left)
    return Reading("work_plan", likeness.score, likeness.because, (table,), unplaced=unplaced)


class Reader:
    """From line to line: what is open, and what waits for a date."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.left: list[Cell | Line] = []
        self.headings: list[Line] = []
        self.waiting: list[Line] = []
        self.component: Line | None = None
        self.is_inside = False
        self.is_fresh = False

    def take(self, line: Line) -> None:
        if is_component(line):
            self.close()
            self.component, self.is_inside, self.is_fresh = line, True, True
        elif self.is_inside and is_heading(line):
            self.headings.append(line)
        elif self.is_inside and (found := DATED.search(line.text)):
            self.open(line, found[1], [found[2].strip(" |'\u2018")])
        elif self.is_inside and (found := ALONE.fullmatch(line.text)):
            self.open(line, found[1], [])
        elif self.drafts and self.is_inside and not self.is_fresh:
            self.go_on(line)
        elif self.is_inside:
            self.waiting.append(line)
        else:
            self.left.append(line)

    def open(self, line: Line, years: str, unit: list[str]) -> None:
        lines = [*self.waiting, line]
        self.waiting, self.is_fresh = [], False
        self.drafts.append(Draft(lines, years, unit, self.component, line, is_open=not unit))

    def go_on(self, line: Line) -> None:
        """The unit goes on in the next line: alone where it stood alone, else at its end."""
        draft = self.drafts[-1]
        if draft.is_open and len(line.text) <= 30 and line.text[:1].isupper():
            draft.unit.append(line.text.strip())
            draft.is_open = len(draft.unit) < 2
        elif len(draft.lines) == 1 and draft.unit and (found := UNIT_GOES_ON.search(line.text)):
            draft.unit.append(found[1])
        draft.lines.append(line)

    def close(self) -> None:
        self.left += self.waiting
        self.waiting = []


def row_of(draft: Draft) -> Row:
    cells = [Cell(line.text, line.place, line.confidence) for line in draft.lines]
    fields = {
        "commitment": typed("commitment", cells, SURE),
        "years": typed("years", [Cell(draft.years, draft.dated.place)]),
    }
    if draft.unit:
        unit = Cell(" ".join(draft.unit), draft.dated.place)
        fields["responsible"] = typed("responsible", [unit], SURE)
    for line in draft.lines:
        if found := PROMISED.search(line.text):
            fields["target"] = typed("target", [Cell(found[0].strip(), line.place)], SURE)
            break
    if draft.component:
        component = Cell(draft.component.text, draft.component.place)
        fields["component"] = typed("component", [component])
    return Row(fields, None, ("columns-lost",))


def heading_words(line: Line) -> list[str]:
    """The words of the heading that a line in capitals holds, through the noise of a scan."""
    letters = [sign for sign in line.text if sign.isalpha()]
    if not letters or sum(sign.isupper() for sign in letters) < 0.9 * len(letters):
        return []
    words = [word for word in plain(line.text).split() if len(word) > 3]
    found = [
        process.extractOne(word, HEADINGS, scorer=fuzz.ratio, score_cutoff=80) for word in words
    ]
    return [one[0] for one in found if one]


def is_heading(line: Line) -> bool:
    words = [word for word in plain(line.text).split() if len(word) > 3]
    return bool(words) and len(heading_words(line)) >= 0.7 * len(words)
