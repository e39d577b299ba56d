"""Which barrios received a training."""

from decimal import Decimal

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext_lazy as _

from sereno.community.models import Activity
from sereno.results.rules.rows import Period, Row
from sereno.results.sources import kept
from sereno.results.sources.source import Source
from sereno.territory.models import Barrio


def rows(period: Period) -> list[Row]:
    """One row a barrio: 1 where a training was held in it during the period."""
    held = Activity.objects.filter(
        kind=Activity.Kind.TRAINING,
        held_at__gte=period.starts_at,
        held_at__lt=period.ends_at,
        barrio=OuterRef("pk"),
    )
    barrios = Barrio.objects.all()
    if period.parish:
        barrios = barrios.filter(parish=period.parish)
    return [
        Row(f"barrio:{pk}", Decimal(reached))
        for pk, reached in barrios.annotate(reached=Exists(held)).values_list("pk", "reached")
    ]


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
    rows=rows,
    kept=kept.activities,
)
