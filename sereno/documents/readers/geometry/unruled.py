"""Tables without rules down: regions over several pages share their gutters and their rows."""

from collections.abc import Sequence
from itertools import pairwise

from sereno.documents.readers.geometry import columns, segmenting
from sereno.documents.readers.geometry.pieces import Strip, strip_of
from sereno.documents.readers.geometry.regions import Region
from sereno.documents.readers.geometry.sheet import Slot, Table, TableRow, TextLine, Word


def tables_of(regions: Sequence[Region], follow: Sequence[bool]) -> list[Table]:
    """``follow`` says for each region that nothing stands between it and the one before."""
    chains: list[list[Region]] = []
    for region, follows in zip(regions, follow, strict=True):
        if follows and chains and _go_together([*chains[-1], region]):
            chains[-1].append(region)
        else:
            chains.append([region])
    return [table for chain in chains for table in _tables(chain)]


def _many(chain: Sequence[Region]) -> list[TextLine]:
    return [line for region in chain for line in region.lines if columns.has_gap(line)]


def _strips(chain: Sequence[Region]) -> list[tuple[float, float]]:
    many = _many(chain)
    return columns.gutters(many, crossing=len(many) // 33 + (len(many) > 8))


def _go_together(chain: Sequence[Region]) -> bool:
    """They share their columns: together they have as many gutters as the poorer of them."""
    shared = len(_strips(chain))
    before = len(_strips(chain[:-1]))
    return shared >= max(1, min(before, len(chain[-1].strips))) and shared >= before - 1


def _tables(chain: list[Region]) -> list[Table]:
    lines = [line for region in chain for line in region.lines]
    strips = columns.without_lone(_strips(chain) or chain[0].strips, lines)
    strips = columns.narrowed(strips, lines)
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    borders = columns.borders_of(strips, left, right)
    pages = [
        [_strip(line, borders, strips) for line in sorted(region.lines, key=middle)]
        for region in chain
    ]
    rules = [_rules(region, borders) for region in chain]
    return [
        _table(region, borders, rows)
        for region, rows in zip(chain, segmenting.rows_of(pages, rules), strict=True)
    ]


def middle(line: TextLine) -> float:
    return (line.top + line.bottom) / 2


def _strip(line: TextLine, borders: list[float], strips: list[tuple[float, float]]) -> Strip:
    return strip_of(
        line,
        [
            (columns.column_of(run[0], borders), columns.column_of(run[-1], borders), run)
            for run in _runs(line, strips)
        ],
    )


def _rules(region: Region, borders: list[float]) -> list[float]:
    """The heights of what is drawn across most of the table, between its lines."""
    reach = borders[-1] - borders[0]
    return [
        rule.at
        for rule in region.sheet.across
        if min(rule.end, borders[-1]) - max(rule.start, borders[0]) > 0.6 * reach
        and region.top < rule.at < region.bottom
    ]


def _table(region: Region, borders: list[float], rows: Sequence[Sequence[Strip]]) -> Table:
    table = Table(region.sheet.number, tuple(borders), [], region.top, region.bottom)
    table.rows = [_row(region, row, borders) for row in rows]
    return table


def _row(region: Region, band: Sequence[Strip], borders: list[float]) -> TableRow:
    slots = [Slot(region.sheet.number) for _ in range(len(borders) - 1)]
    for strip in band:
        for piece in strip.pieces:
            slot = slots[piece.column]
            slot.words += piece.words
            slot.columns = max(slot.columns, piece.last - piece.column + 1)
    for number, slot in enumerate(slots):
        if not slot.is_covered:
            for covered in slots[number + 1 : number + slot.columns]:
                if not covered.words:
                    covered.is_covered = True
    return TableRow(slots)


def _runs(line: TextLine, strips: list[tuple[float, float]]) -> list[list[Word]]:
    """The line cut at the gutters that it respects."""
    crossed = [strip for strip in strips if columns.crosses(line, [strip])]
    runs = [[line.words[0]]]
    for before, after in pairwise(line.words):
        if any(
            before.centre < (strip[0] + strip[1]) / 2 < after.centre
            for strip in strips
            if strip not in crossed
        ):
            runs.append([after])
        else:
            runs[-1].append(after)
    return runs
