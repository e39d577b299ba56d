"""Tables whose rules are drawn: frames of rules that touch, their cells, merged and cut ones."""

from collections.abc import Callable, Iterable, Sequence
from itertools import groupby, pairwise

from sereno.documents.readers.geometry import segmenting
from sereno.documents.readers.geometry.pieces import strip_of
from sereno.documents.readers.geometry.sheet import (
    Rule,
    Sheet,
    Slot,
    Table,
    TableRow,
    TextLine,
    Word,
    lines_of,
)

NEAR = 2.5
# Rules that run further than this past the last one across them bound a row that is open.
OPEN = 4.0
# A table of few ruled rows, one of which has many lines, may be ruled between columns alone.
FEW, MANY = 3, 4
# White around a border that nobody drew, in sizes of the letters; a space is a quarter.
CLEAR = 0.45


def tables_of(sheet: Sheet) -> list[Table]:
    """The ruled tables of a page, from top to bottom."""
    across, down = straightened(sheet.across), straightened(sheet.down)
    found = [
        table
        for group in _frames(across, down)
        if (table := _table(sheet, [across[n] for n in group[0]], [down[n] for n in group[1]]))
    ]
    return sorted(found, key=lambda table: table.top)


def straightened(rules: Iterable[Rule]) -> list[Rule]:
    """Pieces of one line become one rule."""
    joined: list[Rule] = []
    for rule in sorted(rules, key=lambda rule: (rule.at, rule.start)):
        twin = next((n for n in range(len(joined)) if _is_one_line(joined[n], rule)), None)
        if twin is None:
            joined.append(rule)
        else:
            other = joined[twin]
            start, end = min(other.start, rule.start), max(other.end, rule.end)
            joined[twin] = Rule(other.at, start, end)
    return joined


def _is_one_line(one: Rule, other: Rule) -> bool:
    return (
        abs(one.at - other.at) <= NEAR / 2
        and other.start <= one.end + NEAR
        and one.start <= other.end + NEAR
    )


def _frames(across: Sequence[Rule], down: Sequence[Rule]) -> list[tuple[list[int], list[int]]]:
    """Rules that touch one another, directly or through others."""
    parent = list(range(len(across) + len(down)))

    def root(node: int) -> int:
        while parent[node] != node:
            parent[node] = parent[parent[node]]
            node = parent[node]
        return node

    for i, flat in enumerate(across):
        for j, tall in enumerate(down):
            if (
                flat.start - NEAR <= tall.at <= flat.end + NEAR
                and tall.start - NEAR <= flat.at <= tall.end + NEAR
            ):
                parent[root(len(across) + j)] = root(i)
    groups: dict[int, tuple[list[int], list[int]]] = {}
    for node in range(len(parent)):
        flats, talls = groups.setdefault(root(node), ([], []))
        if node < len(across):
            flats.append(node)
        else:
            talls.append(node - len(across))
    return [group for group in groups.values() if group[0] and len(group[1]) > 1]


def marks(values: Iterable[float]) -> list[float]:
    """Values that are nearly the same become one."""
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return kept


def _table(sheet: Sheet, across: list[Rule], down: list[Rule]) -> Table | None:
    left, right = min(rule.start for rule in across), max(rule.end for rule in across)
    columns = marks([*(rule.at for rule in down), *_outer(left, right, (rule.at for rule in down))])
    heights = [rule.at for rule in across]
    top, bottom = min(rule.start for rule in down), max(rule.end for rule in down)
    is_cut = bottom - max(heights) > OPEN
    if is_cut:
        heights.append(bottom)
    if min(heights) - top > OPEN:
        heights.append(top)
    rows = marks(heights)
    if len(columns) < 3 or len(rows) < 2:
        return None
    words = [
        word
        for word in (*sheet.words, *sheet.turned)
        if columns[0] <= word.centre <= columns[-1] and rows[0] <= word.middle <= rows[-1]
    ]
    if not words:
        return None
    cells = _cells(columns, rows, across, down)
    table = Table(sheet.number, tuple(columns), [], rows[0], rows[-1])
    for number in range(len(rows) - 1):
        slots = [_slot(sheet, cells, number, place) for place in range(len(columns) - 1)]
        table.rows.append(TableRow(slots))
    table.rows[-1].is_cut = is_cut
    place_words(table, words, columns, rows, cells)
    for row in table.rows:
        _unmerge(row, columns)
    table.rows = [part for row in table.rows for part in _parted(row, len(table.rows))]
    return table


