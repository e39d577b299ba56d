"""Counted answers in, number out: what ``rows`` works out row by row, from how many there are.

A tally says how many rows contribute each value. It is all that a formula needs, and it is as
long as there are different values, whether it stands for ten rows or for a million.
"""

from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal

from sereno.results.rules.rows import Found, fine, parts

Tally = Mapping[Decimal, int]


def cases(tally: Tally) -> int:
    """How many rows it stands for."""
    return sum(tally.values())


def tally_of(values: Iterable[tuple[Decimal, int]]) -> Tally:
    """Put together what contributes the same."""
    found: dict[Decimal, int] = {}
    for value, number in values:
        found[value] = found.get(value, 0) + number
    return found


def found(formula: str, tally: Tally) -> Found:
    """The number that a worksheet with these rows would come to, to the last digit."""
    return FORMULAS[formula](tally)


def _count(tally: Tally) -> Found:
    return Found(Decimal(cases(tally)))


def _total(tally: Tally) -> Found:
    return Found(_added(tally))


def _median(tally: Tally) -> Found:
    number = cases(tally)
    if not number:
        return Found(None)
    low, high = _at(tally, (number + 1) // 2), _at(tally, number // 2 + 1)
    return Found(fine((low + high) / 2))


def _p90(tally: Tally) -> Found:
    number = cases(tally)
    return Found(_at(tally, -(-9 * number // 10)) if number else None)


def _share(tally: Tally) -> Found:
    return parts(_added(tally), Decimal(cases(tally)))


Formula = Callable[[Tally], Found]
FORMULAS: dict[str, Formula] = {
    "count": _count,
    "sum": _total,
    "median": _median,
    "p90": _p90,
    "share": _share,
}


def _added(tally: Tally) -> Decimal:
    return sum((value * number for value, number in tally.items()), Decimal(0))


def _at(tally: Tally, rank: int) -> Decimal:
    """The value of the row at a rank, of all rows in order of value, the first at one."""
    passed = 0
    for value in sorted(tally):
        passed += tally[value]
        if passed >= rank:
            return value
    raise IndexError(rank)
