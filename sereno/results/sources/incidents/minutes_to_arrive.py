"""Minutes from an alert to the first unit at the place."""

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils.translation import gettext_lazy as _

from sereno.alerts.rules import Class
from sereno.incidents.models import Dispatch, Incident
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.minutes import Microseconds, hundredths, minutes_between
from sereno.results.sources.source import Question, Source


def answered(period: Period) -> QuerySet[Incident]:
    """The incidents known in the period; of those at which no unit arrived nothing is told."""
    arrivals = (
        Dispatch.objects.filter(incident=OuterRef("pk"), arrived_at__isnull=False)
        .order_by("arrived_at")
        .annotate(moment=Microseconds("arrived_at"))
    )
    return (
        Incident.objects.annotate(known=Coalesce(F("alert__raised_at"), F("opened_at")))
        .filter(known__gte=period.starts_at, known__lt=period.ends_at)
        .exclude(alert__isnull=False, alert__classification=Class.TEST)
        .annotate(arrived_in=minutes_between("known", Subquery(arrivals.values("moment")[:1])))
    )


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
    question=Question("incident", answered, told="arrived_in", when="known", is_number=True),
    worth=hundredths,
    kept=kept.incidents,
)
