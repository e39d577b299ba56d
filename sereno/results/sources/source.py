"""What a source of rows is: a question to the operations floor, and what each answer is worth."""

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet
from django.utils.functional import Promise

from sereno.results.rules.rows import Period, Row

Words = str | Promise


@dataclass(frozen=True)
class Question:
    """Which cases there are in a period, and what the database tells of each.

    It is asked in two ways and stated once, so that they cannot differ: its cases are listed,
    one row a ``record`` with its ``number``, or counted by what is ``told`` of them
    (``counting``). ``told`` names a column or an annotation, ``is_number`` where it is a whole
    number; a case of which nothing is told is no case. ``parish`` names where it happened.
    ``when`` names the moment that puts it into one period or another; a state at the end of a
    period, or a place with what happened in it, has none and cannot be cut. ``cases`` are those
    of the whole canton.
    """

    record: str
    cases: Callable[[Period], QuerySet[Any]]
    told: str
    number: str = "pk"
    parish: str = "parish"
    when: str = ""
    is_number: bool = False

    def listed(self, period: Period, *, most: int | None = None) -> list[tuple[int, Any]]:
        """The number of each record with what is told of it; ``most`` for the first of them."""
        cases = self.cases(period).filter(**{f"{self.told}__isnull": False})
        if period.parish:
            cases = cases.filter(**{self.parish: period.parish})
        if most is not None:
            cases = cases.order_by(self.number)[:most]
        return list(cases.values_list(self.number, self.told))


@dataclass(frozen=True)
class Source:
    """Where rows come from: one question to the operations floor, and what it leaves out.

    ``name`` is what an indicator keeps. ``record`` says what one row stands for, ``worth`` what
    it contributes. ``formulas`` are those that make sense over its rows, the usual one first.
    ``of_a_moment`` tells a state at the end of the period from what happened during it. ``kept``
    says whether anything of the kind was ever recorded: where nobody counts, a count is unknown
    and not zero.
    """

    name: str
    title: Words
    excludes: Words
    record: Words
    unit: str
    formulas: tuple[str, ...]
    question: Question
    worth: Callable[[Any], Decimal]
    kept: Callable[[Period], bool]
    of_a_moment: bool = False

    def rows(self, period: Period, *, most: int | None = None) -> list[Row]:
        """One row a case: what a worksheet is made of."""
        return [
            Row(f"{self.question.record}:{number}", self.worth(told))
            for number, told in self.question.listed(period, most=most)
        ]


def one(_told: object) -> Decimal:
    """Every case is worth one."""
    return Decimal(1)
