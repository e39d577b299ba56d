"""A year of the budget at the end of one month: every line with what follows from its sums."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, Prefetch, Q

from sereno.plans.budget import rules
from sereno.plans.budget.models import Line, Month, Snapshot, TermsInForce, Weight
from sereno.plans.budget.queries import programming
from sereno.plans.budget.queries.statement import group_names


@dataclass(frozen=True)
class Row:
    """A line, or the sum of many, beside everything that is worked out of it."""

    amounts: rules.Amounts | None
    month: int
    terms: rules.Terms
    line: Line | None = None
    shares: tuple[Decimal, ...] = ()
    group: str = ""

    @property
    def balances(self) -> rules.Balances | None:
        return rules.balances(self.amounts, self.terms.second) if self.amounts else None

    @property
    def execution(self) -> Decimal | None:
        return rules.execution(self.amounts) if self.amounts else None

    @property
    def breaches(self) -> tuple[rules.Breach, ...]:
        return rules.breaches(self.amounts) if self.amounts else ()

    @property
    def cautions(self) -> tuple[rules.Caution, ...]:
        """An income that comes late is no expense that comes late: only expenses are held to it."""
        if self.line and self.line.kind == rules.Kind.INCOME:
            return ()
        return rules.cautions(self.execution, self.shares, month=self.month, terms=self.terms)

    @property
    def expected(self) -> Decimal:
        """Where execution should stand by now: its own programming, or the calendar."""
        planned = rules.programmed(self.shares, month=self.month)
        return rules.by_time(self.month) if planned is None else planned

    def part(self, name: str) -> Decimal:
        """An amount of a hundred of what was revised, within the bar that draws it."""
        value: Decimal | None = getattr(self.amounts, name) if self.amounts else None
        if not value or not self.amounts or self.amounts.revised <= 0:
            return Decimal(0)
        return min(max(value * 100 / self.amounts.revised, Decimal(0)), Decimal(100))

    @property
    def accrued_part(self) -> Decimal:
        return self.part("accrued")

    @property
    def committed_part(self) -> Decimal:
        return self.part("committed")


@dataclass(frozen=True)
class Asked:
    """What of the year somebody wants to see."""

    words: str = ""
    group: str = ""
    project: int | None = None
    parish: int | None = None
    only: str = ""  # "" for all, "breaches", "late" or "silent"


@dataclass(frozen=True)
class Picture:
    """A year: its months, its lines as asked, and their sums."""

    year: int
    years: list[int]
    months: list[Month]
    month: Month | None
    terms: rules.Terms
    rows: list[Row]
    shown: list[Row]
    groups: list[tuple[str, str]] = field(default_factory=list)
    waiting: int = 0

    def of(self, kind: str) -> list[Row]:
        return [row for row in self.shown if row.line and row.line.kind == kind]

    @property
    def kinds(self) -> list[tuple[str, list[Row], Row]]:
        """Expense and then income, each with its sum."""
        named = ((kind, self.of(kind)) for kind in (rules.Kind.EXPENSE, rules.Kind.INCOME))
        return [(kind.value, rows, self.sum(rows)) for kind, rows in named if rows]

    def sum(self, rows: Iterable[Row]) -> Row:
        added = rules.total(row.amounts for row in rows if row.amounts)
        return Row(added, self.month.number if self.month else 0, self.terms)

    @property
    def broken(self) -> list[Row]:
        return [row for row in self.rows if row.breaches]

    @property
    def late(self) -> list[Row]:
        return [row for row in self.rows if row.cautions]

    @property
    def silent(self) -> list[Row]:
        """Lines of which the month says nothing: they are in no sum."""
        return [row for row in self.rows if row.amounts is None]


def years() -> list[int]:
    """The years that have a line, the newest first."""
    return sorted(set(Line.objects.order_by().values_list("year", flat=True)), reverse=True)


def terms_on(day: date) -> rules.Terms:
    """How the budget is read on a day; the house's own terms before any were set."""
    found = TermsInForce.objects.filter(starts_on__lte=day).last()
    return found.terms if found else rules.Terms()


def told(months: Iterable[Month], number: int | None) -> Month | None:
    """The month asked for, else the last that has a statement."""
    listed = list(months)
    return next((one for one in listed if one.number == number), listed[-1] if listed else None)


def picture(year: int, asked: Asked, *, known: list[int], month: int | None = None) -> Picture:
    """In as many questions for three hundred lines as for one."""
    every = _months()
    months = [one for one in every if one.year == year]
    here = told(months, month)
    terms = terms_on(here.first_day if here else date(year, 1, 1))
    names = group_names()
    weights = Weight.objects.select_related("project", "indicator")
    lines = (
        Line.objects.filter(year=year)
        .select_related("parish")
        .prefetch_related(Prefetch("weights", weights))
    )
    standing = Snapshot.objects.standing().filter(month=here).order_by() if here else ()
    sums = {snapshot.line_id: snapshot.amounts for snapshot in standing}
    of_projects = programming.of_projects(year)
    rows = [
        Row(
            sums.get(line.pk),
            here.number if here else 0,
            terms,
            line,
            tuple(line.shares) or programming.served(line, of_projects),
            names.get(line.group, ""),
        )
        for line in lines
    ]
    used = sorted({line.group for line in lines})
    return Picture(
        year,
        known,
        months,
        here,
        terms,
        rows,
        [row for row in rows if _fits(row, asked)],
        [(code, names.get(code, "")) for code in used],
        sum(one.waiting for one in every),
    )


def _months() -> list[Any]:
    """Every month with a statement, and how many corrections of it wait for somebody."""
    waits = Q(corrections__agreed_at=None, corrections__refused_at=None)
    found = Month.objects.filter(snapshots__isnull=False, snapshots__replaced_at=None).annotate(
        waiting=Count("corrections", filter=waits, distinct=True)
    )
    return list(found.distinct().order_by("year", "number"))


def _any(_row: Row) -> bool:
    return True


ONLY: dict[str, Callable[[Row], bool]] = {
    "breaches": lambda row: bool(row.breaches),
    "late": lambda row: bool(row.cautions),
    "silent": lambda row: row.amounts is None,
}


def _fits(row: Row, asked: Asked) -> bool:
    line = row.line
    if line is None:
        return False
    served = {weight.project_id for weight in line.weights.all()}
    words = f"{line.code} {line.description} {line.source}".casefold()
    return (
        all(word in words for word in asked.words.casefold().split())
        and asked.group in {"", line.group}
        and asked.parish in {None, line.parish_id}
        and (asked.project is None or asked.project in served)
        and ONLY.get(asked.only, _any)(row)
    )
