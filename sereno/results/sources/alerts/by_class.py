"""What the alerts turned out to be: one source for each class, which together make the whole."""

from decimal import Decimal
from functools import partial

from django.utils.translation import gettext_lazy as _

from sereno.alerts.models import Alert
from sereno.alerts.rules import Class
from sereno.results.rules.rows import Period, Row
from sereno.results.sources import kept
from sereno.results.sources.source import Source, Words

TITLES: dict[Class, Words] = {
    Class.REAL: _("Alertas que resultaron reales"),
    Class.FALSE: _("Alertas que resultaron falsas"),
    Class.MALICIOUS: _("Alertas malintencionadas"),
    Class.TEST: _("Alertas que eran pruebas o simulacros"),
    Class.ENQUIRY: _("Alertas que eran consultas"),
    Class.SYSTEM_ERROR: _("Alertas por error del sistema"),
}


def rows(wanted: Class, period: Period) -> list[Row]:
    """One row a classified alert: 1 where it is of the class, 0 where it is of another."""
    alerts = Alert.objects.filter(
        raised_at__gte=period.starts_at, raised_at__lt=period.ends_at
    ).exclude(classification="")
    if period.parish:
        alerts = alerts.filter(parish=period.parish)
    return [
        Row(f"alert:{pk}", Decimal(found == wanted))
        for pk, found in alerts.values_list("pk", "classification")
    ]


SOURCES = tuple(
    Source(
        name=f"alerts.{wanted}",
        title=title,
        excludes=_(
            "Se compara con todas las alertas ya clasificadas del período; no cuentan las que "
            "todavía no se han clasificado."
        ),
        record=_("una alerta clasificada"),
        unit="percent",
        formulas=("share", "sum"),
        rows=partial(rows, wanted),
        kept=kept.alerts,
    )
    for wanted, title in TITLES.items()
)
