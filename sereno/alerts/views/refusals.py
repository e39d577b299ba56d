"""What cannot be done with a kind or a time, and what to do next."""

from django.utils.translation import gettext as _

from sereno.alerts import actions

REFUSALS = (
    actions.DeviceCodeTaken,
    actions.KindNeeded,
    actions.KindTaken,
    actions.NoSuchKind,
    actions.NotInForce,
    actions.NothingChanged,
    actions.TimesBackwards,
    actions.TimesInDisorder,
)


def said(refusal: Exception) -> str:
    if isinstance(refusal, actions.DeviceCodeTaken):
        return _("El código «%(code)s» ya es de «%(kind)s». Quítelo de una de las dos.") % {
            "code": refusal.code,
            "kind": refusal.kind,
        }
    return {
        actions.KindNeeded: _(
            "Esta clase recibe lo que nadie reconoce: no se retira ni baja de urgencia."
        ),
        actions.KindTaken: _(
            "Ya hay o hubo una clase con ese nombre. Cambie la que está, o use otro nombre."
        ),
        actions.NoSuchKind: _("Esa clase ya no está en uso. Elija otra."),
        actions.NotInForce: _(
            "Otra persona acaba de cambiar o retirar esta clase. Vuelva a la lista."
        ),
        actions.NothingChanged: _("Esos tiempos ya están fijados así, con la misma fuente."),
        actions.TimesBackwards: _(
            "Los tiempos nuevos rigen desde mañana o después, y no antes que los ya fijados."
        ),
        actions.TimesInDisorder: _(
            "Primero se atiende, luego se envía y después se llega: revise el orden. "
            "Ningún tiempo pasa de 30 días."
        ),
    }[type(refusal)]
