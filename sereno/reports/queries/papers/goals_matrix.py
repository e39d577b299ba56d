"""The old matrix of goals (literal a4): every unit with its objective, indicators and goals."""

from collections import defaultdict
from datetime import date

from django.utils.formats import date_format

from sereno.plans.models import Indicator, OrgUnit, Target
from sereno.plans.queries import chart
from sereno.plans.rules import printing
from sereno.reports.queries.goals import published_indicators
from sereno.reports.queries.papers.paper import (
    NOT_APPLICABLE,
    SIGNATURES,
    Ask,
    Draft,
    Free,
    lacking,
    whole,
)
from sereno.reports.rules import lotaip
from sereno.reports.rules.document import Cell, Column, Part, Table

KIND = "goals"
COLUMNS = (
    Column("No."),
    Column("Descripción de la unidad"),
    Column("Objetivo de la unidad"),
    Column("Indicador"),
    Column("Meta cuantificable"),
)
FOOT = (
    ("enlace", "LINK PARA DESCARGAR EL REPORTE DE GPR"),
    ("unidad", "UNIDAD POSEEDORA DE LA INFORMACIÓN"),
    ("responsable", "RESPONSABLE DE LA UNIDAD (CARGO)"),
    ("correo", "CORREO ELECTRÓNICO INSTITUCIONAL"),
    ("telefono", "NÚMERO TELEFÓNICO INSTITUCIONAL"),
)
MONTHS = 12


def subjects() -> list[tuple[str, str]]:
    """The last months of the plans that promise something, newest first."""
    targets = Target.objects.filter(
        indicator__project__objective__component__plan__published_at__isnull=False
    )
    years = sorted({y for pair in targets.values_list("starts_on", "ends_on") for y in _span(pair)})
    return [
        (f"{year}-{month:02}", date_format(date(year, month, 1), "F \\d\\e Y"))
        for year in reversed(years)
        for month in range(MONTHS, 0, -1)
    ]


def compose(ask: Ask) -> Draft | None:
    year, _dash, month = ask.subject.partition("-")
    if not (year.isdecimal() and month.isdecimal() and 1 <= int(month) <= MONTHS):
        return None
    first = date(int(year), int(month), 1)
    last = lotaip.month_end(first.year, first.month)
    free = tuple(Free(code, label.capitalize(), rows=1) for code, label in FOOT)
    rows = tuple(_rows(first, last))
    facts = (
        ("FECHA ACTUALIZACIÓN DE LA INFORMACIÓN", f"{last:%d/%m/%Y}"),
        ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN", "MENSUAL"),
        *((label, ask.text(code) or NOT_APPLICABLE) for code, label in FOOT),
    )
    table = Table(
        "a4", "a4) Metas y objetivos de las unidades administrativas", COLUMNS, rows, facts
    )
    words = date_format(first, "F \\d\\e Y")
    document = whole(
        KIND,
        f"Metas y objetivos de las unidades administrativas, {words}",
        words,
        ask,
        (Part("Literal a4", table=table), SIGNATURES),
        facts=(("Norma", "LOTAIP de 2004, art. 7, literal a4"),),
    )
    return Draft(f"metas-a4-{ask.subject}", first, last, document, free, lacking(free, ask))


def _rows(first: date, last: date) -> list[tuple[Cell, ...]]:
    """Units in the order of their codes; one that promises nothing says so."""
    promised: dict[int, list[tuple[Indicator, Target]]] = defaultdict(list)
    for indicator in published_indicators():
        for target in indicator.targets.all():
            if target.parish_id is None and target.starts_on <= last and first <= target.ends_on:
                target.indicator = indicator
                promised[indicator.project.responsible_id].append((indicator, target))
    found = []
    for unit in (unit for rank in chart() for unit, _depth in rank.units):
        mine = promised.get(unit.pk, [])
        found += [
            _row(unit, indicator.project.objective.text, indicator.name, _said(target))
            for indicator, target in mine
        ]
        if not mine and unit.objective:
            found.append(_row(unit, unit.objective, NOT_APPLICABLE, NOT_APPLICABLE))
    return found


def _row(unit: OrgUnit, objective: str, indicator: str, promised: str) -> tuple[Cell, ...]:
    return (
        Cell(unit.code),
        Cell(unit.name),
        Cell(unit.objective or objective),
        Cell(indicator),
        Cell(promised),
    )


def _said(target: Target) -> str:
    return printing.as_read(target.source_words or target.said)


def _span(pair: tuple[date, date]) -> range:
    return range(pair[0].year, pair[1].year + 1)
