"""Tags that write promises, periods and checks in the same words on every public page."""

from collections.abc import Mapping
from decimal import Decimal

from django import template
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from sereno.reports.formats import pictures
from sereno.reports.formats.svg.ink import Svg
from sereno.reports.models import Figure
from sereno.reports.queries.accounted import WHY
from sereno.reports.queries.goals import Goal, period_of, words_of
from sereno.reports.queries.papers.paper import said
from sereno.reports.queries.trace import Check
from sereno.reports.queries.words import STANDINGS, Words
from sereno.reports.rules.phases import Lacking
from sereno.reports.rules.scoring import Fault, Flaw
from sereno.reports.rules.standing import KINDS, Standing
from sereno.results.models import Measurement

register = template.Library()

CHECKS: dict[Check, Words] = {
    Check.SEAL: _("La hoja y el valor con su sello: nadie cambió una fila ni el número."),
    Check.FORMULA: _("La fórmula aplicada otra vez a las filas con el valor de la medición."),
    Check.PRINTED: _("El valor de la medición con lo que está impreso en esta página."),
    Check.LOGBOOK: _("La línea de la bitácora, escrita al publicar, con este valor y este sello."),
}

FLAWS: dict[Fault, Words] = {
    Fault.ABSENT: _("Nadie llenó este numeral. Llénelo, o declare que no hay información."),
    Fault.BLANK: _(
        "Celda vacía o con una abreviatura. Solo cuentan NO APLICA e INFORMACIÓN NO DISPONIBLE."
    ),
    Fault.NOT_A_NUMBER: _("Debe ser un número."),
    Fault.NOT_A_DATE: _("Debe ser una fecha, como 31/10/2026."),
    Fault.NOT_A_LINK: _("Debe ser una dirección completa, como https://…"),
    Fault.SHIFTED: _("Las columnas parecen corridas: lo escrito no es lo que pide cada una."),
    Fault.PICTURE: _("Una fotografía no reemplaza a un registro. Enlace la lista."),
    Fault.NO_INCOME: _("Faltan las filas de ingresos."),
    Fault.RAGGED: _("La fila no tiene tantas celdas como columnas pide el numeral."),
    Fault.PERSONAL: _("Hay datos personales. Quítelos antes de publicar."),
    Fault.LINK_LOGIN: _("El enlace pide una clave: nadie más lo puede abrir."),
    Fault.LINK_GONE: _("El enlace ya no lleva a nada."),
    Fault.LINK_OTHER: _("El enlace no lleva a lo que dice."),
    Fault.LINK_SILENT: _("El enlace no respondió cuando se visitó."),
    Fault.LATE: _("Fuera de plazo: se pierde el punto de publicar a tiempo."),
}


@register.filter
def at(found: Mapping[int, object], key: int) -> object:
    """What a mapping has for a key, or nothing."""
    return found.get(key)


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
def public_value(figure: Figure) -> str:
    """A published number; kept back where few people are behind it, also when it was corrected."""
    return said(figure)


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


@register.filter
def step_words(found: Lacking) -> str:
    """Why a step of the accountability process would not count."""
    return f"{WHY[found.why]}."


@register.filter
def flaw_words(flaw: Flaw) -> str:
    """One fault of a data set, with where it stands."""
    said = str(FLAWS[flaw.fault])
    if not flaw.row:
        return said
    places = {"row": flaw.row, "column": flaw.column}
    where = gettext("Fila %(row)s, «%(column)s»") if flaw.column else gettext("Fila %(row)s")
    where %= places
    return f"{where}: {said} {f'«{flaw.found}»' if flaw.found else ''}".strip()
