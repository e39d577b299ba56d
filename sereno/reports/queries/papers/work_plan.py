"""The work plan that follows the deliberation: what people asked, and what was promised for it."""

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby

from django.db.models import QuerySet
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.assemblies.models import Commitment, Matter, Refusal
from sereno.plans.models import Plan, Project
from sereno.plans.rules import printing
from sereno.reports.queries.papers.paper import (
    SIGNATURES,
    Ask,
    Draft,
    Free,
    Lack,
    lacking,
    paragraphs,
    whole,
    written,
    years_words,
)
from sereno.reports.rules.document import Cell, Column, Part, Table

KIND = "work_plan"
COLUMNS = (
    Column("Sugerencias y recomendaciones"),
    Column("Nombre del proyecto"),
    Column("Objetivos"),
    Column("Indicadores"),
    Column("Fecha de realización"),
    Column("Unidad responsable"),
)
REFUSED = (Column("Sugerencia"), Column("Respuesta y razón"))
Row = tuple[Cell, ...]


def subjects() -> list[tuple[str, str]]:
    """The years whose account somebody answered, and the plans of commitments."""
    years = Commitment.objects.order_by().values_list("matter__year", flat=True)
    plans = Plan.objects.filter(kind=Plan.Kind.COMMITMENTS, published_at__isnull=False)
    return [
        *((str(year), str(year)) for year in sorted(set(years), reverse=True)),
        *((f"plan:{plan.pk}", plan.title) for plan in plans.order_by("-starts_on", "pk")),
    ]


def compose(ask: Ask) -> Draft | None:
    kind, _colon, number = ask.subject.partition(":")
    if kind == "plan":
        plan = Plan.objects.filter(
            pk=number, kind=Plan.Kind.COMMITMENTS, published_at__isnull=False
        ).first()
        return _of_plan(plan, ask) if plan else None
    year = int(ask.subject)
    found = list(_commitments(year))
    return _of_year(year, found, ask) if found else None


def _free() -> tuple[Free, ...]:
    return (
        Free(
            "antecedentes",
            lazy("Antecedentes"),
            lazy("La asamblea y la norma de las que nace."),
            rows=5,
        ),
    )


def _of_year(year: int, found: list[Commitment], ask: Ask) -> Draft:
    named = [(each.project.objective.component.name, _of_commitment(each)) for each in found]
    refusals = Refusal.objects.given().filter(matter__year=year, returned_at=None)
    told = tuple(
        (Cell(each.matter.title), Cell(each.reason))
        for each in refusals.select_related("matter").order_by("matter_id")
    )
    parts = [*written("Antecedentes", ask.text("antecedentes")), *_components(named)]
    if told:
        table = Table("no-aceptadas", "Sugerencias que no se aceptan", REFUSED, told)
        parts.append(Part("Sugerencias con respuesta negativa", table=table))
    waiting = Matter.objects.filter(year=year, commitment=None).exclude(
        pk__in=refusals.values("matter_id")
    )
    count = waiting.count()
    lacks = (Lack(_("Asuntos sin respuesta: %(count)d") % {"count": count}),) if count else ()
    ends = max(each.due_on for each in found)
    return _draft(
        f"plan-de-trabajo-{year}",
        f"Plan de trabajo de la rendición de cuentas {year}",
        date(year, 1, 1),
        max(ends, date(year, 12, 31)),
        parts,
        ask,
        lacks,
    )


def _of_plan(plan: Plan, ask: Ask) -> Draft:
    projects = (
        Project.objects.filter(objective__component__plan=plan)
        .select_related("objective__component", "responsible")
        .prefetch_related("indicators__targets__indicator")
        .order_by("objective__component__position", "objective__position", "pk")
    )
    named = [(each.objective.component.name, _of_project(each)) for each in projects]
    parts = [*written("Antecedentes", ask.text("antecedentes")), *_components(named)]
    without = sum(1 for _name, row in named if not row[0].text)
    lacks = (
        (Lack(_("Proyectos sin la sugerencia de la que nacen: %(count)d") % {"count": without}),)
        if without
        else ()
    )
    return _draft(plan.slug, plan.title, plan.starts_on, plan.ends_on, parts, ask, lacks)


def _draft(
    slug: str,
    title: str,
    starts_on: date,
    ends_on: date,
    parts: list[Part],
    ask: Ask,
    lacks: tuple[Lack, ...],
) -> Draft:
    free = _free()
    document = whole(KIND, title, years_words(starts_on, ends_on), ask, [*parts, SIGNATURES])
    return Draft(
        slug if slug.startswith("plan-de-trabajo") else f"plan-de-trabajo-{slug}",
        starts_on,
        ends_on,
        document,
        free,
        (*lacks, *lacking(free, ask)),
    )


def _components(named: Iterable[tuple[str, Row]]) -> Iterator[Part]:
    for number, (name, group) in enumerate(groupby(named, key=lambda pair: pair[0]), 1):
        rows = tuple(row for _name, row in group)
        table = Table(f"componente-{number}", f"Componente {number}: {name}", COLUMNS, rows)
        yield Part(f"Componente {number}. {name}", table=table)


def _commitments(year: int) -> QuerySet[Commitment]:
    return (
        Commitment.objects.filter(matter__year=year)
        .select_related(
            "matter",
            "responsible",
            "indicator",
            "target__indicator",
            "project__objective__component",
        )
        .order_by(
            "project__objective__component__plan_id",
            "project__objective__component__position",
            "project__objective__position",
            "project_id",
            "matter_id",
        )
    )


def _of_commitment(one: Commitment) -> Row:
    promised = _promised(one)
    return (
        Cell(" ".join(paragraphs(f"{one.matter.title}. {one.matter.text}"))),
        Cell(one.project.name),
        Cell(one.text),
        Cell(promised, opens=""),
        Cell(f"{one.due_on:%d/%m/%Y}"),
        Cell(one.responsible.name),
    )


def _promised(one: Commitment) -> str:
    if one.indicator is None:
        return "Sin indicador todavía"
    if one.target is None:
        return one.indicator.name
    return f"{one.indicator.name}: {printing.as_read(one.target.source_words or one.target.said)}"


def _of_project(project: Project) -> Row:
    lines = [
        f"{indicator.name}: {printing.as_read(target.source_words or target.said)}"
        for indicator in project.indicators.all()
        for target in indicator.targets.all()
        if target.parish_id is None
    ]
    return (
        Cell(project.suggestion),
        Cell(project.name),
        Cell(project.objective.text),
        Cell("; ".join(lines) or "Sin indicador todavía"),
        Cell(project.period_note or years_words(project.starts_on, project.ends_on)),
        Cell(project.responsible.name),
    )
