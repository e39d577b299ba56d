"""The objectives of a catalogue read from a pasted table, each row by itself."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from sereno.plans.rules.drafts import CatalogueObjectiveDraft
from sereno.web import tables

LONGEST_NUMBER, LONGEST_TITLE = 10, 300
COLUMNS = (
    ("number", {"numero", "num", "no", "n", "nº", "n°", "codigo"}),
    ("title", {"objetivo", "titulo", "objetivo estrategico", "texto", "nombre", "descripcion"}),
)


class CatalogueFault(StrEnum):
    """Why a row is no objective."""

    NO_TITLE = "no_title"
    LONG_NUMBER = "long_number"
    LONG_TITLE = "long_title"
    TWICE = "twice"
    STANDS = "stands"


@dataclass(frozen=True)
class Reject:
    """A row that is not taken: its place in the table, what it says, and why."""

    row: int
    text: str
    why: CatalogueFault


@dataclass(frozen=True)
class CatalogueTable:
    """What a pasted table holds, and the rows it does not."""

    objectives: tuple[CatalogueObjectiveDraft, ...]
    rejects: tuple[Reject, ...]


def catalogue_of(text: str, *, source: str, known: Iterable[str] = ()) -> CatalogueTable:
    """Number and title of each row; without numbers, rows are numbered as they come.

    The first row may name the columns. ``known`` are the numbers that the catalogue has already.
    """
    rows = tables.rows_of(text)
    columns = tables.columns_of(rows[0][1], COLUMNS) if rows else {}
    if "title" in columns:
        rows = rows[1:]
    else:
        wide = max((len(cells) for _, cells in rows), default=1) > 1
        columns = {"number": 0, "title": 1} if wide else {"title": 0}
    standing, seen = set(known), set[str]()
    objectives, rejects = [], []
    for place, (row, cells) in enumerate(rows, 1):
        number, title = (tables.cell(cells, columns, name) for name in ("number", "title"))
        number = number.rstrip(".") if "number" in columns else str(len(standing) + place)
        why = _fault(number, title, standing=standing, seen=seen)
        if why:
            rejects.append(Reject(row, " · ".join(filter(None, cells)), why))
            continue
        seen.add(number)
        objectives.append(CatalogueObjectiveDraft(number, title, source))
    return CatalogueTable(tuple(objectives), tuple(rejects))


def _fault(number: str, title: str, *, standing: set[str], seen: set[str]) -> CatalogueFault | None:
    if not number or not title:
        return CatalogueFault.NO_TITLE
    if len(number) > LONGEST_NUMBER:
        return CatalogueFault.LONG_NUMBER
    if len(title) > LONGEST_TITLE:
        return CatalogueFault.LONG_TITLE
    if number in standing:
        return CatalogueFault.STANDS
    return CatalogueFault.TWICE if number in seen else None
