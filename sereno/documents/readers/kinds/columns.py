"""Where the heading of a table stands, over one row or two, and what each column means."""

from dataclasses import dataclass, replace
from typing import Final

from sereno.documents.readers.kinds.headings import Match, meaning, plain
from sereno.documents.readers.kinds.sections import is_section
from sereno.documents.readers.paper import Cell, Grid, Place

LOOKED_AT: Final = 12
INITIALS: Final = "EFMAMJJASOND"
SPANS: Final = ("year_", "month_", "quarter_")
DEEPEST: Final = 3
QUARTERS: Final = [f"quarter_{number}" for number in range(1, 5)]


@dataclass(frozen=True)
class Column:
    """``field`` is empty where nobody knows the heading."""

    field: str
    text: str
    places: tuple[Place, ...]
    score: float = 1.0


@dataclass(frozen=True)
class Heading:
    """``first`` and ``after`` are the rows between which it stands."""

    first: int
    after: int
    columns: tuple[Column, ...]

    @property
    def fields(self) -> frozenset[str]:
        return frozenset(column.field for column in self.columns if column.field)


def heading_of(grid: Grid, start: int = 0) -> Heading | None:
    """The first rows that read as a heading, within the first dozen from ``start``."""
    for first in range(start, min(len(grid.rows), start + LOOKED_AT)):
        if is_heading(grid.rows[first]) and not is_outdone(grid, first):
            after = first + depth(grid.rows[first])
            if after == first + 1 and is_followed(grid, first):
                after += 1
            return Heading(first, after, columns_of(grid.rows[first:after]))
    return None


def depth(row: tuple[Cell, ...]) -> int:
    """How many rows the heading takes: some of its cells span as many as stand below others."""
    spans = [
        1 + (below.row or 0) - (cell.place.row or 0)
        for cell in row
        for below in cell.also
        if (below.page, below.table) == (cell.place.page, cell.place.table)
    ]
    return min(DEEPEST, max(spans, default=1))


def is_followed(grid: Grid, first: int) -> bool:
    pair = grid.rows[first : first + 2]
    return len(pair) == 2 and (is_second(*pair) or bool(quarters_by_number(pair)))


def is_heading(row: tuple[Cell, ...]) -> bool:
    """At least two different meanings, in at least half of what is written."""
    texts = [cell.text for cell in row if cell.text.strip()]
    known = [match.field for text in texts if (match := meaning(text))]
    named = {field for field in known if not field.startswith(SPANS)}
    return len(named) >= 2 and 2 * len(known) >= len(texts)


def is_outdone(grid: Grid, at: int) -> bool:
    """A title of two words above the real heading, which knows more columns."""
    if at + 1 >= len(grid.rows) or not is_heading(grid.rows[at + 1]):
        return False
    return 2 * known_in(grid.rows[at]) < known_in(grid.rows[at + 1]) + 1


def known_in(row: tuple[Cell, ...]) -> int:
    return sum(meaning(cell.text) is not None for cell in row if cell.text.strip())


def is_second(above: tuple[Cell, ...], below: tuple[Cell, ...]) -> bool:
    """Years or months under one heading, or the parts of a heading that was cut in two."""
    texts = [cell.text for cell in below if cell.text.strip()]
    if not texts or (len(texts) == 1 and is_section(texts[0])):
        return False
    known = [match for text in texts if (match := meaning(text))]
    if len(known) == len(texts):
        return True
    joined = sum(meaning(text) is not None for text in texts_of((above, below)))
    alone = sum(meaning(cell.text) is not None for cell in above)
    short = all(len(text) <= 30 for text in texts)
    return short and joined > alone and not any(any(map(str.isdigit, text)) for text in texts)


def texts_of(rows: tuple[tuple[Cell, ...], ...]) -> list[str]:
    width = max(map(len, rows))
    return [
        " ".join(row[at].text for row in rows if at < len(row) and row[at].text.strip())
        for at in range(width)
    ]


def columns_of(rows: tuple[tuple[Cell, ...], ...]) -> tuple[Column, ...]:
    """The lower heading decides where it is known; else both read together, else the upper."""
    found: list[Column] = []
    taken: set[str] = set()
    letters = months_by_letter(rows[-1])
    quarters = quarters_by_number(rows)
    for at in range(max(map(len, rows))):
        cells = [row[at] for row in rows if at < len(row)]
        text = " ".join(cell.text.strip() for cell in cells if cell.text.strip())
        match = best_match([cell.text for cell in cells if cell.text.strip()], text)
        places = tuple(cell.place for cell in cells if cell.text.strip())
        if at in letters:
            match = Match(f"month_{letters[at]}", 1.0)
        elif at in quarters:
            match = Match(f"quarter_{quarters[at]}", 1.0)
        field = match.field if match and match.field not in taken else ""
        taken.add(field)
        found.append(Column(field, text, places, match.score if match else 1.0))
    return tuple(replace(column, field=among(column.field, taken)) for column in found)


def among(field: str, fields: set[str]) -> str:
    """What a heading means beside others: «Compromiso» among the amounts of a budget is one."""
    is_budget = len(fields & {"codified", "accrued", "paid", "initial"}) >= 2
    return "committed" if field == "commitment" and is_budget else field


def months_by_letter(row: tuple[Cell, ...]) -> dict[int, int]:
    """``E F M A M J J A S O N D``: the twelve side by side, each by its first letter."""
    said = [plain(cell.text).upper() or " " for cell in row]
    line = "".join(text if len(text) == 1 else " " for text in said)
    start = line.find(INITIALS)
    return {} if start < 0 else {start + n: n + 1 for n in range(len(INITIALS))}


def quarters_by_number(rows: tuple[tuple[Cell, ...], ...]) -> dict[int, int]:
    """``I II III IV`` side by side, where the heading above speaks of quarters."""
    if not any("trimestr" in plain(cell.text) for row in rows for cell in row):
        return {}
    said = [meaning(f"{cell.text} trimestre") for cell in rows[-1]]
    fields = [match.field if match else "" for match in said]
    for start in range(len(fields) - 3):
        if fields[start : start + 4] == QUARTERS:
            return {start + n: n + 1 for n in range(4)}
    return {}


def best_match(parts: list[str], text: str) -> Match | None:
    if len(parts) > 1 and (below := meaning(parts[-1])) and below.field.startswith(SPANS):
        return below
    tries = [match for words in (text, *reversed(parts)) if (match := meaning(words))]
    return max(tries, key=lambda match: match.score) if tries else None


def says_again(row: tuple[Cell, ...], heading: Heading) -> bool:
    """Whether a row repeats the heading, as every page of a long table does."""
    words = {plain(cell.text) for cell in row if cell.text.strip()}
    if not words:
        return False
    known = {plain(part) for column in heading.columns for part in column.text.split("\n")}
    known |= {plain(column.text) for column in heading.columns}
    years = {word for word in words if (match := meaning(word)) and match.field.startswith(SPANS)}
    if len(words) < 2 and len(heading.columns) > 2:
        return False
    return len(words & known) + len(years - known) >= 0.7 * len(words)
