"""The yearly story of activities, drafted from the records: each sentence with its figure."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.assemblies.models import Attendance, Deliberation
from sereno.plans.budget.queries import funds
from sereno.plans.rules import printing
from sereno.reports.queries import words
from sereno.reports.queries import yearly as question
from sereno.reports.queries.glance import PlanGoals
from sereno.reports.queries.goals import Goal, period_of
from sereno.reports.queries.papers.paper import (
    SIGNATURES,
    Ask,
    Draft,
    Free,
    Lack,
    figures_of,
    lacking,
    said,
    whole,
    written,
)
from sereno.reports.rules.document import Part, Sentence
from sereno.web.rules import decimal

KIND = "narrative"


def subjects() -> list[tuple[str, str]]:
    return [(str(year), str(year)) for year in question.years()]


def compose(ask: Ask) -> Draft | None:
    year = question.year_of(int(ask.subject)) if ask.subject.isdecimal() else None
    if year is None:
        return None
    free = (
        Free(
            "presentacion", lazy("Presentación"), lazy("Quién informa, a quién y por qué."), rows=5
        ),
        Free("dificultades", lazy("Dificultades del año"), rows=5),
        Free("pendientes", lazy("Lo que sigue"), rows=4),
    )
    first, last = date(year.year, 1, 1), date(year.year, 12, 31)
    goals = [goal for plan in year.plans for goal in plan.goals]
    parts = (
        *written("Presentación", ask.text("presentacion")),
        *(part for plan in year.plans for part in _chapter(plan)),
        *_assemblies(year.year),
        *_money(year.year),
        *written("Dificultades del año", ask.text("dificultades")),
        *written("Lo que sigue", ask.text("pendientes")),
        SIGNATURES,
    )
    silent = [goal.indicator.name for goal in goals if goal.figure is None]
    lacks = [Lack(_("Sin cifra publicada: %(name)s") % {"name": name}) for name in silent]
    document = whole(
        KIND,
        f"Informe de actividades {year.year}",
        str(year.year),
        ask,
        parts,
        figures=figures_of(goals),
    )
    slug = f"informe-de-actividades-{year.year}"
    return Draft(slug, first, last, document, free, (*lacks, *lacking(free, ask)))


def _chapter(plan: PlanGoals) -> Iterator[Part]:
    yield Part(plan.plan.title)
    for component in plan.components:
        sentences = tuple(told(goal) for goal in component.goals)
        yield Part(component.component.name, level=2, sentences=sentences)


def told(goal: Goal) -> Sentence:
    """One goal in one sentence: what was done, of what was promised, and how that stands."""
    name, figure = goal.indicator.name, goal.figure
    promised = ""
    if goal.target:
        promised = printing.as_read(goal.target.source_words or goal.target.said)
    if figure is None:
        aim = f" Se prometió: {promised}." if promised else ""
        return Sentence(f"{name}: todavía no hay una cifra publicada.{aim}")
    period = period_of(figure.measurement).words
    stands = str(words.STANDINGS[goal.standing])
    aim = f"; se prometió {promised}" if promised else ""
    return Sentence(f"{name}: {said(figure)} ({period}){aim}. {stands}.", opens=figure.slug)


def _assemblies(year: int) -> Iterator[Part]:
    """The meetings of the year; a meeting that was not counted says so."""
    held = Deliberation.objects.filter(held_on__year=year).order_by("held_on", "pk")
    sentences = [_met(each) for each in held.prefetch_related("attendance")]
    if sentences:
        yield Part("Asambleas y deliberación", sentences=tuple(sentences))


def _met(one: Deliberation) -> Sentence:
    by_sex = [row.count for row in one.attendance.all() if row.by == Attendance.By.SEX]
    came = f"asistieron {decimal(sum(by_sex))} personas" if by_sex else "no se contó la asistencia"
    return Sentence(f"{one.title}, {one.held_on:%d/%m/%Y}, {one.place}: {came}.")


def _money(year: int) -> Iterator[Part]:
    month = funds.last_month(year)
    if month is None:
        return
    spent = [each.amounts for parts in funds.parts_by_project(month).values() for each in parts]
    revised = sum((each.revised for each in spent), Decimal(0))
    accrued = sum((each.accrued for each in spent), Decimal(0))
    if not revised:
        return
    share = decimal(accrued * 100 / revised, 2)
    until = f"{month.number:02}/{month.year}"
    yield Part(
        "El dinero de los proyectos",
        sentences=(
            Sentence(
                f"De USD {decimal(revised, 2)} codificados para proyectos se devengaron "
                f"USD {decimal(accrued, 2)}, el {share} %, según la cédula de {until}."
            ),
        ),
    )
