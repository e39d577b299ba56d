"""Joint operations and trainings that took place, and the people who came."""

from decimal import Decimal
from functools import partial

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.community.models import Activity
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.source import Question, Source, one


def held(kind: Activity.Kind, period: Period) -> QuerySet[Activity]:
    """What was held of a kind in the period."""
    return Activity.objects.filter(
        kind=kind, held_at__gte=period.starts_at, held_at__lt=period.ends_at
    )


def question(kind: Activity.Kind, told: str) -> Question:
    return Question("activity", partial(held, kind), told=told, when="held_at")


SOURCES = (
    Source(
        name="community.joint_operations",
        title=_("Operativos interinstitucionales realizados"),
        excludes=_("No cuentan los planificados que aún no se realizan ni los cancelados."),
        record=_("un operativo"),
        unit="operations",
        formulas=("count",),
        question=question(Activity.Kind.JOINT_OPERATION, "kind"),
        worth=one,
        kept=kept.activities,
    ),
    Source(
        name="community.trainings",
        title=_("Capacitaciones realizadas"),
        excludes=_("No cuentan las planificadas que aún no se realizan ni las canceladas."),
        record=_("una capacitación"),
        unit="trainings",
        formulas=("count",),
        question=question(Activity.Kind.TRAINING, "kind"),
        worth=one,
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
        question=question(Activity.Kind.TRAINING, "attendance"),
        worth=Decimal,
        kept=kept.activities,
    ),
)
