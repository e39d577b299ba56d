"""Columns that nothing but white separates: gutters that no line of the table crosses."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sereno.documents.readers.geometry.sheet import TextLine, Word

# How much wider than the space between two words a gutter must be, and how wide for its letters.
BEYOND_A_SPACE = 1.35
LEAST = 0.4
# A gap this wide, in sizes of the letters, cannot be a space between words.
WIDE = 1.0


def space_of(lines: Sequence[TextLine]) -> float:
    """The usual space between words, as a part of the letters' size."""
    gaps = [
        (after.left - before.right) / before.size
        for line in lines
        for before, after in pairwise(line.words)
        if 0.05 < (after.left - before.right) / before.size < 0.7
    ]
    return median(gaps) if gaps else 0.28


def has_gap(line: TextLine) -> bool:
    return any(
        after.left - before.right > WIDE * max(before.size, after.size)
        for before, after in pairwise(line.words)
    )


def gutters(lines: Sequence[TextLine], *, crossing: int = 0) -> list[tuple[float, float]]:
    """White strips with words on both sides; at most ``crossing`` lines may run over one."""
    if not lines:
        return []
    size = median(line.size for line in lines)
    least = max(LEAST, BEYOND_A_SPACE * space_of(lines)) * size
    steps: list[tuple[float, int]] = []
    for line in lines:
        for start, end in _stretches(line):
            steps += [(start, 1), (end, -1)]
    steps.sort(key=lambda step: (step[0], -step[1]))
    found: list[tuple[float, float]] = []
    depth, opened = 0, None
    for at, step in steps:
        depth += step
        if depth <= crossing and opened is None:
            opened = at
        elif depth > crossing and opened is not None:
            if at - opened >= least:
                found.append((opened, at))
            opened = None
    return [strip for strip in found if _has_both_sides(lines, strip)]


def _has_both_sides(lines: Sequence[TextLine], strip: tuple[float, float]) -> bool:
    middle = (strip[0] + strip[1]) / 2
    before = sum(line.words[0].right <= middle for line in lines)
    after = sum(line.right > middle for line in lines)
    return before >= max(1, 0.05 * len(lines)) and after >= max(1, 0.02 * len(lines))


def _stretches(line: TextLine) -> list[tuple[float, float]]:
    """Where a line's words stand, each word on its own, without overlaps."""
    found: list[tuple[float, float]] = []
    for word in line.words:
        if found and word.left <= found[-1][1]:
            found[-1] = (found[-1][0], max(found[-1][1], word.right))
        else:
            found.append((word.left, word.right))
    return found


def borders_of(strips: Sequence[tuple[float, float]], left: float, right: float) -> list[float]:
    """Borders in the middle of the gutters, and outside at the text's own edges."""
    return [left - 1, *((start + end) / 2 for start, end in strips), right + 1]


def crosses(line: TextLine, strips: Sequence[tuple[float, float]]) -> int:
    """How many gutters the line's text runs over."""
    return sum(_covers(line, strip) for strip in strips)


def _covers(line: TextLine, strip: tuple[float, float]) -> bool:
    start, end = strip
    middle = (start + end) / 2
    if any(word.left < middle < word.right for word in line.words):
        return True
    before = [word for word in line.words if word.right <= middle]
    after = [word for word in line.words if word.left >= middle]
    return bool(before and after) and _is_space(before[-1], after[0], end - start)


def _is_space(before: Word, after: Word, strip: float) -> bool:
    gap = after.left - before.right
    return gap < 0.8 * strip and gap < 0.45 * before.size
