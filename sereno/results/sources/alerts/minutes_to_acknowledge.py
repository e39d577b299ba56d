"""Minutes from an alert to the operator who takes it."""

from django.utils.translation import gettext_lazy as _

from sereno.alerts.models import Alert
from sereno.alerts.rules import Class, Urgency
from sereno.results.rules.rows import Period, Row, minutes
from sereno.results.sources import kept
from sereno.results.sources.source import Source


def rows(period: Period) -> list[Row]:
    """One row an alert raised in the period and taken by someone, whenever that was."""
    alerts = (
        Alert.objects.filter(
            raised_at__gte=period.starts_at,
            raised_at__lt=period.ends_at,
            acknowledged_at__isnull=False,
        )
        .exclude(classification=Class.TEST)
        .exclude(urgency=Urgency.TECHNICAL)
    )
    if period.parish:
        alerts = alerts.filter(parish=period.parish)
    return [
        Row(f"alert:{pk}", minutes((taken - raised).total_seconds()))
        for pk, raised, taken in alerts.values_list("pk", "raised_at", "acknowledged_at")
        if taken
    ]


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
    rows=rows,
    kept=kept.alerts,
)
