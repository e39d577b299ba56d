"""Minutes from an alert to the operator who takes it."""

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.alerts.models import Alert
from sereno.alerts.rules import Class, Urgency
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.minutes import Microseconds, hundredths, minutes_between
from sereno.results.sources.source import Question, Source


def taken(period: Period) -> QuerySet[Alert]:
    """The alerts raised in the period and taken by someone, whenever that was."""
    return (
        Alert.objects.filter(
            raised_at__gte=period.starts_at,
            raised_at__lt=period.ends_at,
            acknowledged_at__isnull=False,
        )
        .exclude(classification=Class.TEST)
        .exclude(urgency=Urgency.TECHNICAL)
        .annotate(taken_in=minutes_between("raised_at", Microseconds("acknowledged_at")))
    )


SOURCE = Source(
    name="alerts.minutes_to_acknowledge",
    title=_("Minutos desde la alerta hasta que una persona la toma"),
    excludes=_(
        "No cuentan las pruebas ni los simulacros, los avisos técnicos de los dispositivos, "
        "ni las alertas que nadie ha tomado todavía."
    ),
    record=_("una alerta"),
    unit="minutes",
    formulas=("median", "p90", "count"),
    question=Question("alert", taken, told="taken_in", when="raised_at", is_number=True),
    worth=hundredths,
    kept=kept.alerts,
)
