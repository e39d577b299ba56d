"""The management report by sector: its money, its goals, and what the council makes of them."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.plans.budget.models import Month
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries.funds import Funds
from sereno.plans.budget.queries.year import terms_on
from sereno.plans.models import Objective
from sereno.plans.rules import printing
from sereno.reports.queries import words
from sereno.reports.queries import yearly as question
from sereno.reports.queries.glance import ComponentGoals, PlanGoals
from sereno.reports.queries.goals import Goal
from sereno.reports.queries.papers.paper import (
    NONE_YET,
    SIGNATURES,
    Ask,
    Draft,
    Free,
    Lack,
    amount_cell,
    figure_cell,
    figures_of,
    lacking,
    paragraphs,
    percent_cell,
    whole,
    written,
)
from sereno.reports.rules.document import Cell, Column, Kind, Part, Table
from sereno.results.rules.progress import State

KIND = "management"
MONEY = (
    Column("Programa"),
    Column("Proyecto"),
    Column("Codificado", Kind.MONEY),
    Column("Devengado", Kind.MONEY),
    Column("% de ejecución", Kind.PERCENT),
)
GOALS = (
    Column("Meta"),
    Column("Unidad"),
    Column("Programado"),
    Column("Ejecutado"),
    Column("% de cumplimiento", Kind.PERCENT),
    Column("Estado"),
    Column("Entidad responsable"),
)
ALIGNED = (
    Column("Objetivo"),
    Column("Instrumento"),
    Column("Objetivo al que contribuye"),
    Column("Cómo contribuye"),
)


def subjects() -> list[tuple[str, str]]:
    return [(str(year), str(year)) for year in question.years()]


def compose(ask: Ask) -> Draft | None:
    year = question.year_of(int(ask.subject)) if ask.subject.isdecimal() else None
    if year is None:
        return None
    month = funds.last_month(year.year)
    free = (
        Free(
            "descripcion",
            lazy("Descripción del sector"),
            lazy("Territorio, población y servicio."),
            rows=5,
        ),
        *_of_sectors(year.plans),
        Free("conclusiones", lazy("Conclusiones"), is_needed=True),
        Free("recomendaciones", lazy("Recomendaciones"), is_needed=True),
        Free("desafios", lazy("Desafíos"), is_needed=True),
    )
    goals = [goal for plan in year.plans for goal in plan.goals]
    parts = (
        *written("Descripción", ask.text("descripcion")),
        *(part for plan in year.plans for part in _plan(plan, month, ask)),
        *written("Conclusiones", ask.text("conclusiones")),
        *written("Recomendaciones", ask.text("recomendaciones")),
        *written("Desafíos", ask.text("desafios")),
        SIGNATURES,
    )
    lacks = [] if month else [Lack(_("Ninguna cédula presupuestaria del año"))]
    lacks += [
        Lack(_("Sin cifra publicada: %(name)s") % {"name": goal.indicator.name})
        for goal in goals
        if goal.figure is None
    ]
    document = whole(
        KIND,
        f"Informe de gestión por sector {year.year}",
        str(year.year),
        ask,
        parts,
        figures=figures_of(goals),
        facts=(("Cédula presupuestaria", f"{month.number:02}/{month.year}"),) if month else (),
    )
    return Draft(
        f"informe-de-gestion-{year.year}",
        date(year.year, 1, 1),
        date(year.year, 12, 31),
        document,
        free,
        (*lacks, *lacking(free, ask)),
    )


def _of_sectors(plans: tuple[PlanGoals, ...]) -> Iterator[Free]:
    for plan in plans:
        for sector in plan.components:
            yield Free(
                _code(sector),
                lazy("Resultados de «%(name)s»") % {"name": sector.component.name},
                plan.plan.title,
            )


def _code(sector: ComponentGoals) -> str:
    return f"resultados-{sector.component.pk}"


def _plan(plan: PlanGoals, month: Month | None, ask: Ask) -> Iterator[Part]:
    served = funds.of_plan(plan.plan, month, terms_on(plan.plan.starts_on)) if month else []
    yield Part(plan.plan.title)
    for number, sector in enumerate(plan.components, 1):
        mine = [
            each for each in served if each.project.objective.component_id == sector.component.pk
        ]
        yield from _sector(plan, sector, number, mine, ask)


def _sector(
    plan: PlanGoals, sector: ComponentGoals, number: int, served: list[Funds], ask: Ask
) -> Iterator[Part]:
    code = f"{plan.plan.slug[:16]}-{number}"
    yield Part(sector.component.name, level=2, paragraphs=paragraphs(ask.text(_code(sector))))
    money = tuple(_money(each) for each in served if each.row.amounts)
    if money:
        table = Table(f"{code}-p", f"Presupuesto: {sector.component.name}", MONEY, money)
        yield Part("Presupuesto", level=3, table=table)
    rows = tuple(_goal(goal) for goal in sector.goals)
    table = Table(f"{code}-m", f"Metas: {sector.component.name}", GOALS, rows)
    yield Part("Metas", level=3, table=table)
    aligned = tuple(_aligned(sector))
    if aligned:
        table = Table(f"{code}-a", f"Alineación: {sector.component.name}", ALIGNED, aligned)
        yield Part("Alineación", level=3, table=table)


def _money(each: Funds) -> tuple[Cell, ...]:
    amounts = each.row.amounts
    return (
        Cell(each.project.objective.component.name),
        Cell(each.project.name),
        amount_cell(amounts.revised if amounts else None),
        amount_cell(amounts.accrued if amounts else None),
        percent_cell(each.row.execution),
    )


def _goal(goal: Goal) -> tuple[Cell, ...]:
    target = goal.target
    return (
        Cell(goal.indicator.name),
        Cell(printing.unit_words(goal.indicator.unit)),
        Cell(printing.as_read(target.source_words or target.said) if target else "sin meta"),
        figure_cell(goal.figure),
        _fulfilled(goal),
        Cell(str(words.STANDINGS[goal.standing])),
        Cell(goal.indicator.project.responsible.name),
    )


def _fulfilled(goal: Goal) -> Cell:
    """How much of the goal was reached; unknown is not zero, and some goals have no such number."""
    found = goal.progress
    if goal.figure is None:
        return Cell(NONE_YET)
    if found.ratio is None:
        return Cell("sin dato" if found.state == State.UNKNOWN else "no aplica")
    return percent_cell(Decimal(found.ratio) * 100)


def _aligned(sector: ComponentGoals) -> Iterator[tuple[Cell, ...]]:
    objectives = Objective.objects.filter(component=sector.component).prefetch_related(
        "alignment_set__serves__catalogue"
    )
    for objective in objectives:
        for each in objective.alignment_set.all():
            yield (
                Cell(objective.text),
                Cell(each.serves.catalogue.name),
                Cell(f"{each.serves.number}. {each.serves.title}"),
                Cell(each.note or "sin nota"),
            )
