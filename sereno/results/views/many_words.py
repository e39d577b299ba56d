"""Why a row of a table was not taken, in words that say what to do."""

from django.utils.translation import gettext as _

from sereno.results.queries.table import Fault, Unmeant
from sereno.results.rules.table import Why


def column_words(name: str) -> str:
    return {
        "": "",
        "target": _("Meta"),
        "indicator": _("Indicador"),
        "parish": _("Parroquia"),
        "until": _("Hasta"),
        "value": _("Valor"),
        "part": _("Numerador"),
        "whole": _("Denominador"),
        "note": _("Nota"),
        "link": _("Evidencia (enlace)"),
    }[name]


def unread(why: Why) -> str:
    return {
        Why.NO_TARGET: _("No dice de qué meta es: escriba su número o el indicador."),
        Why.NO_VALUE: _("Está vacío. Escriba el número, «sin dato» o «no aplica»."),
        Why.NOT_A_NUMBER: _("No se entiende como número. Escriba por ejemplo 1.234,5."),
        Why.POINT_FOR_DECIMALS: _(
            "Usa el punto para los decimales y podría leerse de dos maneras: escriba 1.234,5."
        ),
        Why.TOO_LARGE: _("Pasa de doce cifras o de cuatro decimales. Redondee y diga cuánto es."),
        Why.NEGATIVE: _("Es menor que cero. Un logro se cuenta desde cero."),
        Why.SHARE_IS_NOT_ITS_PARTS: _(
            "El porcentaje no es lo que dan sus partes. Corrija uno de los tres números."
        ),
        Why.TWO_ANSWERS: _("Trae un valor y también sus partes: deje uno de los dos."),
        Why.HALF_A_SHARE: _("Falta la otra parte: escriba numerador y denominador."),
        Why.NOT_A_DAY: _("No es una fecha. Escriba por ejemplo 31/03/2026."),
        Why.TOO_MANY_CELLS: _("Hay más celdas que columnas: la fila parece corrida."),
    }[why]


def faulty(found: Unmeant) -> str:
    if found.fault is Fault.TWICE:
        return _("Esta meta ya vino hasta ese día en la fila %(row)s: deje una sola.") % {
            "row": found.text
        }
    return {
        Fault.UNKNOWN_TARGET: _(
            "Ninguna meta publicada de esa fecha se llama así. Cópiela de la plantilla."
        ),
        Fault.SEVERAL_TARGETS: _(
            "Varias metas tienen ese indicador. Escriba el número de la meta, como en la plantilla."
        ),
        Fault.FUTURE: _("Ese día todavía no llega. Cuente hasta hoy o hasta antes."),
        Fault.NEEDS_PARTS: _(
            "Un porcentaje se reporta con sus partes: escriba «8 de 9», o numerador y denominador."
        ),
        Fault.NOT_A_SHARE: _("Esta meta no es un porcentaje: escriba la cantidad."),
        Fault.NOT_A_STEP: _("No es una palabra de la escala de esta meta. Cópiela del plan."),
        Fault.NOT_YES_OR_NO: _("Escriba «cumplido» o «pendiente»."),
        Fault.NOT_A_NUMBER: _("No se entiende como número. Escriba por ejemplo 1.234,5."),
    }[found.fault]
