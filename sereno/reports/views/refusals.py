"""What cannot be done with an edition, as a sentence that says what to do next."""

from django.utils.translation import gettext as _

from sereno.logbook.actions import Backdated
from sereno.reports import actions
from sereno.reports.formats.pdf.signing import (
    BadCertificate,
    CannotSign,
    CertificateOutOfDate,
    NoPlaceToSign,
)


def sentence(refusal: Exception) -> str:
    if isinstance(refusal, actions.MustBeMended):
        return _(
            "No se puede preparar todavía: hay datos personales o filas incompletas en %(where)s. "
            "Corrija el registro y vuelva a intentarlo."
        ) % {"where": str(refusal)}
    if isinstance(refusal, CertificateOutOfDate):
        return _("El certificado no está vigente (vence el %(day)s). Use uno vigente.") % {
            "day": str(refusal)
        }
    if isinstance(refusal, actions.NotComplete):
        return _("No se puede preparar todavía. Falta: %(what)s.") % {"what": str(refusal)}
    return str(
        {
            Backdated: _(
                "La hora de este acto es anterior a la de lo que firma. Revise el reloj del "
                "servidor."
            ),
            BadCertificate: _(
                "No se pudo abrir el certificado: el archivo no es un .p12 o .pfx con su clave, o "
                "la contraseña no es la suya. Revise los dos y vuelva a firmar."
            ),
            CannotSign: _("No se pudo poner la firma en el PDF. Avise a quien administra Sereno."),
            NoPlaceToSign: _("Este documento no tiene recuadros para las tres firmas."),
            actions.AllSigned: _("Ya están las tres firmas."),
            actions.SignedBefore: _(
                "Usted ya firmó esta edición. Cada firma es de una persona distinta."
            ),
            actions.WasReturned: _("La edición fue devuelta: prepare otra y firme esa."),
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
