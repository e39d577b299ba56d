"""Where on a page, outside the ruled tables, words stand in columns."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from sereno.documents.readers.geometry import columns
from sereno.documents.readers.geometry.sheet import Sheet, TextLine

# White of this many letters' sizes between two lines ends a table.
FAR = 5.0


@dataclass
class Region:
    """Lines of one page that stand in columns; ``strips`` are the gutters between these."""

    sheet: Sheet
    lines: list[TextLine]
    strips: list[tuple[float, float]] = field(default_factory=list)

    @property
    def top(self) -> float:
        return min(line.top for line in self.lines)

    @property
    def bottom(self) -> float:
        return max(line.bottom for line in self.lines)


def regions_of(sheet: Sheet, lines: Sequence[TextLine]) -> list[Region]:
    """Runs of lines with common gutters. What stands between them is text."""
    found: list[Region] = []
    for run in _runs(lines):
        for part in _apart(run):
            found += _split(sheet, part)
    return found


def _apart(run: list[TextLine]) -> list[list[TextLine]]:
    """Two tables with a line of text between them, where each has columns of its own.

    The heading of a section runs over the gutters too; but the rows below it have those above.
    """
    start = 0
    while (cut := next(_texts(run, start), None)) is not None:
        first, after = cut
        above = [line for line in run[:first] if columns.has_gap(line)]
        below = [line for line in run[after:] if columns.has_gap(line)]
        if len(below) < 2:
            break
        counts = _count(above), _count(below)
        # A heading of its own begins another table, even where this one has fewer columns.
        least = max(counts) if below[0].is_bold or below[0].text.isupper() else min(counts)
        if len(above) > 1 and _count([*above, *below]) < least:
            return [run[:first], *_apart(run[after:])]
        start = after
    return [run]


def _count(lines: Sequence[TextLine]) -> int:
    return len(_gutters(lines))


def _gutters(lines: Sequence[TextLine]) -> list[tuple[float, float]]:
    """A line in thirty may run over one."""
    return columns.gutters(lines, crossing=len(lines) // 33 + (len(lines) > 8))


def _texts(run: Sequence[TextLine], start: int) -> Iterator[tuple[int, int]]:
    """Where lines without a gap stand that run over the gutters above, or before a heading."""
    first = start
    while first < len(run):
        if columns.has_gap(run[first]):
            first += 1
            continue
        after = first + 1
        while after < len(run) and not columns.has_gap(run[after]):
            after += 1
        strips = _gutters([line for line in run[start:first] if columns.has_gap(line)])
        is_headed = after < len(run) and run[after].is_bold and first > start
        if is_headed or any(columns.crosses(line, strips) for line in run[first:after]):
            yield first, after
        first = after


def _runs(lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """Lines from one with a wide gap to another, without a far jump or a paragraph between."""
    runs: list[list[TextLine]] = []
    pending: list[TextLine] = []
    for line in lines:
        last = pending[-1] if pending else runs[-1][-1] if runs else None
        is_far = last is not None and line.top - last.bottom > FAR * line.size
        if is_far:
            pending = []
        if not columns.has_gap(line):
            pending.append(line)
            continue
        if runs and not is_far and (last is not None) and not _is_paragraph(pending, runs[-1]):
            runs[-1] += [*pending, line]
        else:
            runs.append([line])
        pending = []
    return _with_edges(runs, lines)


def _is_paragraph(pending: Sequence[TextLine], run: Sequence[TextLine]) -> bool:
    """Three lines and more that run over the gutters so far are text between tables."""
    strips = columns.gutters([line for line in run if columns.has_gap(line)])
    if not strips:
        return len(pending) > 2
    return sum(columns.crosses(line, strips) > 0 for line in pending) > 2


def _with_edges(runs: list[list[TextLine]], lines: Sequence[TextLine]) -> list[list[TextLine]]:
    """A cell's lines above the first and below the last line with a gap belong to the table."""
    taken = {id(line) for run in runs for line in run}
    for run in runs:
        strips = columns.gutters([line for line in run if columns.has_gap(line)])
        places = [place for place, line in enumerate(lines) if line is run[0] or line is run[-1]]
        for step, place in ((-1, places[0] - 1), (1, places[-1] + 1)):
            while 0 <= place < len(lines) and id(lines[place]) not in taken:
                line, near = lines[place], run[0] if step < 0 else run[-1]
                gap = near.top - line.bottom if step < 0 else line.top - near.bottom
                is_inside = bool(strips) and line.left > strips[0][1] - 2
                if gap > (2.2 if is_inside else 0.75) * line.size or not _fits(line, strips, run):
                    break
                run[:] = [line, *run] if step < 0 else [*run, line]
                taken.add(id(line))
                place += step
    return runs


def _fits(line: TextLine, strips: Sequence[tuple[float, float]], run: list[TextLine]) -> bool:
    """It lies inside one column, and is not the text's full width."""
    left, right = min(other.left for other in run), max(other.right for other in run)
    is_inside = line.left >= left - 2 and line.right <= right + 2
    return bool(strips) and is_inside and columns.crosses(line, strips) == 0


def _split(sheet: Sheet, run: list[TextLine]) -> list[Region]:
    """The run as one region, or as several where no gutter goes through all of it."""
    many = [line for line in run if columns.has_gap(line)]
    strips = _gutters(many)
    if len(many) < 2 and len(strips) < 2:
        return []
    if strips:
        return [Region(sheet, run, strips)]
    # The tables follow one another closely: take lines as long as they share a gutter.
    found: list[Region] = []
    start = 0
    for end in range(1, len(run) + 1):
        part = [line for line in run[start:end] if columns.has_gap(line)]
        rest = [line for line in run[start : end + 1] if columns.has_gap(line)]
        if end == len(run) or (part and rest != part and not columns.gutters(rest)):
            if len(part) > 1 and (shared := columns.gutters(part)):
                found.append(Region(sheet, run[start:end], shared))
            start = end
    return found
