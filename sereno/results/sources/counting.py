"""Cases are counted by the database, many periods and parishes in one scan of them.

What comes back is how many cases were told each thing: as much as any formula needs, and no more
than there are different answers, however many records there are.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, F, IntegerField, Value, When
from django.db.models.expressions import Combinable

from sereno.results.rules.rows import Period
from sereno.results.sources.source import Question

Told = Counter[Any]


def counted(question: Question, periods: Iterable[Period]) -> dict[Period, Told]:
    """What was told in each period, and how often.

    What can be cut by time is scanned once, from the first moment to the last; what cannot is
    asked once for each span of time.
    """
    asked = set(periods)
    if question.when:
        return _scanned(question, asked)
    found: dict[Period, Told] = {}
    for starts_at, ends_at in {(period.starts_at, period.ends_at) for period in asked}:
        of_it = {one for one in asked if (one.starts_at, one.ends_at) == (starts_at, ends_at)}
        found |= _scanned(question, of_it)
    return found


def _scanned(question: Question, periods: set[Period]) -> dict[Period, Told]:
    """One scan, cut wherever a period begins or ends, and each period put together again."""
    edges = sorted({moment for one in periods for moment in (one.starts_at, one.ends_at)})
    parishes = [0, *sorted({period.parish for period in periods if period.parish})]
    pieces: dict[int, Told] = {}
    for slot, told, cases in _groups(question, edges, parishes):
        pieces.setdefault(slot, Counter())[told] = cases
    found: dict[Period, Told] = {}
    for period in periods:
        first, last = edges.index(period.starts_at), edges.index(period.ends_at)
        places = [parishes.index(period.parish)] if period.parish else range(len(parishes))
        found[period] = Counter()
        for slot in (cut * len(parishes) + place for cut in range(first, last) for place in places):
            found[period].update(pieces.get(slot, {}))
    return found


def _groups(
    question: Question, edges: Sequence[datetime], parishes: Sequence[int]
) -> Iterable[tuple[int, Any, int]]:
    """How many cases were told what in each slot: a stretch of time in a parish.

    Time and place are one number, with what is told where that is a number too, and parishes that
    nobody asks for are one place, so that the database has as little to sort as it can.
    """
    cut = _stretch(question.when, edges, 0, len(edges) - 2)
    place = Case(
        *(When(**{question.parish: pk}, then=at) for at, pk in enumerate(parishes) if pk),
        default=0,
        output_field=IntegerField(),
    )
    cases = question.cases(Period(edges[0], edges[-1])).order_by()
    slot = cut * Value(len(parishes)) + place
    if question.is_number:
        slots = max(1, len(edges) - 1) * len(parishes)
        keys = cases.annotate(key=F(question.told) * Value(slots) + slot).values("key")
        groups = keys.annotate(cases=Count("*")).values_list("key", "cases")
        return ((key % slots, key // slots, many) for key, many in groups if key is not None)
    told = cases.annotate(slot=slot).values("slot", question.told)
    groups = told.annotate(cases=Count("*")).values_list("slot", question.told, "cases")
    return (group for group in groups if group[1] is not None)


def _stretch(when: str, edges: Sequence[datetime], first: int, last: int) -> Combinable:
    """Which stretch between two edges a moment falls into, by halves: few questions a case."""
    if first >= last or not when:
        return Value(first, output_field=IntegerField())
    middle = (first + last + 1) // 2
    before = When(**{f"{when}__lt": edges[middle]}, then=_stretch(when, edges, first, middle - 1))
    return Case(before, default=_stretch(when, edges, middle, last), output_field=IntegerField())
