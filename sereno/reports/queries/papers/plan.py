"""A plan of several years as a document: diagnosis, objectives, activities and their years."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.plans.models import Objective, Plan, Project, Target
from sereno.plans.queries import components, problems
from sereno.plans.rules import printing
from sereno.reports.queries.papers.paper import (
    SIGNATURES,
    Ask,
    Draft,
    Free,
    Lack,
    lacking,
    whole,
    written,
    years_words,
)
from sereno.reports.rules.document import Cell, Column, Part, Table

KIND = "plan"
DIAGNOSIS = (
    Column("Tema"),
    Column("Problema"),
    Column("Zonas"),
    Column("Actores"),
)
FACTS = (Column("Dato"), Column("Valor"), Column("Año"), Column("Fuente"))
HEAD = (
    Column("Actividad"),
    Column("Indicador"),
    Column("Meta"),
    Column("Actores"),
)
MARK = "X"
TABLES = (Plan.Kind.COMMITMENTS, Plan.Kind.INDICATORS)


def subjects() -> list[tuple[str, str]]:
    """Every published plan that is a document of its own."""
    found = Plan.objects.filter(published_at__isnull=False).exclude(kind__in=TABLES)
    return [(f"plan:{plan.pk}", plan.title) for plan in found.order_by("-starts_on", "pk")]


def compose(ask: Ask) -> Draft | None:
    kind, _colon, number = ask.subject.partition(":")
    found = Plan.objects.filter(published_at__isnull=False).exclude(kind__in=TABLES)
    plan = found.filter(pk=number).first() if kind == "plan" else None
    if plan is None:
        return None
    free = (
        Free(
            "presentacion", lazy("Presentación"), lazy("De qué nace el plan y qué busca."), rows=6
        ),
        Free(
            "seguimiento",
            lazy("Seguimiento"),
            lazy("Cómo y cuándo se rinde cuentas del plan."),
            rows=6,
        ),
    )
    objectives = list(_objectives(plan))
    parts = (
        *written("Presentación", ask.text("presentacion")),
        *_vision(plan),
        *_diagnosis(plan),
        *objectives,
        *written("Seguimiento y rendición de cuentas", ask.text("seguimiento")),
        SIGNATURES,
    )
    without = [
        row[1].text
        for part in objectives
        if part.table
        for row in part.table.rows
        if not row[2].text
    ]
    lacks = [Lack(_("Sin meta: %(name)s") % {"name": name}) for name in without]
    document = whole(
        KIND,
        plan.title,
        years_words(plan.starts_on, plan.ends_on),
        ask,
        parts,
        facts=(("Clase de plan", str(plan.get_kind_display())),),
    )
    return Draft(
        plan.slug if plan.slug.startswith("plan") else f"plan-{plan.slug}",
        plan.starts_on,
        plan.ends_on,
        document,
        free,
        (*lacks, *lacking(free, ask)),
    )


def _vision(plan: Plan) -> Iterator[Part]:
    if plan.vision:
        until = f" al {plan.vision_until}" if plan.vision_until else ""
        yield Part(f"Visión{until}", paragraphs=(plan.vision,))


def _facts(plan: Plan) -> Iterator[Part]:
    rows = tuple(
        (
            Cell(one.name),
            Cell(one.said, value=str(one.value)),
            Cell(str(one.year or "")),
            Cell(one.source),
        )
        for one in plan.facts.all()
    )
    if rows:
        yield Part("Datos del diagnóstico", table=Table("datos", "Datos", FACTS, rows))


def _diagnosis(plan: Plan) -> Iterator[Part]:
    rows = tuple(
        (Cell(each.theme), Cell(each.text), Cell(each.zones), Cell(each.actors))
        for each in problems(plan)
    )
    yield from _facts(plan)
    if rows:
        yield Part("Diagnóstico", table=Table("diagnostico", "Problemas", DIAGNOSIS, rows))


def _objectives(plan: Plan) -> Iterator[Part]:
    years = range(plan.starts_on.year, plan.ends_on.year + 1)
    columns = (*HEAD, *(Column(str(year)) for year in years))
    number = 0
    for component in components(plan):
        yield Part(component.name)
        for objective in component.objectives.all():
            number += 1
            rows = tuple(
                row for project in objective.projects.all() for row in _rows(project, years)
            )
            yield Part(
                f"Objetivo {number}",
                level=2,
                paragraphs=(objective.text,),
                labels=_alignments(objective),
                table=Table(
                    f"objetivo-{number}", f"Actividades del objetivo {number}", columns, rows
                )
                if rows
                else None,
            )


def _alignments(objective: Objective) -> tuple[tuple[str, str], ...]:
    return tuple(
        (each.serves.catalogue.name, f"{each.serves.number}. {each.serves.title}")
        for each in objective.alignment_set.all()
    )


def _rows(project: Project, years: range) -> Iterator[tuple[Cell, ...]]:
    """One row an indicator; an activity without one is still promised for its years."""
    indicators = list(project.indicators.all())
    if not indicators:
        yield _row(project, "", "", _marks(years, [(project.starts_on.year, project.ends_on.year)]))
    for indicator in indicators:
        targets = [target for target in indicator.targets.all() if target.parish_id is None]
        spans = [(target.starts_on.year, target.ends_on.year) for target in targets]
        promised = "; ".join(dict.fromkeys(_promised(target) for target in targets))
        yield _row(project, indicator.name, promised, _marks(years, spans))


def _row(
    project: Project, indicator: str, promised: str, marks: tuple[Cell, ...]
) -> tuple[Cell, ...]:
    actors = "; ".join(part for part in (project.responsible.name, project.partners) if part)
    return (Cell(project.name), Cell(indicator), Cell(promised), Cell(actors), *marks)


def _marks(years: range, spans: list[tuple[int, int]]) -> tuple[Cell, ...]:
    return tuple(
        Cell(MARK if any(first <= year <= last for first, last in spans) else "") for year in years
    )


def _promised(target: Target) -> str:
    return printing.as_read(target.source_words or target.said)
