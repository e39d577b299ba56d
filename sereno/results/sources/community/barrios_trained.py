"""Which barrios received a training."""

from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.community.models import Activity
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.source import Question, Source
from sereno.territory.models import Barrio


def barrios(period: Period) -> QuerySet[Barrio]:
    """Every barrio, and whether a training was held in it during the period."""
    held = Activity.objects.filter(
        kind=Activity.Kind.TRAINING,
        held_at__gte=period.starts_at,
        held_at__lt=period.ends_at,
        barrio=OuterRef("pk"),
    )
    return Barrio.objects.annotate(reached=Exists(held))


SOURCE = Source(
    name="community.barrios_trained",
    title=_("Barrios que recibieron una capacitación"),
    excludes=_(
        "Se cuentan todos los barrios registrados. No cuentan las capacitaciones canceladas, ni "
        "las que no dicen en qué barrio fueron."
    ),
    record=_("un barrio"),
    unit="percent",
    formulas=("share", "sum"),
    question=Question("barrio", barrios, told="reached"),
    worth=Decimal,
    kept=kept.activities,
)
