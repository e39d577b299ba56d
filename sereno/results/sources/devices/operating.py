"""Which of the devices the barrio may count on really work."""

from datetime import datetime
from decimal import Decimal

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.devices.models import Condition
from sereno.devices.rules import IN_SERVICE, State
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.source import Question, Source

STANDING = IN_SERVICE | {State.ACCEPTED}


def conditions(moment: datetime) -> QuerySet[Condition]:
    """The state each device was in at a moment."""
    return Condition.objects.filter(Q(ends_at=None) | Q(ends_at__gt=moment), starts_at__lte=moment)


def standing(period: Period) -> QuerySet[Condition]:
    """The state of each device accepted and not retired when the period ends."""
    return conditions(period.ends_at).filter(state__in=STANDING)


def worth(state: str) -> Decimal:
    """1 where it operates."""
    return Decimal(state == State.OPERATING)


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
    question=Question(
        "device", standing, told="state", number="device_id", parish="device__parish"
    ),
    worth=worth,
    kept=kept.devices,
    of_a_moment=True,
)
