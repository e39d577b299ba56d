"""In which parks a neighbour can call for help with a device that works."""

from decimal import Decimal

from django.db.models import Exists, OuterRef, QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.devices.models import Device
from sereno.devices.rules import State
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.devices.operating import conditions
from sereno.results.sources.source import Question, Source
from sereno.territory.models import Place

CALLS_FOR_HELP = (Device.Kind.COMMUNITY_ALARM, Device.Kind.PANIC_BUTTON)


def parks(period: Period) -> QuerySet[Place]:
    """Every park, and whether an alarm or button of the park operates when the period ends."""
    working = conditions(period.ends_at).filter(
        state=State.OPERATING, device__kind__in=CALLS_FOR_HELP, device__place=OuterRef("pk")
    )
    return Place.objects.filter(kind=Place.Kind.PARK).annotate(covered=Exists(working))


SOURCE = Source(
    name="devices.parks_covered",
    title=_("Parques y áreas recreativas con alarma o botón que funciona"),
    excludes=_(
        "Se cuentan todos los parques registrados. Cubre un parque solo una alarma comunitaria o "
        "un botón de pánico registrado en él y en funcionamiento al cierre del período; las "
        "cámaras y los megáfonos no cuentan."
    ),
    record=_("un parque"),
    unit="percent",
    formulas=("share", "sum"),
    question=Question("place", parks, told="covered"),
    worth=Decimal,
    kept=kept.devices,
    of_a_moment=True,
)
