"""Every refusal as a sentence: what happened, and what to do next."""

from django.utils.translation import gettext as _

from sereno.logbook.actions import Backdated
from sereno.plans.actions import PlanIsPublished
from sereno.results import actions
from sereno.results.queries import NoSource
from sereno.results.rules.evidence import NotEvidence, Refusal

REFUSALS = (
    Backdated,
    actions.AlreadyDecided,
    actions.BadNumber,
    actions.DraftWaiting,
    actions.IsComputed,
    actions.NoEvidence,
    actions.NoReason,
    actions.NotAFileNorALink,
    actions.NotReviewed,
    actions.OtherUniverse,
    actions.OutsideTarget,
    actions.SamePerson,
    actions.SealBroken,
    NoSource,
    NotEvidence,
    PlanIsPublished,
)


def said(refusal: Exception) -> str:
    match refusal:
        case actions.OtherUniverse(promised):
            return _(
                "La meta se prometió sobre un universo de %(promised)s: escriba ese total, o "
                "explique en la nota por qué cambió y repórtelo sin dato."
            ) % {"promised": promised}
        case actions.BadNumber(why):
            return _bad_number(why)
        case NotEvidence():
            return _not_evidence(refusal.why)
        case _:
            return _plain(refusal)


def _plain(refusal: Exception) -> str:
    return {
        Backdated: _(
            "La hora de este acto es anterior a la de lo que firma. Revise el reloj del servidor."
        ),
        actions.AlreadyDecided: _(
            "Otra persona ya decidió sobre esta medición. Lo aprobado no cambia; si hay que "
            "corregir, mida de nuevo."
        ),
        actions.DraftWaiting: _(
            "Esta meta ya tiene un borrador en camino que cuenta hasta ese día. Apruébelo o "
            "devuélvalo antes de medir otra vez."
        ),
        actions.IsComputed: _(
            "Este número se calcula de los registros y no se escribe a mano. Use «Medir ahora»."
        ),
        actions.NoEvidence: _(
            "Falta la evidencia. Lo reportado se revisa cuando tiene al menos un archivo o enlace."
        ),
        actions.NoReason: _("Escriba qué hay que corregir: quien lo reciba debe saber por qué."),
        actions.NotAFileNorALink: _(
            "Adjunte un archivo o escriba un enlace completo: uno de los dos."
        ),
        actions.NotReviewed: _(
            "Todavía no la ha revisado nadie. Primero debe revisarla otra persona."
        ),
        actions.OutsideTarget: _(
            "El período se sale del de la meta, o aún no ha empezado. Revise las fechas."
        ),
        actions.SamePerson: _("Usted hizo esta medición: debe revisarla y aprobarla otra persona."),
        actions.SealBroken: _(
            "El sello no coincide con la hoja de trabajo: alguien la cambió fuera del sistema. "
            "Devuélvala y avise a auditoría."
        ),
        NoSource: _("No se sabe de dónde contar este indicador. Elija su fuente en el plan."),
        PlanIsPublished: _("El plan ya está publicado y no cambia."),
    }[type(refusal)]


def _bad_number(why: str) -> str:
    return {
        "one_answer": _("Escriba el resultado, o diga que no se sabe o que no aplica."),
        "not_due_is_not_reported": _("Lo que aún no vence no se reporta."),
        "milestone_is_yes_or_no": _("Diga si está cumplido o pendiente."),
        "a_number_from_zero_on": _("Escriba un número desde cero."),
        "a_step_of_the_scale": _("Elija una de las palabras de la escala."),
        "a_part_and_its_whole": _("Escriba cuántos cumplen y de cuántos en total."),
        "part_over_whole": _("No pueden cumplir más que el total. Revise los dos números."),
    }[why]


def _not_evidence(why: Refusal) -> str:
    return {
        Refusal.EMPTY: _("El archivo está vacío. Elija otro."),
        Refusal.TOO_LARGE: _("El archivo pasa de 25 MB. Redúzcalo o publique un enlace."),
        Refusal.UNKNOWN_TYPE: _(
            "Por su contenido no es PDF, JPEG, PNG, CSV, Excel, Word ni OpenDocument. "
            "Guárdelo en uno de esos formatos."
        ),
        Refusal.NOT_A_PHOTOGRAPH: _(
            "La fotografía está dañada o pasa de 60 millones de puntos. Vuelva a guardarla, más "
            "pequeña, e intente de nuevo."
        ),
        Refusal.HAS_MACROS: _("El archivo trae macros. Guárdelo sin macros e intente de nuevo."),
    }[why]
