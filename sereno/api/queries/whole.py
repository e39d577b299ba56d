"""A plan whole, in as many questions for a large one as for a small one.

Read as rows, never as objects of the models: those hold one another in circles, so that a plan of
some thousand leaves the collector a tenth of a second of work for whoever asks next.
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from decimal import Decimal
from itertools import groupby
from operator import itemgetter
from typing import Any, NamedTuple

from django.db.models.functions import Coalesce

from sereno.plans.models import Alignment, Indicator, Plan, Target, Task, TaskProgress
from sereno.plans.rules import FactDraft
from sereno.plans.rules.saying import said
from sereno.reports.queries.goals import adds_up, standing_figures
from sereno.reports.rules.standing import standing
from sereno.results.queries.judging import attained

Grouped = dict[int, list[dict[str, Any]]]
Tree = Iterable[tuple[tuple[Any, ...], list[Sequence[Any]]]]


class Counted(NamedTuple):
    """An indicator; its fields are columns of it."""

    pk: int
    slug: str
    name: str
    definition: str
    unit: str
    direction: str
    over_time: str
    over_place: str
    baseline: Decimal | None
    verification: str
    source: str
    formula: str
    accumulates: bool


class Promised(NamedTuple):
    """A target; its fields are columns of it, after the indicator it is of."""

    indicator: Counted
    pk: int
    kind: str
    source_words: str
    value: Decimal | None
    high: Decimal | None
    every_days: int | None
    universe: str
    universe_size: int | None
    scale: str
    condition: str
    starts_on: date
    ends_on: date
    earlier: list[dict[str, Any]]
    parish: str | None


class Published(NamedTuple):
    """A figure with what it is judged by."""

    slug: str
    starts_at: datetime
    ends_at: datetime
    value: Decimal | None
    numerator: Decimal | None
    denominator: Decimal | None
    absence: str


def whole(plan: Plan, *, on: date) -> dict[str, Any]:
    """A plan down to its targets, each with how far it got; eight questions whatever its size.

    Of a parish only the promise: with the target beside it, how far it got would tell its number,
    and few cases of a place could be told apart.
    """
    indicators, activities, serves = _indicators(plan, on), _activities(plan), _served(plan)
    named = ("slug", "kind", "title", "source", "starts_on", "ends_on", "vision", "vision_until")
    return {name: getattr(plan, name) for name in named} | {
        "facts": list(plan.facts.values("id", *FactDraft.columns())),
        "components": [
            {
                "id": pk,
                "name": name,
                "objectives": [
                    {
                        "id": pk,
                        "text": text,
                        "serves": serves[pk],
                        "projects": [
                            {
                                "id": pk,
                                "name": name,
                                "responsible": responsible,
                                "partners": partners,
                                "indicators": indicators[pk],
                                "activities": activities[pk],
                            }
                            for (pk, name, responsible, partners), _ in _parts(of_objective, 4)
                        ],
                    }
                    for (pk, text), of_objective in _parts(of_component, 2)
                ],
            }
            for (pk, name), of_component in _parts(_tree(plan), 2)
        ],
    }


def _tree(plan: Plan) -> Iterable[Sequence[Any]]:
    """Components, objectives and projects side by side, in the order of the plan."""
    project = "objectives__projects"
    order = ("position", "pk", "objectives__position", "objectives__pk", f"{project}__pk")
    return plan.components.order_by(*order).values_list(
        *("pk", "name", "objectives__pk", "objectives__text"),
        *(f"{project}__{name}" for name in ("pk", "name", "responsible__name", "partners")),
    )


def _parts(rows: Iterable[Sequence[Any]], columns: int) -> Tree:
    """What stands in the first columns, each with what stands under it in the others."""
    for part, under in groupby(rows, itemgetter(slice(columns))):
        if part[0] is not None:
            yield tuple(part), [row[columns:] for row in under]


def _served(plan: Plan) -> dict[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    rows = Alignment.objects.filter(objective__component__plan=plan).order_by("serves")
    named = ("objective_id", "serves__catalogue__code", "serves__number")
    for objective, code, number in rows.values_list(*named):
        found[objective].append(f"{code} {number}")
    return found


def _activities(plan: Plan) -> Grouped:
    """Activities with their twelve parts, where the plan says them, and what was confirmed."""
    told = TaskProgress.objects.standing().filter(task__project__objective__component__plan=plan)
    done = {
        task: {"done": done, "done_until": f"{year}-{month:02}"}
        for task, done, year, month in told.values_list("task_id", "done", "year", "month")
    }
    found: Grouped = defaultdict(list)
    named = ("name", "partners", "period_note", "verification", "starts_on", "ends_on", "cost")
    answers = Coalesce("responsible__name", "project__responsible__name")
    rows = Task.objects.filter(project__objective__component__plan=plan).order_by("pk")
    for project, pk, responsible, shares, spending, *cells in rows.values_list(
        "project_id", "pk", answers, "shares", "spending", *named
    ):
        found[project].append(
            dict(zip(named, cells, strict=True))
            | {
                "id": pk,
                "responsible": responsible,
                "shares": [Decimal(share) for share in shares],
                "spending": [Decimal(part) for part in spending],
            }
            | done.get(pk, {"done": None, "done_until": ""})
        )
    return found


def _indicators(plan: Plan, on: date) -> Grouped:
    counted: dict[int, Counted] = {}
    targets: Grouped = defaultdict(list)
    found: Grouped = defaultdict(list)
    rows = Indicator.objects.filter(project__objective__component__plan=plan).order_by("pk")
    for project, *cells in rows.values_list("project_id", *Counted._fields):
        one = counted[cells[0]] = Counted._make(cells)
        found[project].append(_indicator(one, targets[one.pk]))
    published = _published(plan)
    promised = Target.objects.filter(indicator__project__objective__component__plan=plan)
    columns = ("indicator_id", *Promised._fields[1:-1], "parish__name")
    for indicator, *cells in promised.order_by("starts_on", "pk").values_list(*columns):
        target = Promised(counted[indicator], *cells)
        targets[indicator].append(_target(target, published.get(target.pk), on))
    return found


def _published(plan: Plan) -> dict[int, Published]:
    """The figure that stands for each target of the canton: of several, the last one."""
    figures = standing_figures().filter(
        measurement__target__indicator__project__objective__component__plan=plan,
        measurement__target__parish=None,
    )
    judged_by = (f"measurement__{name}" for name in Published._fields[1:])
    rows = figures.values_list("measurement__target_id", "slug", *judged_by)
    return {target: Published._make(cells) for target, *cells in rows}


def _indicator(one: Counted, targets: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "id": one.pk,
        "slug": one.slug,
        "name": one.name,
        "definition": one.definition,
        "unit": one.unit,
        "direction": one.direction,
        "over_time": one.over_time,
        "over_place": one.over_place,
        "baseline": one.baseline,
        "verification": one.verification,
        "is_computed": bool(one.source),
        "targets": targets,
    }


def _target(one: Promised, figure: Published | None, on: date) -> dict[str, Any]:
    return {
        "id": one.pk,
        "kind": one.kind,
        "said": said(one, one.indicator.unit),
        "source_words": one.source_words,
        "value": one.value,
        "high": one.high,
        "every_days": one.every_days,
        "universe": one.universe,
        "parish": one.parish or "",
        "starts_on": one.starts_on,
        "ends_on": one.ends_on,
        "figure": figure.slug if figure else "",
        "progress": None if one.parish else _progress(one, figure, on),
    }


def _progress(one: Promised, figure: Published | None, on: date) -> dict[str, Any]:
    found = attained(one, figure, today=on)
    stands = standing(found, adds_up=adds_up(one), ends_on=one.ends_on, on=on)
    return {**vars(found), "standing": stands}
