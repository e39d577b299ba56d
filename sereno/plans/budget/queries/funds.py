"""The money of projects and parishes: each line shared over what it serves, to the cent."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal

from sereno.plans.budget import rules
from sereno.plans.budget.models import Month, Snapshot
from sereno.plans.budget.queries import programming
from sereno.plans.budget.queries.year import Row, told
from sereno.plans.models import Plan, Project, Task
from sereno.territory.models import Parish


@dataclass(frozen=True)
class Part:
    """What of one line serves a project."""

    snapshot: Snapshot
    share: Decimal
    amounts: rules.Amounts


@dataclass(frozen=True)
class Funds:
    """A project with the parts of the lines that serve it; no part is no money known."""

    project: Project
    parts: tuple[Part, ...]
    row: Row
    work: rules.Work | None = None

    @property
    def unspent(self) -> Decimal | None:
        """What was assigned and not accrued; unknown where no line serves the project."""
        amounts = self.row.amounts
        return amounts.revised - amounts.accrued if amounts else None


def last_month(year: int | None = None) -> Month | None:
    """The newest month with a statement, of a year or of all."""
    months = Month.objects.filter(snapshots__isnull=False, snapshots__replaced_at=None).distinct()
    return told(months.filter(year=year) if year else months, None)


def closed_month(within: Plan | None = None) -> Month | None:
    """The newest month that two people stand behind, of all or of the years of a plan."""
    closed = Month.objects.filter(
        snapshots__isnull=False, snapshots__replaced_at=None, closed_at__isnull=False
    )
    if within is not None:
        closed = closed.filter(year__gte=within.starts_on.year, year__lte=within.ends_on.year)
    return closed.order_by("-year", "-number").first()


def years_of(plan: Plan) -> list[int]:
    """The years of a plan that have a statement, the oldest first."""
    found = Month.objects.filter(
        snapshots__isnull=False,
        snapshots__replaced_at=None,
        year__gte=plan.starts_on.year,
        year__lte=plan.ends_on.year,
    )
    return sorted(set(found.order_by().values_list("year", flat=True)))


def of_plan(plan: Plan, month: Month | None, terms: rules.Terms) -> list[Funds]:
    """Every project of a plan with its money at the end of a month, in the plan's order."""
    projects = Project.objects.filter(objective__component__plan=plan).select_related(
        "objective__component", "responsible"
    )
    ordered = projects.order_by("objective__component__position", "objective__position", "pk")
    parts = parts_by_project(month)
    tasks = programming.tasks_of(plan) if month else {}
    return [
        funds(project, parts.get(project.pk, ()), tasks.get(project.pk, ()), month, terms)
        for project in ordered
    ]


def funds(
    project: Project,
    parts: Iterable[Part],
    tasks: Sequence[Task],
    month: Month | None,
    terms: rules.Terms,
) -> Funds:
    """A project's money and work; held to the months of its activities, else of its lines."""
    listed = tuple(parts)
    added = rules.total(part.amounts for part in listed)
    if month is None:
        return Funds(project, listed, Row(added, 0, terms))
    shares = programming.shares(tasks, month.year) or _programming(listed)
    row = Row(added, month.number, terms, shares=shares)
    return Funds(project, listed, row, programming.work(tasks, month, terms))


def _programming(parts: tuple[Part, ...]) -> tuple[Decimal, ...]:
    """The months of a project: those of its lines, each by its money; none where one has none."""
    revised = sum((part.amounts.revised for part in parts), Decimal(0))
    lines = [part.snapshot.line.shares for part in parts]
    if revised <= 0 or not all(lines):
        return ()
    return tuple(
        sum(
            (part.amounts.revised * share for part, share in zip(parts, month, strict=True)),
            Decimal(0),
        )
        / revised
        for month in zip(*lines, strict=True)
    )


def parts_by_project(month: Month | None) -> dict[int, list[Part]]:
    """The lines of expense of a month, each shared by its weights."""
    found: dict[int, list[Part]] = {}
    if month is None:
        return found
    standing = (
        Snapshot.objects.standing()
        .filter(month=month, line__kind=rules.Kind.EXPENSE.value)
        .select_related("line")
        .prefetch_related("line__weights")
        .order_by("line__code")
    )
    for snapshot in standing:
        weights = list(snapshot.line.weights.all())
        shared = _shared(snapshot.amounts, [weight.share for weight in weights])
        for weight, amounts in zip(weights, shared, strict=True):
            part = Part(snapshot, weight.share, amounts)
            found.setdefault(weight.project_id, []).append(part)
    return found


def _shared(amounts: rules.Amounts, shares: list[Decimal]) -> list[rules.Amounts]:
    columns = {
        name: [None] * len(shares) if value is None else rules.split(value, shares)
        for name, value in amounts.named().items()
    }
    return [
        rules.Amounts(**{name: values[place] for name, values in columns.items()})  # type: ignore[arg-type]
        for place in range(len(shares))
    ]


def of_parishes(month: Month | None, terms: rules.Terms) -> list[tuple[Parish | None, int, Row]]:
    """What each parish was assigned and spent; first what is for the whole canton."""
    if month is None:
        return []
    standing = (
        Snapshot.objects.standing()
        .filter(month=month, line__kind=rules.Kind.EXPENSE.value)
        .select_related("line__parish")
    )
    found: dict[Parish | None, list[rules.Amounts]] = {}
    for snapshot in standing:
        found.setdefault(snapshot.line.parish, []).append(snapshot.amounts)
    ordered = sorted(found.items(), key=lambda item: item[0].name if item[0] else "")
    return [
        (parish, len(sums), Row(rules.total(sums), month.number, terms)) for parish, sums in ordered
    ]
