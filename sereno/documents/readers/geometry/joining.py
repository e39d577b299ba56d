"""Tables cut by the end of a page, put together again, and the rows that were cut with them."""

import re
from collections.abc import Sequence

from sereno.documents.readers.geometry.sheet import Slot, Table, TableRow, Word, lines_of

NEAR = 6.0
# A column that is filled in this many of the rows says by its emptiness that a row was cut.
KEY = 0.85
ENDS = re.compile(r"[.:;!?»”)]$|\d%?$")
MOST_HEADINGS = 4


def joined(tables: Sequence[Table], follows: Sequence[bool]) -> list[Table]:
    """``follows`` says for each table that only heads and feet stand before it on a new page."""
    whole: list[Table] = []
    for table, is_next in zip(tables, follows, strict=True):
        if is_next and whole and _is_one(whole[-1], table):
            _append(whole[-1], table)
        else:
            table.is_continued = is_next and bool(whole) and whole[-1].width == table.width
            whole.append(table)
    return whole


def _is_one(before: Table, after: Table) -> bool:
    if before.width != after.width:
        return False
    shifts = [b - a for a, b in zip(before.borders, after.borders, strict=True)]
    inner = shifts[1:-1] or shifts
    return max(inner) - min(inner) < NEAR  # pages of a book may be shifted as a whole


def _append(whole: Table, after: Table) -> None:
    rows = list(after.rows)
    for kept, again in _repeated(whole.rows, rows):
        for slot, other in zip(kept.slots, again.slots, strict=True):
            if other.words:
                slot.repeated.append(other.words)
                slot.repeated_on.append(other.page)
        rows.pop(0)
    if rows and whole.rows and _is_cut(whole.rows, rows[0]):
        _mend(whole.rows[-1], rows.pop(0))
    whole.rows += rows
    whole.bottom, whole.page = after.bottom, after.page


def _repeated(
    whole: Sequence[TableRow], rows: Sequence[TableRow]
) -> list[tuple[TableRow, TableRow]]:
    """The first rows of the page that say the table's heading again."""
    pairs: list[tuple[TableRow, TableRow]] = []
    for kept, again in zip(whole[:MOST_HEADINGS], rows, strict=False):
        if _words(kept) != _words(again):
            break
        pairs.append((kept, again))
    return pairs if len(pairs) < len(rows) or len(whole) > len(rows) else []


def _words(row: TableRow) -> list[str]:
    return ["".join(word.text for word in _ordered(slot.words)) for slot in row.slots]


def _ordered(words: Sequence[Word]) -> list[Word]:
    return [word for line in lines_of(words) for word in line.words]


def _is_cut(rows: Sequence[TableRow], first: TableRow) -> bool:
    """Does the page's first row go on with the row that the page before ended with?"""
    last = rows[-1]
    if last.is_cut:
        # Some programs close a table at its end alone: a whole row may be the last of its page.
        is_whole = first.filled >= _usual(rows[:-1])
        return not is_whole or any(_begins_small(first.slots[n]) for n in first.filled)
    if _spans(last) or _spans(first) or not first.filled:
        return False
    if not _reaches_down(last, first):
        return False
    usual = _usual(rows[:-1])
    lacking, lacked = usual - first.filled, usual - last.filled
    if lacking and usual:
        return not (first.filled - last.filled) or _text_goes_on(last, first)
    if lacked and lacked <= first.filled:
        return _text_goes_on(last, first)
    return _text_goes_on(last, first) and _all_go_on(last, first)


def _usual(rows: Sequence[TableRow]) -> set[int]:
    body = [row for row in rows if not _spans(row)]
    if len(body) < 3:
        return {0} if all(0 in row.filled for row in body) else set()
    return {
        column
        for column in range(len(body[0].slots))
        if sum(column in row.filled for row in body) >= KEY * len(body)
    }


def _spans(row: TableRow) -> bool:
    return any(slot.columns > 1 and slot.is_filled for slot in row.slots)


def _reaches_down(last: TableRow, first: TableRow) -> bool:
    """What goes on must have filled its cell down to the end of the page."""
    foot = max((word.bottom for slot in last.slots for word in slot.words), default=0.0)
    shared = [n for n in first.filled & last.filled if last.slots[n].words]
    return all(
        foot - max(word.bottom for word in last.slots[n].words) < 1.6 * last.slots[n].words[0].size
        for n in shared
    )


def _text_goes_on(last: TableRow, first: TableRow) -> bool:
    return any(_goes_on(last.slots[n], first.slots[n]) for n in first.filled & last.filled)


def _all_go_on(last: TableRow, first: TableRow) -> bool:
    return all(
        _goes_on(last.slots[n], first.slots[n]) for n in first.filled if n in last.filled
    ) and len(first.filled) <= len(last.filled)


def _goes_on(last: Slot, first: Slot) -> bool:
    before, after = _ordered(last.words), _ordered(first.words)
    if not before or not after:
        return False
    return after[0].text[0].islower() or (
        not ENDS.search(before[-1].text)
        and not after[0].text[0].isupper()
        and before[-1].text != "X"
    )


def _begins_small(slot: Slot) -> bool:
    words = _ordered(slot.words)
    return bool(words) and words[0].text[0].islower()


def _mend(last: TableRow, rest: TableRow) -> None:
    for slot, more in zip(last.slots, rest.slots, strict=True):
        if more.words or more.further:
            slot.further.append(more)
            slot.is_guessed = slot.is_guessed or not last.is_cut
    last.is_cut = rest.is_cut
