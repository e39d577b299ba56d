"""What a barrio can read of itself: what was promised there, what was done, with what money."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch, Q, QuerySet

from sereno.assemblies.models import Matter
from sereno.assemblies.queries import asked
from sereno.plans.budget.models import Month
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries.year import Row as Money
from sereno.plans.budget.queries.year import terms_on
from sereno.plans.models import OrgUnit
from sereno.reports.models import Figure
from sereno.reports.queries.coverage import coverable
from sereno.reports.queries.goals import current_of, judged, published_indicators
from sereno.reports.queries.parishes import ParishGoal, cell_of
from sereno.reports.rules.small_cells import Cell
from sereno.results.rules.rows import BadSheet, read
from sereno.territory.models import Barrio, Parish, Place


@dataclass(frozen=True)
class Counted:
    """Whether a published figure counted the barrio, or a place in it, and the record that says."""

    figure: Figure
    name: str
    record: str
    is_reached: bool


@dataclass(frozen=True)
class Spent:
    """The money assigned to the parish, at the end of the newest closed month."""

    month: Month
    money: Money


@dataclass(frozen=True)
class Neighbourhood:
    """A barrio with all that is published about it or about its parish."""

    barrio: Barrio
    counted: tuple[Counted, ...]
    goals: tuple[ParishGoal, ...]
    matters: tuple[asked.Answered, ...]
    spent: Spent | None

    @property
    def responsible(self) -> list[OrgUnit]:
        """Who answers for what is told here, each once, in the order of the page."""
        units = [
            *(one.figure.measurement.target.indicator.project.responsible for one in self.counted),
            *(one.goal.indicator.project.responsible for one in self.goals),
            *(one.commitment.responsible for one in self.matters if one.commitment),
        ]
        return list({unit.pk: unit for unit in units}.values())


def parishes() -> QuerySet[Parish]:
    """The parishes that have barrios, with them, the urban ones first."""
    by_name = Barrio.objects.order_by("name")
    return (
        Parish.objects.filter(barrios__isnull=False)
        .distinct()
        .prefetch_related(Prefetch("barrios", by_name))
        .order_by("-kind", "name")
    )


def neighbourhood(pk: int, *, on: date, minimum: int) -> Neighbourhood | None:
    """All of a barrio as it stood on a day; ``minimum`` cases of people are told, not fewer."""
    barrio = Barrio.objects.select_related("parish").filter(pk=pk).first()
    if barrio is None:
        return None
    return Neighbourhood(
        barrio=barrio,
        counted=tuple(_counted(barrio)),
        goals=tuple(_goals(barrio.parish, on=on, minimum=minimum)),
        matters=tuple(_matters(barrio.parish, on=on)),
        spent=_spent(barrio.parish),
    )


def _counted(barrio: Barrio) -> Iterable[Counted]:
    """The barrio and its places in the worksheets of the figures that count places."""
    places = Place.objects.filter(barrio=barrio).order_by("name")
    names = {f"barrio:{barrio.pk}": barrio.name} | {f"place:{p.pk}": p.name for p in places}
    for figure in coverable():
        try:
            rows = read(figure.measurement.worksheet)[1]
        except BadSheet:
            continue
        for row in rows:
            if row.record in names:
                yield Counted(figure, names[row.record], row.record, row.value > 0)


def _goals(parish: Parish, *, on: date, minimum: int) -> Iterable[ParishGoal]:
    """The promises made to the parish that are in force, else those that ended last."""
    figures: dict[int, list[Figure]] = defaultdict(list)
    whole = Figure.objects.filter(corrected_by=None).select_related("measurement__target")
    of_parish = whole.filter(measurement__target__parish=parish)
    for figure in of_parish.order_by("measurement__ends_at", "pk"):
        figures[figure.measurement.target_id].append(figure)
    for indicator in published_indicators().filter(targets__parish=parish).distinct():
        targets = [one for one in indicator.targets.all() if one.parish_id == parish.pk]
        target = current_of(targets, on)
        if target is not None:
            goal = judged(target, figures[target.pk], on=on)
            yield ParishGoal(goal, cell_of(goal.figure, minimum) if goal.figure else Cell.SHOWN)


def _matters(parish: Parish, *, on: date) -> list[asked.Answered]:
    """What was asked from the parish, in the council's words, and what was promised to it."""
    about = Q(suggestions__parish=parish) | Q(commitment__target__parish=parish)
    return asked.answered(
        Matter.objects.filter(pk__in=Matter.objects.filter(about).values("pk")), on=on
    )


def _spent(parish: Parish) -> Spent | None:
    month = funds.closed_month()
    if month is None:
        return None
    for found, _lines, money in funds.of_parishes(month, terms_on(month.first_day)):
        if found == parish:
            return Spent(month, money)
    return None
