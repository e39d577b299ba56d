"""The words of the budget: columns, breaches, lags, rejects and concerns as a clerk says them."""

from decimal import Decimal

from django import template
from django.utils.dates import MONTHS
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from sereno.plans.budget import rules
from sereno.plans.budget.rules.works import Concern
from sereno.web import rules as writing

register = template.Library()

COLUMNS: dict[str, Promise] = {
    "code": gettext_lazy("Código de partida"),
    "description": gettext_lazy("Descripción"),
    "initial": gettext_lazy("Inicial"),
    "amendments": gettext_lazy("Reformas"),
    "revised": gettext_lazy("Codificado"),
    "certified": gettext_lazy("Certificado"),
    "committed": gettext_lazy("Comprometido"),
    "accrued": gettext_lazy("Devengado"),
    "paid": gettext_lazy("Pagado"),
}


@register.filter
def column(name: str) -> str:
    return str(COLUMNS.get(name, name))


@register.filter
def month_name(number: int) -> str:
    return str(MONTHS.get(int(number), number)).lower()


@register.filter
def points(value: Decimal) -> str:
    """A number of a hundred, as an execution is printed: two places."""
    return f"{writing.decimal(value, 2)}{writing.TIED}%"


@register.filter
def breach(found: rules.Breach) -> str:
    """What does not agree, with both numbers."""
    words = {
        rules.Identity.REVISED_IS_THE_SUM: _(
            "El codificado %(found)s no es el inicial más las reformas %(limit)s"
        ),
        rules.Identity.CERTIFIED_WITHIN_REVISED: _(
            "El certificado %(found)s pasa del codificado %(limit)s"
        ),
        rules.Identity.COMMITTED_WITHIN_REVISED: _(
            "El comprometido %(found)s pasa del codificado %(limit)s"
        ),
        rules.Identity.ACCRUED_WITHIN_COMMITTED: _(
            "El devengado %(found)s pasa del comprometido %(limit)s"
        ),
        rules.Identity.PAID_WITHIN_ACCRUED: _("El pagado %(found)s pasa del devengado %(limit)s"),
        rules.Identity.NOTHING_NEGATIVE: _("Hay un valor menor que cero: %(found)s"),
    }
    return words[found.identity] % {
        "found": writing.money(found.found),
        "limit": writing.money(found.limit),
    }


@register.filter
def caution(found: rules.Caution) -> str:
    """How far execution is behind, with both numbers."""
    words = {
        rules.Lag.TIME: _(
            "Va %(points)s puntos detrás del calendario: %(found)s frente a %(expected)s"
        ),
        rules.Lag.PROGRAMMING: _(
            "Va %(points)s puntos detrás de lo programado: %(found)s frente a %(expected)s"
        ),
        rules.Lag.WORK: _(
            "El trabajo va %(points)s puntos detrás de lo programado: "
            "%(found)s frente a %(expected)s"
        ),
    }
    return words[found.lag] % {
        "points": writing.decimal(found.points, 1),
        "found": writing.percent(found.found),
        "expected": writing.percent(found.expected),
    }


@register.filter
def why(reject: rules.Reject) -> str:
    """Why a row was not taken, and what to do."""
    words = {
        rules.Why.NOT_A_NUMBER: _("no es un número: escriba por ejemplo 4.884,15"),
        rules.Why.POINT_FOR_DECIMALS: _(
            "usa coma para los miles y punto para los decimales: escriba 4.884,15"
        ),
        rules.Why.MORE_THAN_CENTS: _("tiene más de dos decimales o usa la coma para los miles"),
        rules.Why.TOO_LARGE: _("es demasiado grande para ser un valor del presupuesto"),
        rules.Why.MISSING: _("falta: si es cero, escriba 0,00"),
        rules.Why.TOO_MANY_CELLS: _("hay más celdas que columnas: la fila parece corrida"),
        rules.Why.NO_CODE: _("la fila no tiene código de partida (¿es un total?)"),
        rules.Why.TWICE: _("esta partida ya vino en una fila anterior"),
        rules.Why.UNKNOWN_LINE: _("la partida no está en el presupuesto de este año: regístrela"),
        rules.Why.NOT_OF_INCOME: _(
            "un ingreso no se certifica ni se compromete: deje la celda vacía"
        ),
        rules.Why.GROUP: _("es un grupo: suma las partidas que siguen y no se registra otra vez"),
    }
    return words[reject.why]


@register.filter
def concern(found: Concern) -> str:
    words = {
        Concern.PAID_NOT_DONE: _("Pagado y no hecho"),
        Concern.DONE_NOT_SHOWN: _("Hecho sin evidencia"),
        Concern.PAID_OVER_ORDER: _("Se pagó más que la orden"),
        Concern.ORDERED_OVER_CONTRACT: _("Se ordenó más que el contrato"),
        Concern.PAID_OVER_CONTRACT: _("Se pagó más que el contrato"),
        Concern.PAST_ITS_DAYS: _("Pasó su plazo"),
    }
    return words[found]
