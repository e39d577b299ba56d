"""The months of a row become the programming of an activity, or are refused with their sum."""

import calendar
import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_DOWN, Decimal

from sereno.documents.rules.values import ABSENT, Fields, number, number_of, said
from sereno.plans.rules import Programming
from sereno.plans.rules.programming import HUNDRED, MONTHS

CENT = Decimal("0.01")
NONE = Decimal(0)
MARKS = frozenset("xX✓✔✗●•■█")
DASHES = frozenset("-\N{EN DASH}\N{EM DASH}")
_MONTH = re.compile(r"(month|quarter)_(\d{1,2})")


@dataclass(frozen=True)
class Unprogrammed(Exception):
    """What stands in the months is neither marks, nor a hundred, nor what the row promises."""

    text: str


def months_said(fields: Fields) -> dict[int, Mapping[str, object]]:
    """The months of which the row says something; a quarter is due at its end."""
    found = {}
    for name, field in fields.items():
        told = _MONTH.fullmatch(name)
        text = said(field)
        if told and text and text.lower() not in ABSENT and text not in DASHES:
            place = int(told[2]) * (3 if told[1] == "quarter" else 1)
            if 1 <= place <= MONTHS:
                found[place] = field
    return found


def programming_of(fields: Fields, starts_on: date, ends_on: date) -> Programming:
    """Days, monthly parts and money of an activity; raises ``Unprogrammed``."""
    cost = number(fields, "budget")
    cost = cost.quantize(CENT) if cost is not None and cost >= 0 else None
    months = months_said(fields)
    if not months:
        return Programming(starts_on, ends_on, cost=cost)
    if starts_on.year != ends_on.year:
        raise Unprogrammed(f"{starts_on.year}-{ends_on.year}")
    amounts = _amounts(months)
    used = [month for month, amount in amounts.items() if amount]
    if not used:
        return Programming(starts_on, ends_on, cost=cost)
    year = starts_on.year
    first = max(date(year, used[0], 1), starts_on)
    last = min(date(year, used[-1], calendar.monthrange(year, used[-1])[1]), ends_on)
    whole = sum(amounts.values(), NONE)
    parts = tuple(amounts.get(month, NONE) for month in range(1, MONTHS + 1))
    if _all_marks(months) or whole in {HUNDRED, Decimal(1), *_promised(fields)}:
        return Programming(first, last, of_a_hundred(parts), cost)
    if cost is not None and whole == cost:
        return Programming(first, last, cost=cost, spending=parts)
    raise Unprogrammed(f"{whole.normalize():f}")


def of_a_hundred(parts: tuple[Decimal, ...]) -> tuple[Decimal, ...]:
    """The same proportions in hundredths of a point; what is left over goes to the largest rest."""
    whole = sum(parts, NONE)
    exact = [part * HUNDRED / whole for part in parts]
    kept = [part.quantize(CENT, rounding=ROUND_DOWN) for part in exact]
    left = int((HUNDRED - sum(kept, NONE)) / CENT)
    order = sorted(range(len(parts)), key=lambda place: kept[place] - exact[place])
    for place in order[:left]:
        kept[place] += CENT
    return tuple(kept)


def _amounts(months: Mapping[int, Mapping[str, object]]) -> dict[int, Decimal]:
    """A mark counts as one; a text that is no number is refused with its words."""
    found = {}
    for month, field in sorted(months.items()):
        text = said(field)
        amount = Decimal(1) if _is_mark(text) else number_of(field)
        if amount is None or amount < 0:
            raise Unprogrammed(text)
        found[month] = amount
    return found


def _all_marks(months: Mapping[int, Mapping[str, object]]) -> bool:
    return all(_is_mark(said(field)) for field in months.values())


def _is_mark(text: str) -> bool:
    return bool(text) and set(text) <= MARKS


def _promised(fields: Fields) -> set[Decimal]:
    """How much the row promises, in case its months say how much of it is for each."""
    found = {number(fields, name) for name in ("target", "targets", "goal")}
    return {amount for amount in found if amount}