def _unmerge(row: TableRow, columns: Sequence[float]) -> None:
    """A row without the rules between its columns, whose words keep clear of where they stand.

    Office programs draw them in every other row, or in the heading alone. A title over many
    columns runs over a border, or stands in one column.
    """
    for place, slot in enumerate(row.slots):
        if slot.columns < 2 or slot.rows > 1:
            continue
        ends = columns[place + 1 : place + slot.columns + 1]
        parts = [
            [
                word
                for word in slot.words
                if (word.centre <= end) and (n == 0 or word.centre > ends[n - 1])
            ]
            for n, end in enumerate(ends)
        ]
        lines = lines_of(slot.words)
        if sum(map(bool, parts)) > 1 and all(_keep_clear(lines, end) for end in ends[:-1]):
            for n, words in enumerate(parts):
                row.slots[place + n] = Slot(slot.page, list(words), is_guessed=True)


def _keep_clear(lines: Sequence[TextLine], border: float) -> bool:
    """No word crosses it, and on each line more than a space lies around it."""
    for line in lines:
        before = [word for word in line.words if word.centre <= border]
        after = [word for word in line.words if word.centre > border]
        if any(word.right > border + 1 for word in before) or any(
            word.left < border - 1 for word in after
        ):
            return False
        if before and after and after[0].left - before[-1].right < CLEAR * line.size:
            return False
    return True


def _parted(row: TableRow, count: int) -> list[TableRow]:
    """A row that is many rows: what is drawn are only its columns."""
    slots = row.slots
    lines = lines_of(word for slot in slots for word in slot.words)
    is_merged = any(slot.columns > 1 or slot.rows > 1 or slot.is_covered for slot in slots)
    if count > FEW or len(lines) < MANY or is_merged:
        return [row]
    by_word = {id(word): n for n, slot in enumerate(slots) for word in slot.words}
    strips = [
        strip_of(
            line,
            [
                (column, column, list(words))
                for column, words in groupby(line.words, key=lambda word: by_word[id(word)])
            ],
        )
        for line in lines
    ]
    [rows] = segmenting.rows_of([strips], [[]])
    filled = sum(len({piece.column for strip in part for piece in strip.pieces}) for part in rows)
    if len(rows) < 3 or filled < 0.6 * len(rows) * len(slots):
        return [row]
    parted: list[TableRow] = []
    for part in rows:
        fresh = [Slot(slot.page, is_guessed=True) for slot in slots]
        for strip in part:
            for piece in strip.pieces:
                fresh[piece.column].words += piece.words
        parted.append(TableRow(fresh))
    parted[-1].is_cut = False  # nothing is drawn below any of them
    return parted


def _outer(left: float, right: float, at: Iterable[float]) -> list[float]:
    """Rules across that reach beyond the outer ones down: the sides are left open."""
    kept = list(at)
    return [
        *([left] if min(kept) - left > 3 * OPEN else []),
        *([right] if right - max(kept) > 3 * OPEN else []),
    ]


Owner = dict[tuple[int, int], tuple[int, int]]


def _cells(columns: list[float], rows: list[float], across: list[Rule], down: list[Rule]) -> Owner:
    """For each field of the lattice, the upper left field of the cell that it belongs to."""
    owner = {(i, j): (i, j) for i in range(len(rows) - 1) for j in range(len(columns) - 1)}

    def first(field: tuple[int, int]) -> tuple[int, int]:
        while owner[field] != field:
            field = owner[field]
        return field

    def unite(one: tuple[int, int], other: tuple[int, int]) -> None:
        low, high = sorted((first(one), first(other)))
        owner[high] = low

    is_ruled_down = _ruled(down)
    is_ruled_across = _ruled(across)
    for i, j in list(owner):
        is_inner = j + 2 < len(columns)
        if is_inner and not is_ruled_down(columns[j + 1], rows[i], rows[i + 1]):
            unite((i, j), (i, j + 1))
        is_inner = i + 2 < len(rows)
        if is_inner and not is_ruled_across(rows[i + 1], columns[j], columns[j + 1]):
            unite((i, j), (i + 1, j))
    return {field: first(field) for field in owner}


def _ruled(rules: list[Rule]) -> Callable[[float, float, float], bool]:
    def is_ruled(at: float, start: float, end: float) -> bool:
        covered = sum(
            max(0.0, min(rule.end, end) - max(rule.start, start))
            for rule in rules
            if abs(rule.at - at) <= NEAR
        )
        return covered >= 0.6 * (end - start)

    return is_ruled


def _slot(sheet: Sheet, cells: Owner, row: int, column: int) -> Slot:
    first = cells[row, column]
    if first != (row, column):
        return Slot(sheet.number, is_covered=True)
    mine = [field for field, owner in cells.items() if owner == first]
    return Slot(
        sheet.number,
        rows=max(i for i, _ in mine) - row + 1,
        columns=max(j for _, j in mine) - column + 1,
    )


def place_words(
    table: Table, words: Iterable[Word], columns: list[float], rows: list[float], cells: Owner
) -> None:
    for word in words:
        column = next((j for j, (_, end) in enumerate(pairwise(columns)) if word.centre <= end), 0)
        row = next((i for i, (_, end) in enumerate(pairwise(rows)) if word.middle <= end), 0)
        i, j = cells[row, column]
        table.rows[i].slots[j].words.append(word)
