"""The indicators that units keep, each with its published series: the newest number of a period."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from sereno.plans.models import Indicator, OrgUnit
from sereno.reports.models import Figure
from sereno.reports.queries.goals import period_of, published_indicators, standing_figures
from sereno.reports.rules.standing import is_past


@dataclass(frozen=True)
class Series:
    """An indicator with its standing figures of the whole canton, oldest first."""

    indicator: Indicator
    figures: tuple[Figure, ...]

    @property
    def newest(self) -> Figure | None:
        return self.figures[-1] if self.figures else None

    def lines(self) -> list[list[str]]:
        """The series as a table for other programs: ISO dates, decimal points, the seal."""
        head = ["desde", "hasta", "valor", "numerador", "denominador", "unidad", "cifra", "sello"]
        return [head, *(self._line(figure) for figure in self.figures)]

    def _line(self, figure: Figure) -> list[str]:
        measurement = figure.measurement
        period = period_of(measurement)
        numbers = (measurement.value, measurement.numerator, measurement.denominator)
        return [
            f"{period.first}",
            f"{period.last}",
            *("" if number is None else f"{number:f}" for number in numbers),
            self.indicator.unit,
            figure.slug,
            measurement.seal,
        ]


@dataclass(frozen=True)
class Kept:
    """The indicators of a unit."""

    unit: OrgUnit
    listed: tuple[Series, ...]


@dataclass(frozen=True)
class Catalogue:
    """What units keep now, and what they kept for plans of earlier years."""

    now: tuple[Kept, ...]
    before: tuple[Kept, ...]


def catalogue(on: date) -> Catalogue:
    """Every published indicator under the unit that keeps it, in a few queries."""
    every = _series()
    past = {
        one.indicator.pk
        for one in every
        if is_past(one.indicator.project.objective.component.plan.ends_on, on=on)
    }
    return Catalogue(
        now=_by_unit(one for one in every if one.indicator.pk not in past),
        before=_by_unit(one for one in every if one.indicator.pk in past),
    )


def _series() -> list[Series]:
    indicators = list(published_indicators())
    figures: dict[int, list[Figure]] = {}
    of_targets = {
        target.pk: indicator.pk
        for indicator in indicators
        for target in indicator.targets.all()
        if target.parish_id is None
    }
    for figure in standing_figures().filter(measurement__target__in=of_targets):
        figures.setdefault(of_targets[figure.measurement.target_id], []).append(figure)
    return [Series(one, tuple(figures.get(one.pk, ()))) for one in indicators]


def _by_unit(listed: Iterable[Series]) -> tuple[Kept, ...]:
    kept = sorted(
        listed, key=lambda one: (one.indicator.project.responsible.name, one.indicator.name)
    )
    return tuple(
        Kept(unit, tuple(of_unit))
        for unit, of_unit in groupby(kept, key=lambda one: one.indicator.project.responsible)
    )


def of(slug: str) -> Series | None:
    """One published indicator with its series; nothing where its plan is not published."""
    indicator = published_indicators().filter(slug=slug).first()
    if indicator is None:
        return None
    figures = standing_figures().filter(
        measurement__target__indicator=indicator, measurement__target__parish=None
    )
    return Series(indicator, tuple(figures))
