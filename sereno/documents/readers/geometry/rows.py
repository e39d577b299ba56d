"""Rows that nothing but white separates: by the gaps between lines, or by where the key starts."""

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sereno.documents.readers.geometry.sheet import TextLine, Word

# The jump from the white between a cell's lines to that between rows, in sizes of the letters:
# what is printed is exact, what a scan was read from is not.
JUMP = 0.06
JUMP_OF_SCANS = 0.2
# A page with no more bands than these may have rows without white between them.
MOST_BLENDED = 2


def column_of(word: Word, borders: Sequence[float]) -> int:
    for number, (_, end) in enumerate(pairwise(borders)):
        if word.centre <= end:
            return number
    return len(borders) - 2


def leading_gap(lines: Sequence[TextLine], borders: Sequence[float]) -> float | None:
    """The white between two lines of one cell, if cells have several lines at all."""
    size = median(line.size for line in lines)
    last: dict[int, float] = {}
    gaps: Counter[float] = Counter()
    for line in lines:
        bottoms: dict[int, float] = {}
        for word in line.words:
            bottoms.setdefault(column_of(word, borders), word.bottom)
            bottoms[column_of(word, borders)] = max(word.bottom, bottoms[column_of(word, borders)])
        tops = {column_of(word, borders): word.top for word in line.words}
        for column, bottom in bottoms.items():
            if column in last and -0.4 * size < (gap := tops[column] - last[column]) < size:
                gaps[round(gap * 5) / 5] += 1
            last[column] = bottom
    if not gaps:
        return None
    enough = 0.1 * sum(gaps.values())
    return min(gap for gap, times in gaps.items() if times >= enough)


def bands(
    lines: Sequence[TextLine], borders: Sequence[float], white: float, rules: Sequence[float]
) -> list[list[TextLine]]:
    """The lines of each row: more than ``white`` ends one, and so does a rule at these heights."""
    size = median(line.size for line in lines)
    rows: list[list[TextLine]] = []
    bottom = float("-inf")
    for line in sorted(lines, key=lambda line: line.top):
        is_ruled = bool(rows) and any(
            _foot(rows[-1]) - 0.3 * size < rule < line.top + 0.3 * size for rule in rules
        )
        if not rows or line.top - bottom > white or is_ruled:
            rows.append([line])
            bottom = line.bottom
        else:
            rows[-1].append(line)
            bottom = max(bottom, line.bottom)
    if len(rows) > MOST_BLENDED:
        return rows
    return [part for row in rows for part in _by_key(row, borders, rules)]


def row_white(pages: Sequence[Sequence[TextLine]], borders: Sequence[float]) -> float:
    """The middle of the first jump among the whites between lines, above those inside a cell."""
    lines = [line for page in pages for line in page]
    size = median(line.size for line in lines)
    inside = leading_gap(lines, borders)
    gap = inside if inside is not None else 0.25 * size
    is_exact = all(word.confidence == 1 for line in lines for word in line.words)
    jump = (JUMP if is_exact else JUMP_OF_SCANS) * size
    at = gap
    for white in sorted(white for page in pages for white in _whites(page)):
        if white <= gap:
            continue
        if white - at > jump:
            return (at + white) / 2
        at = white
    return at + jump


def _whites(lines: Sequence[TextLine]) -> list[float]:
    found: list[float] = []
    bottom = None
    for line in sorted(lines, key=lambda line: line.top):
        if bottom is not None:
            found.append(line.top - bottom)
        bottom = line.bottom if bottom is None else max(bottom, line.bottom)
    return found


def _foot(row: Sequence[TextLine]) -> float:
    return max(line.bottom for line in row)


def _by_key(
    row: list[TextLine], borders: Sequence[float], rules: Sequence[float]
) -> list[list[TextLine]]:
    """A band of many rows without white between them, cut where the first column starts anew.

    Only where that is certain: every line with words in the first column has words in most
    other columns as well, so that each of these lines starts a row.
    """
    if rules or len(row) < 4:
        return [row]
    width = len(borders) - 1
    keyed = [n for n, line in enumerate(row) if column_of(line.words[0], borders) == 0]
    is_start = all(
        len({column_of(word, borders) for word in row[n].words}) > max(1, width * 0.6)
        for n in keyed
    )
    if len(keyed) < 3 or keyed[0] != 0 or not is_start:
        return [row]
    return [row[start:end] for start, end in pairwise([*keyed, len(row)])]
