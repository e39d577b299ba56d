"""The lines of a table cut into rows: by rules, by white, or by what the lines themselves say."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median
from typing import Final

from sereno.documents.readers.geometry.judging import MODES, Judge
from sereno.documents.readers.geometry.pieces import Strip, leading_of, widths_of

Rows = list[list[Strip]]
MOST_LINES: Final = 24  # of a row, where only its words tell where it ends
# Whites nearer than this, in sizes of the letters, are one: print is exact, a scan is not.
SAME, SAME_IN_SCANS = 0.05, 0.18
MOST_WHITES: Final = 8
# What a row may cost before the words are asked as well, and how much better they must know.
DOUBT, BETTER = 0.12, 0.2
NEAR: Final = 1.5  # ways for cells to stand that cost so much more than the best are not asked
MOST_COST: Final = 6.0  # no row is worth more


def rows_of(pages: Sequence[Sequence[Strip]], rules: Sequence[Sequence[float]]) -> list[Rows]:
    """The rows of each page; what is drawn across a page always ends a row."""
    parts = [_between_rules(page, at) for page, at in zip(pages, rules, strict=True)]
    strips = [strip for page in pages for strip in page]
    judge = Judge(widths_of(strips), leading_of(strips))
    rows = _cheapest([part for page in parts for part in page], judge)
    found: list[Rows] = []
    for page in parts:
        taken, rows = rows[: len(page)], rows[len(page) :]
        found.append([row for part in taken for row in part])
    return found


def _cheapest(parts: Sequence[list[Strip]], judge: Judge) -> list[Rows]:
    """By white where the words do not object; else by the words, where these know much better."""
    judges = [replace(judge, mode=mode) for mode in MODES]
    ways = [list(rows) for rows in _candidates(parts)]
    by_mode = [min(((_cost(rows, one), rows) for rows in ways), key=_first) for one in judges]
    cost, rows = min(by_mode, key=_first)
    count = sum(map(len, rows))
    if cost <= DOUBT * count:
        return rows
    near = [one for one, tried in zip(judges, by_mode, strict=True) if tried[0] < NEAR * cost]
    told = [(_cost(other, one), other) for one in near for other in [_told(parts, one)]]
    least, other = min(told, key=_first)
    return other if least < cost - BETTER * count else rows


def _first(tried: tuple[float, list[Rows]]) -> float:
    return tried[0]


def _cost(rows: Sequence[Rows], judge: Judge) -> float:
    return sum(map(judge.all_rows, rows))


def _between_rules(page: Sequence[Strip], rules: Sequence[float]) -> Rows:
    parts: Rows = []
    for strip in page:
        if parts:
            last = parts[-1][-1]
            low, high = (last.top + 2 * last.bottom) / 3, (2 * strip.top + strip.bottom) / 3
            if not any(min(low, high) < at < max(low, high) for at in rules):
                parts[-1].append(strip)
                continue
        parts.append([strip])
    return parts


def _candidates(parts: Sequence[list[Strip]]) -> list[list[Rows]]:
    """Every white that a table may have taken as the least between two rows."""
    strips = [strip for part in parts for strip in part]
    size = median(piece.size for strip in strips for piece in strip.pieces)
    is_exact = all(word.confidence == 1 for strip in strips for word in strip.line.words)
    same = (SAME if is_exact else SAME_IN_SCANS) * size
    whites = sorted(white for part in parts for white in _whites(part))
    steps = [float("-inf")]
    for below, above in pairwise(whites):
        if above - below > same:
            steps.append((below + above) / 2)
    steps = [*steps[:MOST_WHITES], float("inf")]
    return [[_cut(part, step) for part in parts] for step in steps]


def _whites(part: Sequence[Strip]) -> list[float]:
    found: list[float] = []
    bottom = part[0].bottom
    for strip in part[1:]:
        found.append(strip.top - bottom)
        bottom = max(bottom, strip.bottom)
    return found


def _cut(part: Sequence[Strip], least: float) -> Rows:
    rows: Rows = [[part[0]]]
    for strip, white in zip(part[1:], _whites(part), strict=True):
        if white > least:
            rows.append([strip])
        else:
            rows[-1].append(strip)
    return rows


def _told(parts: Sequence[Sequence[Strip]], judge: Judge) -> list[Rows]:
    return [_told_of(part, judge) for part in parts]


def _told_of(part: Sequence[Strip], judge: Judge) -> Rows:
    """The cheapest way to cut the lines into rows, found from the last line upwards."""
    count = len(part)
    best = [float("inf")] * count + [0.0]
    ends = [0] * (count + 1)
    for first in range(count - 1, -1, -1):
        for end, own in enumerate(judge.growing(part[first : first + MOST_LINES]), first + 1):
            if own > MOST_COST and end > first + 1:
                break
            cost = own + best[end]
            if end < count:
                cost += judge.between(part[first:end], part[end : ends[end]])
            if cost < best[first] - 1e-9:
                best[first], ends[first] = cost, end
    rows: Rows = []
    first = 0
    while first < count:
        rows.append(list(part[first : ends[first]]))
        first = ends[first]
    return rows
