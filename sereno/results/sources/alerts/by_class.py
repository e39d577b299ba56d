"""What the alerts turned out to be: one source for each class, which together make the whole."""

from decimal import Decimal
from functools import partial

from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _

from sereno.alerts.models import Alert
from sereno.alerts.rules import Class
from sereno.results.rules.rows import Period
from sereno.results.sources import kept
from sereno.results.sources.source import Question, Source, Words

TITLES: dict[Class, Words] = {
    Class.REAL: _("Alertas que resultaron reales"),
    Class.FALSE: _("Alertas que resultaron falsas"),
    Class.MALICIOUS: _("Alertas malintencionadas"),
    Class.TEST: _("Alertas que eran pruebas o simulacros"),
    Class.ENQUIRY: _("Alertas que eran consultas"),
    Class.SYSTEM_ERROR: _("Alertas por error del sistema"),
}


def classified(period: Period) -> QuerySet[Alert]:
    """The alerts of the period that someone classified: one question for all the classes."""
    return Alert.objects.filter(
        raised_at__gte=period.starts_at, raised_at__lt=period.ends_at
    ).exclude(classification="")


def worth(wanted: Class, found: str) -> Decimal:
    """1 where it is of the class, 0 where it is of another."""
    return Decimal(found == wanted)


QUESTION = Question("alert", classified, told="classification", when="raised_at")
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
        question=QUESTION,
        worth=partial(worth, wanted),
        kept=kept.alerts,
    )
    for wanted, title in TITLES.items()
)
