"""The accountability form of a year: every section, from the records or from what was pasted."""

from collections.abc import Iterator
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.assemblies.models import Matter, Process
from sereno.reports.queries import accounted
from sereno.reports.queries import yearly as question
from sereno.reports.queries.glance import PlanGoals, glance
from sereno.reports.queries.papers.form_records import RECORDS, Asked
from sereno.reports.queries.papers.paper import (
    SIGNATURES,
    Ask,
    Draft,
    Free,
    Lack,
    council,
    figures_of,
    lacking,
    whole,
    written,
)
from sereno.reports.rules import form
from sereno.reports.rules.document import Part
from sereno.reports.rules.form import Section
from sereno.reports.rules.period import Period
from sereno.web.rules import decimal

KIND = "form"
GENERAL = (
    ("ruc", "RUC de la institución"),
    ("nivel", "Nivel de gobierno o entidad a la que está adscrita"),
    ("direccion", "Provincia, cantón, parroquia y dirección"),
    ("correo", "Correo electrónico institucional"),
    ("telefono", "Teléfono institucional"),
    ("web", "Página web"),
    ("representante", "Representante legal (cargo y fecha de designación)"),
    ("proceso-responsable", "Responsable del proceso (cargo)"),
    ("registro-responsable", "Responsable del registro (cargo)"),
)
COMPETENCE = "competencia"


def subjects() -> list[tuple[str, str]]:
    """The years that something is known of: figures, a process, what people asked."""
    years = {
        *question.years(),
        *Process.objects.order_by().values_list("year", flat=True),
        *Matter.objects.order_by().values_list("year", flat=True),
    }
    return [(str(year), str(year)) for year in sorted(years, reverse=True)]


def compose(ask: Ask) -> Draft | None:
    if not ask.subject.isdecimal() or ask.subject not in {code for code, _words in subjects()}:
        return None
    year = int(ask.subject)
    first, last = date(year, 1, 1), date(year, 12, 31)
    plans = glance(min(ask.on, last), within=Period(first, last))
    sections = form.in_year(year)
    asked = Asked(year, ask, plans, ask.text(COMPETENCE))
    free, lacks = tuple(_free(sections)), list[Lack]()
    parts = [*_general(ask)]
    for section in sections:
        rows, misfits = (
            (tuple(RECORDS[section.code](asked)), [])
            if section.from_records
            else form.pasted(section, ask.text(section.code))
        )
        lacks += [
            Lack(
                _("%(section)s, fila %(row)d: tiene %(cells)d celdas y no %(columns)d")
                % {
                    "section": section.title,
                    "row": misfit.row,
                    "cells": misfit.cells,
                    "columns": len(section.columns),
                },
                bars=True,
            )
            for misfit in misfits
        ]
        if not rows:
            words = (
                _("%(section)s: no hay registros; saldrá NO APLICA")
                if section.from_records
                else _("%(section)s: nadie la llenó; saldrá NO APLICA")
            )
            lacks.append(Lack(words % {"section": section.title}))
        parts.append(Part(section.title, table=form.table(section, rows)))
    lacks += _steps(year, ask)
    parts += written("Observaciones", ask.text("observaciones"))
    parts.append(SIGNATURES)
    goals = [goal for plan in plans for goal in plan.goals]
    document = whole(
        KIND,
        f"Formulario de rendición de cuentas {year}",
        str(year),
        ask,
        parts,
        figures=figures_of(goals),
        facts=(("Secciones", decimal(len(sections))), ("Planes", _plans(plans))),
    )
    slug = f"formulario-de-rendicion-{year}"
    return Draft(slug, first, last, document, free, (*lacks, *lacking(free, ask)))


def _steps(year: int, ask: Ask) -> Iterator[Lack]:
    """The steps of the process that would not count; whoever controls the form opens each link."""
    account = accounted.of_year(year, on=ask.on)
    if account is None:
        yield Lack(_("Nadie abrió el proceso de rendición de cuentas de ese año"))
        return
    for found in account.lacking:
        yield Lack(
            _("Fase %(phase)d, %(why)s: así el año contaría como no cumplido")
            % {"phase": found.step.phase, "why": accounted.why(found)}
        )


def _free(sections: tuple[Section, ...]) -> Iterator[Free]:
    for code, label in GENERAL:
        yield Free(code, label, rows=1, is_needed=code in {"ruc", "representante"})
    yield Free(COMPETENCE, "Tipo de competencia", lazy("Exclusiva o concurrente, y cuál."), rows=1)
    for section in sections:
        if not section.from_records:
            names = " · ".join(column.name for column in section.columns)
            yield Free(
                section.code,
                section.title,
                lazy("Pegue las filas desde Excel, o escriba NO APLICA. Columnas: %(names)s")
                % {"names": names},
                rows=3,
            )
    yield Free("observaciones", lazy("Observaciones"))


def _general(ask: Ask) -> Iterator[Part]:
    told = ((label, ask.text(code)) for code, label in GENERAL)
    labels = (("Nombre de la institución", council()), *((n, t or "sin dato") for n, t in told))
    yield Part("Datos generales", labels=labels)


def _plans(plans: tuple[PlanGoals, ...]) -> str:
    return "; ".join(each.plan.title for each in plans) or "ninguno"
