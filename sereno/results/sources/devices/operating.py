"""Which of the devices the barrio may count on really work."""

from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.devices.models import Condition
from sereno.devices.rules import IN_SERVICE, State
from sereno.results.rules.rows import Period, Row
from sereno.results.sources import kept
from sereno.results.sources.source import Source

STANDING = IN_SERVICE | {State.ACCEPTED}


def conditions(moment: datetime) -> QuerySet[Condition]:
    """The state each device was in at a moment."""
    return Condition.objects.filter(Q(ends_at=None) | Q(ends_at__gt=moment), starts_at__lte=moment)


def rows(period: Period) -> list[Row]:
    """One row a device accepted and not retired when the period ends: 1 where it operates."""
    standing = conditions(period.ends_at).filter(state__in=STANDING)
    if period.parish:
        standing = standing.filter(device__parish=period.parish)
    return [
        Row(f"device:{device}", Decimal(state == State.OPERATING))
        for device, state in standing.values_list("device_id", "state")
    ]


SOURCE = Source(
    name="devices.operating",
    title=_("Dispositivos que funcionan"),
    excludes=_(
        "Se cuentan los dispositivos aceptados y no retirados, al cierre del período. No cuentan "
        "los que solo se han solicitado o instalado sin aceptarlos; un dispositivo intermitente "
        "no funciona."
    ),
    record=_("un dispositivo"),
    unit="percent",
    formulas=("share", "sum"),
    rows=rows,
    kept=kept.devices,
    of_a_moment=True,
)
