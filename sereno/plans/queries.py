"""A plan read whole, from its cover to its last target."""

from datetime import date

from django.db.models import Count, Prefetch, QuerySet
from django.utils.translation import gettext

from sereno.people.models import Person
from sereno.people.queries import tells
from sereno.people.queries.beginning import begins
from sereno.plans.models import (
    Alignment,
    Component,
    Indicator,
    Objective,
    Plan,
    Project,
    Target,
    TargetChange,
)


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
    targets = Target.objects.select_related("parish", "indicator")
    projects = Project.objects.select_related("responsible").prefetch_related(
        "indicators", Prefetch("indicators__targets", targets)
    )
    objectives = Objective.objects.prefetch_related(
        Prefetch("alignment_set", alignments), Prefetch("projects", projects)
    )
    return plan.components.prefetch_related(Prefetch("objectives", objectives))


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
