"""What is done month by month, as open data: the activities of plans, and how far each is."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from sereno.plans import queries
from sereno.plans.models import Task, TaskProgress
from sereno.plans.rules.programming import MONTHS
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.rules.opened import Column, day, moment, number, text, whole

OF_TASK = "project__objective__component__plan"
SHORT = ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic")
NUMBERS = range(1, MONTHS + 1)


def _tasks() -> QuerySet[Task]:
    published = queries.tasks().filter(**{f"{OF_TASK}__published_at__isnull": False})
    return published.order_by(f"{OF_TASK}__slug", "pk")


def _task(found: Sequence[Task], _on: date) -> Iterable[Cells]:
    for one in found:
        said = one.programming
        told: list[TaskProgress] = vars(one)["confirmed"]
        last = told[-1] if told else None
        yield (
            *(one.pk, one.project.objective.component.plan.slug, one.project_id, one.project.name),
            *(one.name, one.answers.name, one.partners, one.starts_on, one.ends_on),
            *(one.period_note, one.verification, one.cost),
            *(last.done if last else None, f"{last.year}-{last.month:02}" if last else ""),
            *(said.shares or [None] * MONTHS),
            *(said.spending or [None] * MONTHS),
        )


def _progress() -> QuerySet[TaskProgress]:
    return (
        TaskProgress.objects.filter(
            **{f"task__{OF_TASK}__published_at__isnull": False}, confirmed_at__isnull=False
        )
        .select_related(f"task__{OF_TASK}")
        .order_by("task", "year", "month", "pk")
    )


def _told(found: Sequence[TaskProgress], _on: date) -> Iterable[Cells]:
    """The note is a person's own words for who confirms, and may name somebody."""
    for one in found:
        yield (
            *(one.pk, one.task_id, one.task.project.objective.component.plan.slug),
            *(one.year, one.month, one.done, one.evidence, one.confirmed_at),
        )


def _monthly(name: str, heading: str) -> tuple[Column, ...]:
    return tuple(
        number(f"{name}_{month:02}", f"{heading}_{short}")
        for month, short in zip(NUMBERS, SHORT, strict=True)
    )


ACTIVITIES = Table(
    "activities",
    "actividades",
    "Actividades de los planes",
    "Qué se hace en cada proyecto, mes a mes y con cuánto dinero, y hasta dónde va.",
    ("id",),
    (
        whole("id", "numero"),
        text("plan", "plan"),
        whole("project", "numero_proyecto"),
        text("project_name", "proyecto"),
        text("name", "actividad"),
        text("responsible", "responsable"),
        text("partners", "con_quien"),
        day("starts_on", "desde"),
        day("ends_on", "hasta"),
        text("period_note", "nota_fechas"),
        text("verification", "medio_de_verificacion"),
        number("cost", "costo"),
        number("done", "hecho_de_cien", "Lo último confirmado; vacío si no se sabe."),
        text("done_until", "hecho_hasta", "El mes hasta cuyo fin cuenta."),
        *_monthly("share", "programado_de_cien"),
        *_monthly("spending", "gasto"),
    ),
    _tasks,
    _task,
    {
        "plan": Filter(f"{OF_TASK}__slug"),
        "project": Filter("project", is_number=True),
    },
)
ACTIVITY_PROGRESS = Table(
    "activity-progress",
    "avances-actividades",
    "Avances confirmados de las actividades",
    "Cuánto de cada actividad estaba hecho al fin de cada mes, con su evidencia.",
    ("id",),
    (
        whole("id", "numero"),
        whole("activity", "actividad"),
        text("plan", "plan"),
        whole("year", "anio"),
        whole("month", "mes"),
        number("done", "hecho_de_cien"),
        text("evidence", "evidencia"),
        moment("confirmed_at", "confirmado"),
    ),
    _progress,
    _told,
    {
        "activity": Filter("task", is_number=True),
        "plan": Filter(f"task__{OF_TASK}__slug"),
        "year": Filter("year", is_number=True),
    },
)
