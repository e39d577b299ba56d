"""Tables without rules down: regions over several pages share their gutters and their rows."""

from collections.abc import Sequence
from itertools import pairwise

from sereno.documents.readers.geometry import columns, rows
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
    strips = _strips(chain) or chain[0].strips
    lines = [line for region in chain for line in region.lines]
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    borders = columns.borders_of(strips, left, right)
    white = rows.row_white([region.lines for region in chain], borders)
    return [_table(region, borders, strips, white) for region in chain]


def _table(
    region: Region, borders: list[float], strips: list[tuple[float, float]], white: float
) -> Table:
    reach = borders[-1] - borders[0]
    rules = [
        rule.at
        for rule in region.sheet.across
        if min(rule.end, borders[-1]) - max(rule.start, borders[0]) > 0.6 * reach
        and region.top - 6 < rule.at < region.bottom + 6
    ]
    inner = [at for at in rules if region.top < at < region.bottom]
    table = Table(region.sheet.number, tuple(borders), [], region.top, region.bottom)
    for band in rows.bands(region.lines, borders, white, inner):
        table.rows.append(_row(region, band, borders, strips))
    return table


def _row(
    region: Region,
    band: list[TextLine],
    borders: list[float],
    strips: list[tuple[float, float]],
) -> TableRow:
    slots = [Slot(region.sheet.number) for _ in range(len(borders) - 1)]
    for line in band:
        for run in _runs(line, strips):
            first = rows.column_of(run[0], borders)
            slots[first].words += run
            last = rows.column_of(run[-1], borders)
            slots[first].columns = max(slots[first].columns, last - first + 1)
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
