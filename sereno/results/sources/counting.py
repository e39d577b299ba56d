"""Cases are counted by the database, many periods and parishes in one scan of them.

What comes back is how many cases were told each thing: as much as any formula needs, and no more
than there are different answers, however many records there are.
"""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Case, Count, IntegerField, Value, When
from django.db.models.expressions import Combinable

from sereno.results.rules.rows import Period
from sereno.results.sources.source import Question

Told = Counter[Any]
Group = tuple[int, int | None, Any, int]  # a stretch of time, a parish, what was told, how many


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
    by_parish = any(period.parish for period in periods)
    cantonal = any(not period.parish for period in periods)
    pieces: dict[tuple[int, int | None], Told] = {}
    for stretch, parish, told, cases in _groups(question, edges, by_parish=by_parish):
        for place in {parish if by_parish else None, *([None] if cantonal else [])}:
            pieces.setdefault((stretch, place), Counter())[told] += cases
    found: dict[Period, Told] = {}
    for period in periods:
        first, last = edges.index(period.starts_at), edges.index(period.ends_at)
        whole: Told = Counter()
        for stretch in range(first, last):
            whole.update(pieces.get((stretch, period.parish), {}))
        found[period] = whole
    return found


def _groups(question: Question, edges: Sequence[datetime], *, by_parish: bool) -> Iterator[Group]:
    cases = question.cases(Period(edges[0], edges[-1])).order_by()
    keys = [question.parish, question.told] if by_parish else [question.told]
    cut = _stretch(question.when, edges, 0, len(edges) - 2)
    grouped = cases.annotate(stretch=cut).values("stretch", *keys).annotate(cases=Count("*"))
    for stretch, *parish, told, number in grouped.values_list("stretch", *keys, "cases"):
        if told is not None:
            yield stretch, parish[0] if parish else None, told, number


def _stretch(when: str, edges: Sequence[datetime], first: int, last: int) -> Combinable:
    """Which stretch between two edges a moment falls into, by halves: few questions a case."""
    if first >= last or not when:
        return Value(first, output_field=IntegerField())
    middle = (first + last + 1) // 2
    before = When(**{f"{when}__lt": edges[middle]}, then=_stretch(when, edges, first, middle - 1))
    return Case(before, default=_stretch(when, edges, middle, last), output_field=IntegerField())
