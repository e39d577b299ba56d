"""Tags that write promises, periods and checks in the same words on every public page."""

from decimal import Decimal

from django import template
from django.utils.translation import gettext_lazy as _

from sereno.reports.formats import pictures
from sereno.reports.formats.svg.ink import Svg
from sereno.reports.queries.goals import Goal, period_of, words_of
from sereno.reports.queries.trace import Check
from sereno.reports.queries.words import STANDINGS, Words
from sereno.reports.rules.standing import KINDS, Standing
from sereno.results.models import Measurement

register = template.Library()

CHECKS: dict[Check, Words] = {
    Check.SEAL: _("La hoja y el valor con su sello: nadie cambió una fila ni el número."),
    Check.FORMULA: _("La fórmula aplicada otra vez a las filas con el valor de la medición."),
    Check.PRINTED: _("El valor de la medición con lo que está impreso en esta página."),
    Check.LOGBOOK: _("La línea de la bitácora, escrita al publicar, con este valor y este sello."),
}


@register.filter
def standing_words(standing: str) -> str:
    return str(STANDINGS[Standing(standing)])


@register.filter
def standing_kind(standing: str) -> str:
    return KINDS[Standing(standing)].value


@register.filter
def standing_fill(standing: str) -> str:
    """The colour that the drawing of all promises gives to a standing."""
    return "waiting" if standing == Standing.NOT_DUE else standing_kind(standing)


@register.inclusion_tag("web/parts/state.html")
def standing_badge(standing: str) -> dict[str, str]:
    return {"kind": standing_kind(standing), "label": standing_words(standing)}


@register.filter
def check_words(check: str) -> str:
    return str(CHECKS[Check(check)])


@register.filter
def period(measurement: Measurement) -> str:
    return period_of(measurement).words


@register.filter
def printed_words(measurement: Measurement) -> str:
    return words_of(measurement)


@register.filter
def in_unit(value: Decimal, unit: str) -> str:
    return pictures.promised(value, unit)


@register.simple_tag
def bar(goal: Goal) -> Svg | str:
    return pictures.bar_of(goal) or ""


@register.filter
def sentence(goal: Goal) -> str:
    return pictures.sentence_of(goal)
