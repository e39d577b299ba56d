"""Which numbers of single parishes may be told, so that nobody's case can be made out."""

from collections.abc import Sequence
from dataclasses import dataclass

from sereno.reports.models import Figure
from sereno.reports.queries.goals import Goal
from sereno.reports.rules.small_cells import Cell, protect
from sereno.results.models import Measurement
from sereno.results.rules.rows import BadSheet, Row, read

# Records of things that happened to people: few of them in a place could be told apart.
OF_PEOPLE = frozenset({"incident", "alert", "signal"})


@dataclass(frozen=True)
class ParishGoal:
    """What was promised to a parish, and whether its number may be told."""

    goal: Goal
    cell: Cell


def told(goals: Sequence[Goal], minimum: int) -> list[ParishGoal]:
    """The parishes of one goal in a table, the small numbers hidden."""
    figures = [goal.figure for goal in goals if goal.figure]
    kept = Measurement.objects.in_bulk([figure.measurement_id for figure in figures])
    for figure in figures:
        figure.measurement.worksheet = kept[figure.measurement_id].worksheet
    shown = cells(figures, minimum)
    return [
        ParishGoal(goal, shown[goal.figure.pk] if goal.figure else Cell.SHOWN) for goal in goals
    ]


def cells(figures: Sequence[Figure], minimum: int) -> dict[int, Cell]:
    """For the figures of the parishes of one goal and period: which may be shown.

    The number of the whole canton is known, so that one more is kept back where a subtraction
    would tell a small one; all of them where that does not help.
    """
    of_people = {
        figure.pk: count for figure in figures if (count := _people_in(figure)) is not None
    }
    protected = protect(list(of_people.values()), minimum)
    hidden = dict.fromkeys(of_people, Cell.KEPT_BACK)
    told = hidden if protected is None else dict(zip(of_people, protected, strict=True))
    return {figure.pk: told.get(figure.pk, Cell.SHOWN) for figure in figures}


def cell_of(figure: Figure, minimum: int) -> Cell:
    """Whether one figure may be told; of the whole canton, always."""
    measurement = figure.measurement
    target = measurement.target
    if target.parish_id is None:
        return Cell.SHOWN
    others = (
        Figure.objects.filter(
            corrected_by=None,
            measurement__target__indicator=target.indicator_id,
            measurement__target__parish__isnull=False,
            measurement__starts_at=measurement.starts_at,
            measurement__ends_at=measurement.ends_at,
        )
        .exclude(measurement__target__parish=target.parish_id)
        .select_related("measurement")
    )
    return cells([figure, *others], minimum)[figure.pk]


def _people_in(figure: Figure) -> int | None:
    """How many cases of people a figure was counted from; none where it counts things."""
    try:
        rows: list[Row] = read(figure.measurement.worksheet)[1]
    except BadSheet:
        return None
    kinds = {row.record.partition(":")[0] for row in rows}
    return len(rows) if not kinds or kinds & OF_PEOPLE else None
