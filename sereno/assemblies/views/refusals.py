"""Every refusal as a sentence: what happened, and what to do next."""

from django.utils.translation import gettext as _

from sereno.assemblies import actions
from sereno.assemblies.rules.proof import Refusal
from sereno.logbook.actions import Backdated

REFUSALS = (
    Backdated,
    actions.AlreadyAnswered,
    actions.AlreadyDecided,
    actions.AlreadyOpen,
    actions.InUse,
    actions.NoProof,
    actions.NotAPercentage,
    actions.NotAProof,
    actions.NotPublished,
    actions.DueBackwards,
    actions.NotTied,
    actions.NotYet,
    actions.NothingSaid,
    actions.PhaseIsClosed,
    actions.SamePerson,
    actions.StepsMissing,
    actions.TimeBackwards,
    actions.TimeOverlaps,
    actions.UnknownCalendar,
)


def said(refusal: Exception) -> str:
    match refusal:
        case actions.StepsMissing(names):
            return _(
                "La fase sigue abierta: falta hacer o probar %(steps)s. Registre cada paso y "
                "pida a otra persona que abra su prueba."
            ) % {"steps": "; ".join(f"«{name}»" for name in names) or "—"}
        case actions.NotYet(day):
            return _("El %(day)s todavía no llega: escriba un día que ya pasó.") % {
                "day": f"{day:%d/%m/%Y}"
            }
        case actions.NotAProof(fault):
            return _proof(fault)
        case _:
            return _plain(refusal)


def _plain(refusal: Exception) -> str:
    words = {
        Backdated: _(
            "La hora de este acto es anterior a la de lo que firma. Revise el reloj del servidor."
        ),
        actions.SamePerson: _("Lo escribió usted: debe confirmarlo otra persona."),
        actions.AlreadyAnswered: _(
            "Este asunto ya tiene un compromiso o un no en camino. Revise su página."
        ),
        actions.AlreadyDecided: _("Otra persona ya lo resolvió. No se cambió nada."),
        actions.AlreadyOpen: _("El proceso de ese año ya está abierto. Búsquelo en la lista."),
        actions.InUse: _("Ya hay algo que cuelga de ello: respóndalo o corríjalo en su página."),
        actions.NoProof: _("Un avance mayor que cero necesita un enlace o un PDF que lo muestre."),
        actions.NotAPercentage: _("El avance va de 0 a 100."),
        actions.NotPublished: _(
            "Ese plan es un borrador: publíquelo antes de atarle un compromiso."
        ),
        actions.DueBackwards: _("Un compromiso vence hoy o después: revise hasta cuándo."),
        actions.NotTied: _(
            "El indicador no es de ese proyecto, o la meta no es de ese indicador. Elíjalos juntos."
        ),
        actions.NothingSaid: _("Falta el texto. Escriba de qué se trata."),
        actions.PhaseIsClosed: _("La fase ya está cerrada: lo que dicen sus pasos no cambia."),
        actions.TimeBackwards: _(
            "Desde ese día alguien ya pidió algo, y se le debe el plazo que regía. "
            "Elija hoy o un día después."
        ),
        actions.TimeOverlaps: _("Ya hay un plazo que empieza ese día o después."),
        actions.UnknownCalendar: _("No hay pasos vigentes para ese año. Cargue el calendario."),
    }
    return words[type(refusal)]


def _proof(fault: Refusal | None) -> str:
    return {
        None: _("Ponga un enlace o un archivo PDF, uno de los dos."),
        Refusal.EMPTY: _("El archivo está vacío. Elija otro."),
        Refusal.TOO_LARGE: _("El archivo pasa de 25 MB. Publíquelo y ponga el enlace."),
        Refusal.NOT_PDF: _("El archivo no es un PDF. Guárdelo como PDF o ponga un enlace."),
    }[fault]
