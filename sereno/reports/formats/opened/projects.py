"""The projects of published plans with their targets and figures, as those who read results ask."""

from collections import defaultdict
from datetime import date
from itertools import groupby

from sereno.plans.models import Indicator, Target
from sereno.plans.rules import Direction, Kind
from sereno.reports.formats.opened.iati import Counted, Done, Reached
from sereno.reports.models import Figure
from sereno.reports.queries.goals import judged, published_indicators, standing_figures


def projects(on: date) -> list[Done]:
    """Of the whole canton only; in as many questions for a hundred as for one."""
    figures: dict[int, list[Figure]] = defaultdict(list)
    for figure in standing_figures().filter(measurement__target__parish=None):
        figures[figure.measurement.target_id].append(figure)
    indicators = published_indicators().order_by("project_id", "pk")
    return [
        _done(list(of_project), figures, on)
        for _number, of_project in groupby(indicators, key=lambda one: one.project_id)
    ]


def _done(indicators: list[Indicator], figures: dict[int, list[Figure]], on: date) -> Done:
    project = indicators[0].project
    return Done(
        number=project.pk,
        name=project.name,
        about=project.objective.text,
        responsible=project.responsible.name,
        starts_on=project.starts_on,
        ends_on=project.ends_on,
        indicators=tuple(_counted(one, figures, on) for one in indicators),
    )


def _counted(indicator: Indicator, figures: dict[int, list[Figure]], on: date) -> Counted:
    targets = [target for target in indicator.targets.all() if target.parish_id is None]
    wordy = {Kind.MILESTONE, Kind.SCALE, Kind.OBSERVED}
    return Counted(
        slug=indicator.slug,
        name=indicator.name,
        about=indicator.definition,
        is_share=indicator.unit == "%",
        is_words=bool(targets) and all(target.kind in wordy for target in targets),
        should_rise=indicator.direction == Direction.RISE,
        periods=tuple(_reached(target, figures[target.pk], on) for target in targets),
    )


def _reached(target: Target, found: list[Figure], on: date) -> Reached:
    goal = judged(target, found, on=on)
    value = goal.figure.measurement.value if goal.figure else None
    return Reached(target.starts_on, target.ends_on, goal.aim, target.said, value)
