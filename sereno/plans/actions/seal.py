"""The seal of a published plan: what it is about, so that a changed word in it shows."""

import json
from hashlib import sha256

from sereno.plans.models import Fact, Indicator, Plan, Problem, Target, Task
from sereno.plans.rules import FactDraft

OF_PLAN = ("kind", "slug", "title", "starts_on", "ends_on")
OF_INDICATOR = (
    "pk",
    "project_id",
    "slug",
    "name",
    "unit",
    "direction",
    "accumulates",
    "source",
    "formula",
    "over_time",
    "over_place",
    "baseline",
)
# How much is promised may change later, by two people: its own lines tell that.
OF_TARGET = (
    "pk",
    "indicator_id",
    "kind",
    "universe",
    "universe_size",
    "scale",
    "condition",
    "parish_id",
    "starts_on",
    "ends_on",
)


# When it is done and for how much may change later, by two people: its own lines tell that.
OF_TASK = (
    "pk",
    "project_id",
    "name",
    "responsible_id",
    "partners",
    "period_note",
    "verification",
)


def seal_of(plan: Plan) -> str:
    """The SHA-256 of what a plan promises and how it will be counted, as the database has it."""
    of_plan = {"project__objective__component__plan": plan}
    indicators = Indicator.objects.filter(**of_plan).order_by("pk").values_list(*OF_INDICATOR)
    targets = (
        Target.objects.filter(**{f"indicator__{name}": value for name, value in of_plan.items()})
        .order_by("pk")
        .values_list(*OF_TARGET)
    )
    told: list[object] = [
        list(Plan.objects.values_list(*OF_PLAN).get(pk=plan.pk)),
        [list(row) for row in indicators],
        [list(row) for row in targets],
    ]
    told += _only_where_said(plan)
    text = json.dumps(told, default=str, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _only_where_said(plan: Plan) -> list[list[tuple[object, ...]]]:
    """Groups, diagnosis, activities, vision: a plan without them keeps the seal it always had."""
    promised = {"indicator__project__objective__component__plan": plan}
    groups = Target.objects.filter(**promised).exclude(group="").order_by("pk")
    problems = Problem.objects.filter(plan=plan).order_by("pk", "objectives")
    columns = ("pk", "position", "theme", "text", "zones", "actors", "objectives")
    named: list[tuple[object, ...]] = list(groups.values_list("pk", "group"))
    found: list[tuple[object, ...]] = list(problems.values_list(*columns))
    tasks = Task.objects.filter(project__objective__component__plan=plan).order_by("pk")
    done: list[tuple[object, ...]] = list(tasks.values_list(*OF_TASK))
    facts = Fact.objects.filter(plan=plan).order_by("pk")
    numbers: list[tuple[object, ...]] = list(facts.values_list("pk", *FactDraft.columns()))
    vision = Plan.objects.filter(pk=plan.pk).exclude(vision="", vision_until=None)
    aims: list[tuple[object, ...]] = list(vision.values_list("vision", "vision_until"))
    return [rows for rows in (named, found, done, numbers, aims) if rows]
