"""The table that next year's account must show: what was asked, its result, how far, the proof."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sereno.web.rules import Absent

WHOLE = Decimal(100)


@dataclass(frozen=True)
class Step:
    """What was said of a commitment on a day, once another person confirmed it."""

    as_of: date
    result: str
    percent: Decimal | None
    evidence: str = ""


@dataclass(frozen=True)
class Asked:
    """One matter: the year whose account raised it, its answer, and the steps so far."""

    year: int
    words: str
    committed_on: date | None = None
    steps: Sequence[Step] = ()
    refused_on: date | None = None
    because: str = ""


@dataclass(frozen=True)
class Row:
    """A line of the table. Nobody's word is ``Absent.UNKNOWN``, a no is ``NOT_APPLICABLE``.

    What nobody answered yet was promised by nobody.
    """

    words: str
    result: str
    percent: Decimal | Absent
    evidence: str
    is_answered: bool = True


@dataclass(frozen=True)
class Tally:
    """Never one: kept, on their way, unknown, answered with a no, and not answered yet."""

    kept: int
    under_way: int
    unknown: int
    refused: int
    unanswered: int

    @property
    def committed(self) -> int:
        return self.kept + self.under_way + self.unknown


def row(asked: Asked, *, until: date) -> Row:
    """How the matter stood at the end of ``until``, by the last confirmed word up to then.

    A later word without a number does not erase nor stretch an earlier number: it is unknown.
    """
    if asked.refused_on is not None and asked.refused_on <= until:
        return Row(asked.words, asked.because, Absent.NOT_APPLICABLE, "")
    heard = [step for step in asked.steps if step.as_of <= until]
    if not heard:
        promised = asked.committed_on is not None and asked.committed_on <= until
        return Row(asked.words, "", Absent.UNKNOWN, "", is_answered=promised)
    last = max(enumerate(heard), key=lambda pair: (pair[1].as_of, pair[0]))[1]
    percent = Absent.UNKNOWN if last.percent is None else last.percent
    return Row(asked.words, last.result, percent, last.evidence)


def belongs(asked: Asked, *, year: int) -> bool:
    """Whether the account of ``year`` tells of it: last year's, and older ones not yet settled."""
    if asked.year >= year:
        return False
    if asked.year == year - 1:
        return True
    before = row(asked, until=date(year - 1, 12, 31)).percent
    return before == Absent.UNKNOWN or (isinstance(before, Decimal) and before < WHOLE)


def tally(rows: Iterable[Row]) -> Tally:
    told = list(rows)
    percents = [one.percent for one in told if one.is_answered]
    known = [percent for percent in percents if isinstance(percent, Decimal)]
    kept = sum(percent >= WHOLE for percent in known)
    return Tally(
        kept=kept,
        under_way=len(known) - kept,
        unknown=percents.count(Absent.UNKNOWN),
        refused=percents.count(Absent.NOT_APPLICABLE),
        unanswered=len(told) - len(percents),
    )
