"""A plan read whole, from its cover to its last target."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Exists, OuterRef, Prefetch, QuerySet
from django.utils.translation import gettext

from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.people.queries.beginning import begins
from sereno.plans.models import (
    Alignment,
    Article,
    Component,
    Indicator,
    Objective,
    Ordinance,
    OrgUnit,
    Plan,
    Problem,
    Project,
    Target,
    TargetChange,
    Task,
    TaskProgress,
)
from sereno.plans.rules.programming import MONTHS


def listed() -> QuerySet[Plan]:
    """Every plan, the newest period first, with how many targets it promises."""
    return Plan.objects.annotate(
        targets=Count("components__objectives__projects__indicators__targets")
    ).order_by("-starts_on", "title")


@tells("plans:list")
def waits_for(person: Person, _today: date) -> list[str] | None:
    """How many drafts this person may publish, in words for the start page."""
    if not person.may("plan.publish"):
        return None
    count = Plan.objects.filter(published_at=None).exclude(drafted_by=person).count()
    return [gettext("%(count)d por publicar") % {"count": count}] if count else []


@begins("plan")
def lacks_plan(today: date) -> list[str]:
    """A published plan that is in force and has targets."""
    if not Plan.objects.exists():
        return [gettext("Falta el primer plan")]
    published = Plan.objects.exclude(published_at=None)
    in_force = published.filter(starts_on__lte=today, ends_on__gte=today)
    kept = Target.objects.filter(indicator__project__objective__component__plan__in=in_force)
    return [] if kept.exists() else [gettext("Falta publicar un plan con metas que rija hoy")]


def components(plan: Plan) -> QuerySet[Component]:
    """The parts of a plan with everything under them, in one question a level."""
    alignments = Alignment.objects.select_related("serves__catalogue").order_by("serves")
    targets = Target.objects.select_related("parish")
    projects = Project.objects.select_related("responsible").prefetch_related(
        "indicators", Prefetch("indicators__targets", targets), Prefetch("tasks", tasks())
    )
    objectives = Objective.objects.prefetch_related(
        Prefetch("alignment_set", alignments), Prefetch("projects", projects)
    )
    return plan.components.prefetch_related(Prefetch("objectives", objectives))


def outline(plan: Plan) -> QuerySet[Component]:
    """The objectives of a plan, and of its projects those that say what will be done."""
    doing = Project.objects.filter(Exists(Task.objects.filter(project=OuterRef("pk"))))
    projects = doing.prefetch_related(Prefetch("tasks", tasks()))
    return plan.components.prefetch_related(Prefetch("objectives__projects", projects))


def tasks() -> QuerySet[Task]:
    """Activities with their units and, as ``confirmed``, what another person confirmed as done."""
    confirmed = Prefetch("progress", TaskProgress.objects.standing(), to_attr="confirmed")
    return Task.objects.select_related(
        "responsible", "project__responsible", "project__objective__component__plan"
    ).prefetch_related(confirmed)


@dataclass(frozen=True)
class TaskMonth:
    """A month of an activity: what was programmed for it and by its end, and what was done."""

    number: int
    share: Decimal | None
    due: Decimal | None
    spending: Decimal | None
    done: Decimal | None


def months_of(task: Task) -> list[TaskMonth]:
    """The twelve months of the activity's year; none where it is not programmed by month."""
    said = task.programming
    if not said.shares and not said.spending:
        return []
    year = task.starts_on.year
    done = {one.month: one.done for one in confirmed(task) if one.year == year}
    return [
        TaskMonth(
            number=number,
            share=said.shares[number - 1] if said.shares else None,
            due=task.due(year, number),
            spending=said.spending[number - 1] if said.spending else None,
            done=done.get(number),
        )
        for number in range(1, MONTHS + 1)
    ]


def confirmed(task: Task) -> list[TaskProgress]:
    """What was confirmed of an activity that ``tasks`` found, the oldest month first."""
    listed: list[TaskProgress] = task.confirmed  # type: ignore[attr-defined]  # a Prefetch
    return listed


def changes(target: Target) -> QuerySet[TargetChange]:
    """Every change asked for of a target, the newest first."""
    return TargetChange.objects.filter(target=target).select_related(
        "target__indicator", "proposed_by", "confirmed_by", "refused_by"
    )


def changes_of(indicator: Indicator) -> QuerySet[TargetChange]:
    """The confirmed changes of an indicator's targets, the newest first: what anyone may read."""
    return (
        TargetChange.objects.filter(target__indicator=indicator, confirmed_at__isnull=False)
        .select_related("target__indicator", "target__parish")
        .order_by("-confirmed_at", "-pk")
    )


def problems(plan: Plan) -> QuerySet[Problem]:
    """The diagnosis of a plan with the objectives that answer each of its lines."""
    answering = Objective.objects.select_related("component")
    return plan.problems.prefetch_related(Prefetch("objectives", answering))


def ordinances() -> QuerySet[Ordinance]:
    """Every ordinance, the oldest first, with its articles and the projects that carry them out."""
    articles = Article.objects.select_related("project__objective__component__plan")
    return Ordinance.objects.select_related("reforms").prefetch_related(
        Prefetch("articles", articles)
    )


@dataclass(frozen=True)
class Rank:
    """The units of one process level, each with how deep it hangs."""

    level: str
    label: str
    units: tuple[tuple[OrgUnit, int], ...]


def chart() -> list[Rank]:
    """The organisation chart, level by level; units without a level come last."""
    units = sorted(OrgUnit.objects.select_related("parent"), key=_in_chart)
    levels = [*OrgUnit.Level.choices, ("", gettext("Sin nivel de proceso"))]
    ranks = []
    for level, label in levels:
        here = [unit for unit in units if unit.level == level]
        if here:
            ranks.append(Rank(level, str(label), tuple(_hung(here))))
    return ranks


def _hung(
    units: list[OrgUnit], under: int | None = None, depth: int = 0
) -> Iterator[tuple[OrgUnit, int]]:
    """Each unit before those below it; one whose parent is of another level stands first."""
    here = {unit.pk for unit in units}
    for unit in units:
        above = unit.parent_id if unit.parent_id in here else None
        if above == under:
            yield unit, depth
            yield from _hung(units, unit.pk, depth + 1)


def _in_chart(unit: OrgUnit) -> tuple[list[int], str]:
    """By code, read as numbers: 9.1 before 10.1; without a code, after them, by name."""
    parts = [int(part) for part in unit.code.split(".") if part.isdigit()]
    return parts or [9999], unit.name
