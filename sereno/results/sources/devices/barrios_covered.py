"""Which barrios have a device that works."""

from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.devices.operating import conditions
from sereno.results.sources.source import Question, Source
from sereno.territory.models import Barrio


def barrios(period: Period) -> QuerySet[Barrio]:
    """Every barrio, and whether a device that stays there operates when the period ends."""
    working = (
        conditions(period.ends_at)
        .filter(state=State.OPERATING, device__barrio=OuterRef("pk"))
        .exclude(device__kind=Device.Kind.VEHICLE)
    )
    return Barrio.objects.annotate(covered=Exists(working))


SOURCE = Source(
    name="devices.barrios_covered",
    title=_("Barrios con al menos un dispositivo que funciona"),
    excludes=_(
        "Se cuentan todos los barrios registrados. Los vehículos no cuentan, porque no se quedan "
        "en un barrio; cada dispositivo cuenta en el barrio donde hoy está registrado."
    ),
    record=_("un barrio"),
    unit="percent",
    formulas=("share", "sum"),
    question=Question("barrio", barrios, told="covered"),
    worth=Decimal,
    kept=kept.devices,
    of_a_moment=True,
)
