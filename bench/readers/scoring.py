"""How many rows and cells came out exactly, and which words came out nowhere."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from bench.readers.tools import Rows, Told
from bench.readers.truths import Truth

WORD: Final = re.compile(r"\w[\w.,/-]*\w|\w")


@dataclass(frozen=True)
class Score:
    """Of the table's cells and rows without its heading; ``extra`` rows belong to none."""

    cells: int
    rows: int
    of_cells: int
    of_rows: int
    tables: int
    extra: int
    wrong: tuple[tuple[str, str], ...] = ()

    @property
    def cell_share(self) -> float:
        return 100 * self.cells / self.of_cells

    @property
    def row_share(self) -> float:
        return 100 * self.rows / self.of_rows


def tidy(text: str) -> str:
    return " ".join(text.split())


def score(truth: Truth, tables: Sequence[Rows]) -> Score:
    """The rows of all tables in their order, laid beside the truth so that most cells agree.

    Nobody is asked to leave out empty columns or rows: of a table as it came and without its
    empty columns, whichever agrees better counts.
    """
    wanted = [[tidy(text) for text in row] for row in truth.rows]
    given = [row for table in tables for row in _better(wanted, table)]
    pairs = laid_beside(wanted, given)
    met = [(row, given[other] if other is not None else []) for row, other in pairs]
    cells = sum(_agree(row, other) for row, other in met)
    rows = sum(_agree(row, other) == len(row) == len(other) for row, other in met)
    wrong = [
        (text, other[n] if n < len(other) else "—")
        for row, other in met
        for n, text in enumerate(row)
        if n >= len(other) or other[n] != text
    ]
    matched = sum(other is not None for _, other in pairs)
    return Score(
        cells,
        rows,
        len(wanted) * len(truth.heading),
        len(wanted),
        sum(any(map(any, table)) for table in tables),
        len(given) - matched,
        tuple(wrong),
    )


def _better(wanted: Rows, table: Rows) -> Rows:
    whole = [[tidy(text) for text in row] for row in table]
    whole = [row for row in whole if any(row)]
    width = max((len(row) for row in whole), default=0)
    used = [n for n in range(width) if any(n < len(row) and row[n] for row in whole)]
    lean = [[row[n] if n < len(row) else "" for n in used] for row in whole]
    return max((whole, lean), key=lambda rows: _total(wanted, rows))


def _total(wanted: Rows, rows: Rows) -> int:
    pairs = laid_beside(wanted, rows)
    return sum(_agree(row, rows[other]) for row, other in pairs if other is not None)


def _agree(row: Sequence[str], other: Sequence[str]) -> int:
    return sum(one == two for one, two in zip(row, other, strict=False))


def laid_beside(wanted: Rows, given: Rows) -> list[tuple[list[str], int | None]]:
    """Each wanted row with the given row beside it, in order, so that most cells agree."""
    best = [[0] * (len(given) + 1) for _ in range(len(wanted) + 1)]
    for i in range(len(wanted) - 1, -1, -1):
        for j in range(len(given) - 1, -1, -1):
            met = best[i + 1][j + 1] + _agree(wanted[i], given[j])
            best[i][j] = max(met, best[i + 1][j], best[i][j + 1])
    pairs: list[tuple[list[str], int | None]] = []
    i = j = 0
    while i < len(wanted):
        if j == len(given) or (best[i][j] == best[i + 1][j] and best[i][j] != best[i][j + 1]):
            pairs.append((wanted[i], None))
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            pairs.append((wanted[i], j))
            i, j = i + 1, j + 1
    return pairs


def lost_words(truth: Truth, told: Told) -> int:
    """Words of the table that came out in no cell: for Sereno, in no line either."""
    source = (truth.heading, *truth.rows)
    out = [text for table in told.tables for row in table for text in row]
    return _lost((text for row in source for text in row), [*out, *told.lines])


def silently_lost(told: Told) -> int:
    """Words that stood on the paper and are in no field, heading, fact or list of what is left."""
    stood = [text for table in told.tables for row in table for text in row]
    return _lost([*stood, *told.lines], list(_said(told.understood)))


def _said(reading: dict[str, Any]) -> Iterable[str]:
    for table in reading["tables"]:
        yield table["title"]
        for heading in table["headings"].values():
            yield heading["text"]
        for row in table["rows"]:
            for field in row["fields"].values():
                yield field["text"]
    for part in (*reading["facts"], *reading["unplaced"]):
        yield part["text"]


def _lost(source: Iterable[str], out: Iterable[str]) -> int:
    """Words without the marks around them: a title may be said again without its full stop."""
    stood = Counter(word for text in source for word in WORD.findall(text))
    said = Counter(word for text in out for word in WORD.findall(text))
    return sum(max(0, times - said[word]) for word, times in stood.items())
