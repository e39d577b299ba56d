"""Which counts of people's cases must not be shown, because few of them could be told apart."""

from collections.abc import Sequence
from enum import StrEnum

MINIMUM = 5


class Cell(StrEnum):
    """Whether a count is shown, is itself small, or is kept back to protect a small one."""

    SHOWN = "shown"
    SMALL = "small"
    KEPT_BACK = "kept-back"


def protect(counts: Sequence[int], minimum: int = MINIMUM) -> tuple[Cell, ...] | None:
    """Hide counts from 1 to under ``minimum``, and as many others as a subtraction would need.

    The total is taken to be known, and this rule as well. A zero names nobody, so it is
    shown. Other cells are kept back, the smallest first, until each small one can still be
    two things; nothing at all where that cannot be reached, and then no cell may be shown.
    """
    cells = [Cell.SMALL if 0 < count < minimum else Cell.SHOWN for count in counts]
    others = sorted(
        (place for place, count in enumerate(counts) if count >= minimum), key=counts.__getitem__
    )
    while _can_be_worked_out(counts, cells, minimum):
        if not others:
            return None
        cells[others.pop(0)] = Cell.KEPT_BACK
    return tuple(cells)


def _can_be_worked_out(counts: Sequence[int], cells: Sequence[Cell], minimum: int) -> bool:
    """Whether only one value is left for a small cell to whoever subtracts what is shown."""
    small, back = cells.count(Cell.SMALL), cells.count(Cell.KEPT_BACK)
    if not small:
        return False
    hidden = sum(count for count, cell in zip(counts, cells, strict=True) if cell != Cell.SHOWN)
    shown = [count for count, cell in zip(counts, cells, strict=True) if cell == Cell.SHOWN]
    # The smallest are kept back first, so none of them is larger than one that is shown.
    ceiling = min((count for count in shown if count >= minimum), default=hidden)
    low = hidden - (small - 1) * (minimum - 1) - back * ceiling
    high = hidden - (small - 1) - back * minimum
    return max(1, low) == min(minimum - 1, high)
