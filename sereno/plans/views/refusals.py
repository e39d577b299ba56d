"""Why something cannot be done to a plan, in words that say what to do next."""

from django.utils.translation import gettext as _

from sereno.logbook.actions import Backdated
from sereno.plans import actions
from sereno.plans.rules import Fault, Misprogrammed
from sereno.web.rules import decimal

REFUSALS = (
    Backdated,
    actions.AlreadyDecided,
    actions.AlreadyThere,
    actions.BadEvidence,
    actions.BadProgramming,
    actions.BadShare,
    actions.BadTarget,
    actions.ChangeWaiting,
    actions.NoEvidence,
    actions.NoReason,
    actions.NothingChanged,
    actions.NothingPromised,
    actions.BeforeItBegan,
    actions.NotYetOver,
    actions.PartInUse,
    actions.PeriodBackwards,
    actions.PlanIsDraft,
    actions.PlanIsPublished,
    actions.ProgressWaiting,
    actions.ReformsLater,
    actions.SamePerson,
    actions.SlugTaken,
    actions.UnderItself,
    actions.UnknownObjective,
    actions.UnknownParish,
)


def said(refusal: Exception) -> str:
    """What happened, to which thing, and what to do next."""
    match refusal:
        case actions.PlanIsPublished():
            return _(
                "Este plan ya está publicado y no cambia. Registre uno nuevo que lo reemplace."
            )
        case actions.SamePerson(what):
            return _said_of_two(what)
        case actions.NothingPromised():
            return _(
                "El plan aún no tiene metas ni actividades. Añada al menos una antes de publicarlo."
            )
        case actions.PartInUse():
            return _("Todavía hay algo debajo de esta parte. Quite primero lo que contiene.")
        case actions.PeriodBackwards():
            return _("Termina antes de empezar. Revise las dos fechas.")
        case actions.SlugTaken(slug):
            return _("Ya hay otro con la dirección «%(slug)s». Cambie el nombre.") % {"slug": slug}
        case actions.BadTarget() | actions.BadProgramming():
            return _said_of_fault(refusal)
        case _:
            return _said_of_change(refusal)


def _said_of_two(what: str) -> str:
    """A plan is named by its address; what changes or tells of a part of it, by kind and number."""
    if ":" in what:
        return _("Usted lo escribió: debe confirmarlo otra persona.")
    return _("Usted escribió este plan: debe publicarlo otra persona con ese permiso.")


def _said_of_change(refusal: Exception) -> str:
    words = {
        Backdated: _(
            "La hora de este acto es anterior a la de lo que firma. Revise el reloj del servidor."
        ),
        actions.PlanIsDraft: _("El plan es un borrador: corríjalo donde está."),
        actions.NoReason: _("Escriba por qué: cualquiera podrá leerlo."),
        actions.NothingChanged: _("Ya dice eso. Escriba lo que debe cambiar."),
        actions.ChangeWaiting: _("Ya hay un cambio en espera. Primero debe confirmarse o no."),
        actions.ProgressWaiting: _(
            "Ya hay un avance en espera. Primero debe confirmarse o devolverse."
        ),
        actions.BadShare: _("Lo hecho va de 0 a 100, con dos decimales a lo más."),
        actions.BeforeItBegan: _(
            "En ese mes la actividad todavía no empezaba. Elija uno de los suyos."
        ),
        actions.NotYetOver: _("Ese mes aún no empieza. Elija uno que ya haya empezado."),
        actions.AlreadyThere: _("Ya hay otro con ese nombre o código. Corrija el que ya está."),
        actions.UnderItself: _("Una unidad no puede depender de sí misma. Elija otra superior."),
        actions.ReformsLater: _("Una ordenanza solo reforma a otra anterior. Revise las fechas."),
        actions.NoEvidence: _("Lo cumplido debe poder verse: escriba el enlace a la evidencia."),
        actions.BadEvidence: _("El enlace debe empezar con https:// o con una barra (/)."),
        actions.AlreadyDecided: _("Otra persona ya decidió sobre esto."),
    }
    lost = _("No se encontró lo que se menciona. Revise y vuelva a intentarlo.")
    return words.get(type(refusal), lost)


def _said_of_fault(refusal: actions.BadTarget | actions.BadProgramming) -> str:
    if isinstance(refusal, actions.BadTarget):
        return _fault(refusal.fault)
    total = decimal(refusal.total)
    return f"«{refusal.words}»: {_misprogrammed(refusal.fault) % {'total': total}}"


def _fault(fault: Fault) -> str:
    return {
        Fault.NO_VALUE: _("Falta cuánto se promete. Escriba la cantidad o el porcentaje."),
        Fault.NO_INTERVAL: _(
            "Falta cada cuántos días, o son más de diez años. Escriba un número, por ejemplo 15."
        ),
        Fault.TOO_LARGE: _(
            "El número pasa de doce cifras o de cuatro decimales. Revise cuánto se promete."
        ),
        Fault.NO_WORDS: _("Un hito necesita palabras: escriba qué documento o hecho se entrega."),
        Fault.NEGATIVE: _("Una meta no puede ser menor que cero."),
        Fault.OVER_A_HUNDRED: _("Un porcentaje prometido no puede pasar de 100."),
        Fault.PERIOD_BACKWARDS: _("Termina antes de empezar. Revise las dos fechas."),
        Fault.OUTSIDE_THE_PLAN: _("La meta se sale del período del plan. Revise las fechas."),
        Fault.WRONG_WAY: _(
            "La meta va en contra del indicador: compare la línea base con hacia dónde debe ir."
        ),
        Fault.NO_BOUNDS: _(
            "Lo que debe quedar entre dos límites los necesita a los dos, el de abajo primero; "
            "lo demás no lleva límite de arriba."
        ),
        Fault.NO_SUCH_STEP: _(
            "Una escala necesita al menos dos palabras, una por línea, y el escalón que se promete."
        ),
    }[fault]


def _misprogrammed(fault: Misprogrammed) -> str:
    return {
        Misprogrammed.PERIOD_BACKWARDS: _("Termina antes de empezar. Revise las dos fechas."),
        Misprogrammed.OUTSIDE_THE_PLAN: _("Se sale del período del plan. Revise las fechas."),
        Misprogrammed.NEGATIVE: _("Ni un mes ni el costo pueden ser menores que cero."),
        Misprogrammed.NOT_TWELVE: _("Los meses son doce: deje en 0 aquellos en que no se hace."),
        Misprogrammed.NOT_A_HUNDRED: _(
            "Los doce porcentajes suman %(total)s y deben sumar 100. Revise cuál falta o sobra."
        ),
        Misprogrammed.NOT_THE_COST: _(
            "Los doce valores suman %(total)s y deben sumar el costo de la actividad."
        ),
        Misprogrammed.MORE_THAN_A_YEAR: _(
            "Doce meses son de un solo año: ponga fechas de ese año, o deje vacíos los meses."
        ),
        Misprogrammed.OUTSIDE_ITS_MONTHS: _(
            "Hay algo programado en un mes fuera de sus fechas. Corrija el mes o las fechas."
        ),
    }[fault]
