"""What the records say now: the numbers of many targets at once, counted by the database.

A worksheet lists its records and is made when a number is kept. To see what it would come to, or
whether it still is what the records say, nobody has to read them one by one: targets that ask the
same question share one scan, whichever their periods and parishes.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from sereno.plans.models import Target
from sereno.results.queries import checked_source
from sereno.results.rules import tally
from sereno.results.rules.rows import Found, Period, Row, in_order
from sereno.results.sources import Source
from sereno.results.sources.counting import Told, counted
from sereno.results.sources.source import Question

SHOWN = 200  # rows of a worksheet on a page; its file has them all


@dataclass(frozen=True)
class Now:
    """The number that a worksheet of this target and period would come to, and of how many rows.

    ``is_unkept``: nothing of the kind was ever recorded, so that it is not zero but unknown.
    """

    formula: str
    found: Found
    rows: int
    is_unkept: bool


Asked = tuple[Target, Period]


def now(target: Target, period: Period) -> Now:
    """What the records say of one target."""
    return all_now([(target, period)])[target.pk, period]


def first_rows(target: Target, period: Period, *, most: int) -> list[Row]:
    """The first rows that the worksheet would have, for people to look at."""
    return in_order(checked_source(target.indicator).rows(period, most=most))


def all_now(asked: Iterable[Asked]) -> Mapping[tuple[int, Period], Now]:
    """What the records say of each target in its period, with one scan a question."""
    sources = {(target, period): checked_source(target.indicator) for target, period in asked}
    periods: dict[Question, set[Period]] = {}
    for (_target, period), source in sources.items():
        periods.setdefault(source.question, set()).add(period)
    told = {question: counted(question, of_it) for question, of_it in periods.items()}
    records = _Records()
    worth: dict[tuple[str, Period], tally.Tally] = {}
    found = {}
    for (target, period), source in sources.items():
        key = source.name, period
        if key not in worth:
            worth[key] = _worth(source, told[source.question][period])
        found[target.pk, period] = _now(
            target.indicator.formula, worth[key], is_kept=records.are_kept(source, period)
        )
    return found


def _now(formula: str, counts: tally.Tally, *, is_kept: bool) -> Now:
    if not is_kept:
        return Now(formula, Found(None), 0, is_unkept=True)
    return Now(formula, tally.found(formula, counts), tally.cases(counts), is_unkept=False)


def _worth(source: Source, told: Told) -> tally.Tally:
    return tally.tally_of((source.worth(answer), cases) for answer, cases in told.items())


class _Records:
    """Whether a kind of record was kept before a moment, each asked once."""

    def __init__(self) -> None:
        self._known: dict[tuple[object, datetime], bool] = {}

    def are_kept(self, source: Source, period: Period) -> bool:
        key = source.kept, period.ends_at
        if key not in self._known:
            self._known[key] = source.kept(period)
        return self._known[key]
