"""Joint operations and trainings that took place, and the people who came."""

from decimal import Decimal

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.community.models import Activity
from sereno.results.rules.rows import Period, Row
from sereno.results.sources import kept
from sereno.results.sources.source import Source


def held(kind: Activity.Kind, period: Period) -> QuerySet[Activity]:
    activities = Activity.objects.filter(
        kind=kind, held_at__gte=period.starts_at, held_at__lt=period.ends_at
    )
    return activities.filter(parish=period.parish) if period.parish else activities


def joint_operations(period: Period) -> list[Row]:
    """One row a joint operation held in the period."""
    return _each(held(Activity.Kind.JOINT_OPERATION, period))


def trainings(period: Period) -> list[Row]:
    """One row a training held in the period."""
    return _each(held(Activity.Kind.TRAINING, period))


def people_trained(period: Period) -> list[Row]:
    """One row a training held in the period whose attendance was counted."""
    counted = held(Activity.Kind.TRAINING, period).filter(attendance__isnull=False)
    return [
        Row(f"activity:{pk}", Decimal(attendance or 0))
        for pk, attendance in counted.values_list("pk", "attendance")
    ]


def _each(activities: QuerySet[Activity]) -> list[Row]:
    return [Row(f"activity:{pk}", Decimal(1)) for pk in activities.values_list("pk", flat=True)]


SOURCES = (
    Source(
        name="community.joint_operations",
        title=_("Operativos interinstitucionales realizados"),
        excludes=_("No cuentan los planificados que aún no se realizan ni los cancelados."),
        record=_("un operativo"),
        unit="operations",
        formulas=("count",),
        rows=joint_operations,
        kept=kept.activities,
    ),
    Source(
        name="community.trainings",
        title=_("Capacitaciones realizadas"),
        excludes=_("No cuentan las planificadas que aún no se realizan ni las canceladas."),
        record=_("una capacitación"),
        unit="trainings",
        formulas=("count",),
        rows=trainings,
        kept=kept.activities,
    ),
    Source(
        name="community.people_trained",
        title=_("Personas que asistieron a capacitaciones"),
        excludes=_(
            "Se suman las asistencias: quien fue a dos capacitaciones cuenta dos veces. No "
            "cuentan las capacitaciones cuya asistencia no se registró."
        ),
        record=_("una capacitación"),
        unit="people",
        formulas=("sum", "median"),
        rows=people_trained,
        kept=kept.activities,
    ),
)
