"""What cannot be done with an edition, as a sentence that says what to do next."""

from django.utils.translation import gettext as _

from sereno.reports import actions


def sentence(refusal: Exception) -> str:
    if isinstance(refusal, actions.MustBeMended):
        return _(
            "No se puede preparar todavía: hay datos personales o filas incompletas en %(where)s. "
            "Corrija el registro y vuelva a intentarlo."
        ) % {"where": str(refusal)}
    if isinstance(refusal, actions.NotComplete):
        return _("No se puede preparar todavía. Falta: %(what)s.") % {"what": str(refusal)}
    return str(
        {
            actions.OneWaits: _(
                "Ya hay una edición preparada de este documento. Publíquela o devuélvala primero."
            ),
            actions.NotWaiting: _("Esa edición ya fue publicada o devuelta. Vuelva a la lista."),
            actions.NothingPublishedYet: _(
                "La bitácora está vacía: todavía no hay nada que congelar."
            ),
            actions.SealBroken: _(
                "El texto de la edición no coincide con su sello. Devuélvala y prepárela otra vez."
            ),
            actions.NoReason: _(
                "Escriba el motivo: qué cambió y por qué. Se publica con la edición."
            ),
            actions.OwnWork: _(
                "Usted preparó esta edición. Debe publicarla otra persona de la dirección."
            ),
        }[type(refusal)]
    )
