"""A group of a statement: a row whose code others go on from, and that only adds them up."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from decimal import Decimal

ITEM = 6  # digits of an item in the classifier of the Ministry of Finance; fewer are a group's
CENT = Decimal("0.01")
AFTER_NINE = chr(ord("9") + 1)  # whatever goes on from a code sorts before it followed by this


def groups(rows: Sequence[tuple[str, Decimal | None]]) -> dict[int, tuple[int, ...]]:
    """By its place, each group with the places of the lines below it; groups are no lines.

    A row is a code and an amount. A code shorter than an item's is a group as soon as another
    goes on from it; a longer one only if it says what those below it add up to.
    """
    digits = ["".join(filter(str.isdecimal, code)) for code, _amount in rows]
    order = sorted((at for at, code in enumerate(digits) if code), key=digits.__getitem__)
    codes = [digits[at] for at in order]
    found: dict[int, tuple[int, ...]] = {}
    for at in sorted(order, key=lambda at: -len(digits[at])):
        code = digits[at]
        longer = order[bisect_right(codes, code) : bisect_left(codes, code + AFTER_NINE)]
        below = tuple(sorted(other for other in longer if other not in found))
        if below and (len(code) < ITEM or _adds_up(rows, at, below)):
            found[at] = below
    return dict(sorted(found.items()))


def _adds_up(rows: Sequence[tuple[str, Decimal | None]], at: int, below: Sequence[int]) -> bool:
    said, parts = rows[at][1], [rows[other][1] for other in below]
    known = [part for part in parts if part is not None]
    return said is not None and len(known) == len(parts) and abs(said - sum(known)) < CENT
