"""Minutes from an alert to the first unit at the place."""

from django.db.models import F, Min
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from sereno.alerts.rules import Class
from sereno.incidents.models import Incident
from sereno.results.rules.rows import Period, Row, minutes
from sereno.results.sources import kept
from sereno.results.sources.source import Source


def rows(period: Period) -> list[Row]:
    """One row an incident known in the period at which a unit arrived, whenever that was."""
    incidents = (
        Incident.objects.annotate(known=Coalesce(F("alert__raised_at"), F("opened_at")))
        .filter(known__gte=period.starts_at, known__lt=period.ends_at)
        .exclude(alert__isnull=False, alert__classification=Class.TEST)
        .annotate(arrived=Min("dispatches__arrived_at"))
        .filter(arrived__isnull=False)
    )
    if period.parish:
        incidents = incidents.filter(parish=period.parish)
    return [
        Row(f"incident:{pk}", minutes((arrived - known).total_seconds()))
        for pk, known, arrived in incidents.values_list("pk", "known", "arrived")
    ]


SOURCE = Source(
    name="incidents.minutes_to_arrive",
    title=_("Minutos desde la alerta hasta que llega la primera unidad"),
    excludes=_(
        "No cuentan las pruebas ni los simulacros, ni los incidentes a los que no llegó ninguna "
        "unidad. Si no hubo alerta, se cuenta desde que se abrió el incidente."
    ),
    record=_("un incidente"),
    unit="minutes",
    formulas=("median", "p90", "count"),
    rows=rows,
    kept=kept.incidents,
)
