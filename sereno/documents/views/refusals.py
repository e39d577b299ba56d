"""Every refusal as a sentence: what happened, to which row, and what to do next."""

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy as lazy

from sereno.assemblies.views import refusals as of_assemblies
from sereno.documents import actions
from sereno.documents.forms import label_of
from sereno.documents.rules.goals import NoGoal, Unfit
from sereno.plans import views as of_plans
from sereno.plans.budget.views import refusals as of_budget
from sereno.results.views import refusals as of_results

OWN = (
    actions.AlreadyDecided,
    actions.AlreadyKept,
    actions.CannotUndo,
    actions.EditionStays,
    actions.CorrectsItself,
    actions.LeftoversUnseen,
    actions.NoColumns,
    actions.NoMonth,
    actions.NoPlan,
    actions.NotAccepted,
    actions.NotRead,
    actions.NotYours,
    actions.Rejected,
    actions.RowsOpen,
    actions.SomethingAccepted,
    actions.UnknownField,
    NoGoal,
)
MONEY = {"revised": "codified"}  # what the budget calls otherwise than a reading
WHO = {
    "plan.write": lazy("Planificación"),
    "budget.write": lazy("Finanzas"),
    "suggestion.group": lazy("Planificación"),
    "measurement.take": lazy("Planificación o Finanzas"),
}


def said(refusal: Exception) -> str:
    """In this room's words, or in those of the room that refused."""
    if isinstance(refusal, OWN):
        return _own(refusal)
    for room in (of_plans, of_budget, of_results, of_assemblies):
        if isinstance(refusal, room.REFUSALS):
            return str(room.said(refusal))
    return _("No se pudo aceptar la fila. Revise sus casillas.")


def _own(refusal: Exception) -> str:
    match refusal:
        case actions.Rejected():
            return _rejected(refusal)
        case NoGoal(why, text):
            return _no_goal(why, text)
        case actions.NotYours(act):
            return _("Esta fila la acepta %(who)s.") % {"who": WHO.get(act, "")}
        case actions.LeftoversUnseen(pieces):
            return _(
                "Quedan %(pieces)s fragmentos que ninguna casilla tomó. Mírelos y márquelos "
                "como vistos antes de terminar."
            ) % {"pieces": pieces}
        case actions.RowsOpen(rows):
            return _("Quedan %(rows)s filas por decidir. Acéptelas o descártelas.") % {"rows": rows}
        case _:
            return _plain(refusal)


def _plain(refusal: Exception) -> str:
    return {
        actions.AlreadyDecided: _("Esta fila ya se decidió. Deshágala si quiere cambiarla."),
        actions.AlreadyKept: _("Este mismo archivo ya está guardado: no se cambió nada."),
        actions.CannotUndo: _(
            "Lo que salió de esta fila ya vive por su cuenta: se publicó, o algo cuelga de ello. "
            "Corríjalo donde está."
        ),
        actions.EditionStays: _(
            "Lo que esta edición cambió ya no puede volver solo a lo anterior. Corrija esa meta o "
            "ese monto donde está, o traiga otra edición con el valor bueno."
        ),
        actions.CorrectsItself: _("Un documento no se corrige a sí mismo. Elija otro."),
        actions.NoColumns: _("Diga qué es al menos una columna."),
        actions.NoMonth: _("Diga primero de qué año y mes es esta cédula, en «Adónde va»."),
        actions.NoPlan: _("Diga primero a qué plan entra, en «Adónde va»."),
        actions.NotAccepted: _("Esta fila no se ha decidido: no hay nada que deshacer."),
        actions.NotRead: _("El documento todavía no está leído. Espere a que termine."),
        actions.SomethingAccepted: _(
            "Ya entraron filas de esta lectura. Deshágalas antes de leer el documento de otro modo."
        ),
        actions.UnknownField: _("La fila no tiene esa casilla. Vuelva a cargar la página."),
    }[type(refusal)]


def _no_goal(why: Unfit, text: str) -> str:
    return {
        Unfit.NOTHING_DONE: _(
            "La fila no dice qué se hará: le falta un proyecto, una actividad o un objetivo."
        ),
        Unfit.OUTSIDE_THE_PLAN: _(
            "Los años de la fila (%(text)s) quedan fuera del período del plan. Corrija los años, "
            "o elija otro plan."
        ),
        Unfit.NOT_MEASURABLE: _(
            "No se entiende cuánto promete «%(text)s». Corrija la meta con una sola cantidad, "
            "por ejemplo: 30 % de los colegios."
        ),
        Unfit.NOT_PROGRAMMED: _(
            "Los meses dicen «%(text)s», que no es 100, ni lo que promete la meta, ni el "
            "presupuesto. Corrija los meses para que sumen uno de ellos, de un solo año."
        ),
    }[why] % {"text": text}


def _rejected(refusal: actions.Rejected) -> str:
    words = {"text": refusal.text, "where": label_of(MONEY.get(refusal.where, refusal.where))}
    return {
        ("plan", "there"): _("El plan ya tiene todo lo que dice esta fila: no se repite."),
        ("plan", "indicator_there"): _(
            "El proyecto ya tiene el indicador «%(text)s». Si es otro, corrija su nombre; si se "
            "repite, descarte la fila."
        ),
        ("plan", "published"): _(
            "El plan está publicado y esta fila trae algo más que otra cantidad. Corríjalo en "
            "un plan nuevo."
        ),
        ("asked", "nothing_said"): _("La fila no dice qué se pidió. Escriba la sugerencia."),
        ("progress", "no_target"): _(
            "Ningún plan publicado tiene en ese año el indicador «%(text)s». Corrija el nombre "
            "para que sea el del plan."
        ),
        ("progress", "several_targets"): _(
            "Varias metas tienen el indicador «%(text)s» en ese año. Repórtelo en la meta que sea."
        ),
        ("progress", "no_number"): _("No se entiende el resultado «%(text)s». Escriba un número."),
        ("progress", "no_parts"): _(
            "Un porcentaje se reporta con cuántos cumplen y de cuántos. Repórtelo en su meta."
        ),
        ("row", "nothing"): _(
            "La fila no tiene casillas que entren en un plan, un presupuesto o una sugerencia."
        ),
        ("money", "missing"): _("Falta una casilla que toda cédula lleva: «%(where)s»."),
        ("money", "twice"): _("La partida está dos veces en el documento."),
        ("money", "no_code"): _("La fila no tiene código de partida: parece un total."),
    }.get(
        (refusal.what, refusal.why),
        _("No se entiende «%(text)s» en «%(where)s». Corrija la casilla."),
    ) % words
