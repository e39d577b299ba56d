"""Columns that nothing but white separates: gutters that no line of the table crosses."""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from sereno.documents.readers.geometry.sheet import TextLine, Word

# How much wider than the space between two words a gutter must be, and how wide for its letters.
BEYOND_A_SPACE = 1.35
LEAST = 0.4
# A narrower strip must be left white by this many lines and more, whose gaps differ.
NARROW, KEPT = 0.12, 5
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
    space = space_of(lines)
    least = max(LEAST, BEYOND_A_SPACE * space) * size
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
            strip = (opened, at)
            if at - opened >= NARROW * size and _is_kept(lines, strip, least, space * size):
                found.append(strip)
            opened = None
    return [strip for strip in found if _has_both_sides(lines, strip)]


def _is_kept(
    lines: Sequence[TextLine], strip: tuple[float, float], least: float, space: float
) -> bool:
    """The lines leave the strip white, and not merely because their words begin alike.

    Where cells say the same, a space stands at one place in many lines; but then it is as wide as
    the spaces beside it. A narrow strip must be left white by several lines.
    """
    middle = (strip[0] + strip[1]) / 2
    places = [
        (line, n)
        for line in lines
        for n, (before, after) in enumerate(pairwise(line.words))
        if before.right <= middle <= after.left
    ]
    if strip[1] - strip[0] < least and len(places) < KEPT:
        return False
    narrow = [(line, n) for line, n in places if _gap(line, n) < WIDE * line.size]
    unlike = sum(
        abs(_gap(line, n) - ref) > 0.25 * ref
        for line, n in narrow
        if (ref := _beside(line, n) or space)
    )
    return not narrow or unlike > 0.3 * len(narrow)


def _gap(line: TextLine, place: int) -> float:
    return line.words[place + 1].left - line.words[place].right


def _beside(line: TextLine, place: int) -> float:
    """The gap next to this one, after or before, where it is one between words."""
    for other in (place + 1, place - 1):
        if 0 <= other < len(line.words) - 1 and 0 < _gap(line, other) < WIDE * line.size:
            return _gap(line, other)
    return 0.0


def without_lone(
    strips: Sequence[tuple[float, float]], lines: Sequence[TextLine]
) -> list[tuple[float, float]]:
    """Fewer strips, where a heading alone stands beside the column that it is the heading of."""
    kept = list(strips)
    for strip in strips:
        place = kept.index(strip)
        left = kept[place - 1][1] if place else float("-inf")
        right = kept[place + 1][0] if place + 1 < len(kept) else float("inf")
        before = {n for n, line in enumerate(lines) if _stands(line, left, strip[0])}
        after = {n for n, line in enumerate(lines) if _stands(line, strip[1], right)}
        few = 1 + 0.1 * len(lines)  # a heading stands on every page
        if not before & after and min(len(before), len(after)) <= few and len(lines) > 3:
            kept.pop(place)
    return kept


def _stands(line: TextLine, start: float, end: float) -> bool:
    return any(start - 1 <= word.centre <= end + 1 for word in line.words)


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


def narrowed(
    strips: Sequence[tuple[float, float]], lines: Sequence[TextLine]
) -> list[tuple[float, float]]:
    """Each gutter cut down to where the fewest words of all lines stand in it.

    A heading, or the few cells that are wider than the rest, may leave it only one side.
    """
    return [_narrowed(strip, lines) for strip in strips]


def _narrowed(strip: tuple[float, float], lines: Sequence[TextLine]) -> tuple[float, float]:
    start, end = strip
    steps = [
        step
        for line in lines
        for word in line.words
        if word.left < end and word.right > start
        for step in ((max(start, word.left), 1), (min(end, word.right), -1))
    ]
    if not steps:
        return strip
    edges = sorted({start, end, *(at for at, _ in steps)})
    depth, best = 0, (len(steps), 0.0, strip)
    moves: dict[float, int] = {}
    for at, step in steps:
        moves[at] = moves.get(at, 0) + step
    for here, after in pairwise(edges):
        depth += moves.get(here, 0)
        best = min(best, (depth, here - after, (here, after)))
    return best[2]


def column_of(word: Word, borders: Sequence[float]) -> int:
    for number, (_, end) in enumerate(pairwise(borders)):
        if word.centre <= end:
            return number
    return len(borders) - 2


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
