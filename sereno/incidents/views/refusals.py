"""What to say when an act is refused: what happened, to which thing, and what to do next."""

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.alerts.actions import AlreadyTaken
from sereno.alerts.models import Alert
from sereno.incidents import actions
from sereno.incidents.models import Incident

REFUSALS = (
    AlreadyTaken,
    actions.AlreadyArrived,
    actions.AlreadyCleared,
    actions.AlreadyClosed,
    actions.NotClassified,
    actions.NotForATest,
    actions.NothingToClassify,
    actions.OutcomeDoesNotFit,
    actions.UnitBusy,
    actions.UnitRetired,
)


def clock(moment: datetime | None) -> str:
    return f"{timezone.localtime(moment):%H:%M:%S}" if moment else "—"


def taken(alert: Alert) -> str:
    """Who was quicker: the second operator reads this instead of an error."""
    by = alert.acknowledged_by
    return _("%(who)s la tomó a las %(time)s. Siga con la siguiente de la cola.") % {
        "who": by.get_short_name() if by else _("Otra persona"),
        "time": clock(alert.acknowledged_at),
    }


def words(refusal: Exception) -> str:
    """The sentence for a refusal; anything else is no refusal and goes on its way."""
    match refusal:
        case actions.UnitBusy():
            return _(
                "%(unit)s está en el incidente #%(incident)s: elija otra unidad o libérela antes."
            ) % {
                "unit": refusal.unit,
                "incident": refusal.at_incident or "—",
            }
        case actions.UnitRetired():
            return _("%(unit)s ya no está en servicio. Elija otra unidad.") % {"unit": refusal.unit}
        case actions.NotForATest():
            return _(
                "Esta alerta es una prueba o un simulacro y no se envió a nadie. "
                "Si hace falta, marque «Enviar aunque sea una prueba» y vuelva a enviar."
            )
        case actions.AlreadyArrived():
            return _("%(unit)s ya figuraba en el lugar desde las %(time)s.") % {
                "unit": refusal.dispatch.unit,
                "time": clock(refusal.dispatch.arrived_at),
            }
        case actions.AlreadyCleared():
            return _("%(unit)s quedó libre a las %(time)s. Si vuelve, envíela otra vez.") % {
                "unit": refusal.dispatch.unit,
                "time": clock(refusal.dispatch.cleared_at),
            }
    return _of_the_end(refusal)


def _of_the_end(refusal: Exception) -> str:
    match refusal:
        case actions.AlreadyClosed():
            return _closed(refusal.incident)
        case actions.NotClassified():
            return _("Antes de cerrar diga qué resultó ser la alerta: teclas 1 a 6.")
        case actions.OutcomeDoesNotFit() if refusal.sent:
            return _("A este incidente se enviaron unidades: elija otro resultado.")
        case actions.OutcomeDoesNotFit():
            return _("Nadie fue al lugar: elija otro resultado o registre antes la unidad que fue.")
        case actions.NothingToClassify():
            return _("Este incidente no empezó con una alerta: se cierra con su resultado.")
    raise refusal


def _closed(incident: Incident) -> str:
    by = incident.closed_by
    return _("%(who)s cerró el incidente #%(number)s a las %(time)s.") % {
        "who": by.get_short_name() if by else _("Otra persona"),
        "number": incident.pk,
        "time": clock(incident.closed_at),
    }
