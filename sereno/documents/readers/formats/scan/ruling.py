"""The rules in a picture: long thin runs of ink, across and down; found, and taken out."""

from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

Grey = NDArray[np.uint8]
INK: Final = 150
SHORTEST: Final = {"across": 24 / 72, "down": 18 / 72}  # inches
THICKEST: Final = 4 / 72
FULL: Final = 0.92


@dataclass
class Drawn:
    """A rule in dots: ``first`` to ``last`` is its thickness, ``start`` to ``end`` its length."""

    first: int
    last: int
    start: int
    end: int

    @property
    def at(self) -> float:
        return (self.first + self.last) / 2


def rules_of(grey: Grey, dots: float) -> tuple[list[Drawn], list[Drawn]]:
    ink = grey < INK
    return (
        _found(ink, round(SHORTEST["across"] * dots), dots),
        _found(ink.T, round(SHORTEST["down"] * dots), dots),
    )


def _found(ink: NDArray[np.bool_], shortest: int, dots: float) -> list[Drawn]:
    """Runs of the rows of ``ink``; a rule may step aside by a dot along its way."""
    near = ink.copy()
    near[1:] |= ink[:-1]
    near[:-1] |= ink[1:]
    open_: list[Drawn] = []
    done: list[Drawn] = []
    for row, start, end in _runs(near, shortest):
        done += [rule for rule in open_ if rule.last < row - 2]
        open_ = [rule for rule in open_ if rule.last >= row - 2]
        touched = [rule for rule in open_ if start <= rule.end + 3 and rule.start <= end + 3]
        whole = Drawn(row, row, start, end)
        for rule in touched:
            open_.remove(rule)
            whole = Drawn(
                min(whole.first, rule.first),
                row,
                min(whole.start, rule.start),
                max(whole.end, rule.end),
            )
        open_.append(whole)
    return [rule for rule in (*done, *open_) if rule.last - rule.first <= THICKEST * dots]


def _runs(near: NDArray[np.bool_], shortest: int) -> list[tuple[int, int, int]]:
    """Row, start and end of each stretch that is inked almost all along."""
    if near.shape[1] <= shortest:
        return []
    sums = np.cumsum(np.pad(near, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    starts = (sums[:, shortest:] - sums[:, :-shortest]) >= FULL * shortest
    rows = np.flatnonzero(starts.any(axis=1))
    edges: Any = np.diff(np.pad(starts[rows], ((0, 0), (1, 1))).astype(np.int8), axis=1)
    found: list[tuple[int, int, int]] = []
    for place, row in enumerate(rows):
        first, last = np.flatnonzero(edges[place] == 1), np.flatnonzero(edges[place] == -1)
        for start, end in zip(first, last, strict=True):
            found.append((int(row), int(start), int(end) - 1 + shortest))
    return found


def without(grey: Grey, across: list[Drawn], down: list[Drawn]) -> Grey:
    """The picture with the rules painted white."""
    clear = grey.copy()
    for rule in across:
        clear[max(0, rule.first - 1) : rule.last + 2, max(0, rule.start) : rule.end + 1] = 255
    for rule in down:
        clear[max(0, rule.start) : rule.end + 1, max(0, rule.first - 1) : rule.last + 2] = 255
    return clear
