"""What happened, to which thing, and what to do next: the words of every refusal of the budget."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from sereno.logbook.actions import Backdated
from sereno.people.guards import Request
from sereno.plans.budget import actions, rules

REFUSALS = (
    Backdated,
    actions.AlreadyDecided,
    actions.AnotherProject,
    actions.BadShares,
    actions.BadTerms,
    actions.CodeTaken,
    actions.LineTaken,
    actions.MonthIsClosed,
    actions.MonthNotBegun,
    actions.MonthNotClosed,
    actions.NoReason,
    actions.NotBefore,
    actions.NotMoney,
    actions.NothingTaken,
    actions.NothingToKeep,
    actions.OrderOfAnother,
    actions.SamePerson,
    actions.TermsBackwards,
)


def said(refusal: Exception) -> str:
    if isinstance(refusal, actions.BadShares):
        return _of_shares(refusal.fault)
    if isinstance(refusal, actions.LineTaken):
        return _("Ese año ya tiene la partida «%(code)s».") % {"code": refusal.code}
    if isinstance(refusal, actions.CodeTaken):
        return _("Ya hay otro con el número «%(code)s».") % {"code": refusal.code}
    if isinstance(refusal, actions.TermsBackwards):
        return _("El mes %(month)s ya se cerró: elija un día del mes siguiente o después.") % {
            "month": refusal.month
        }
    if isinstance(refusal, actions.NotBefore):
        return _("La fecha no puede ser anterior a lo que responde ni posterior a hoy: revise.")
    return {
        Backdated: _(
            "La hora de este acto es anterior a la de lo que firma. Revise el reloj del servidor."
        ),
        actions.AlreadyDecided: _("Otra persona ya decidió sobre esta corrección."),
        actions.AnotherProject: _("El indicador es de otro proyecto. Elija uno del mismo."),
        actions.BadTerms: _("Los puntos van de 0 a 100."),
        actions.MonthIsClosed: _(
            "El mes está cerrado: proponga la corrección y otra persona la acepta."
        ),
        actions.MonthNotBegun: _("Ese mes todavía no empieza. Revise el mes y el año."),
        actions.MonthNotClosed: _("El mes está abierto: registre la cédula directamente."),
        actions.NoReason: _("Escriba por qué se corrige un mes que ya se cerró."),
        actions.NotMoney: _("El valor debe ser mayor que cero."),
        actions.NothingTaken: _("Ese mes no tiene cédula: regístrela antes de cerrarlo."),
        actions.NothingToKeep: _(
            "Ninguna fila trae algo nuevo: lo que se pudo leer ya estaba registrado igual."
        ),
        actions.OrderOfAnother: _("Esa orden es de otro contrato."),
        actions.SamePerson: _("Usted propuso esta corrección: debe aceptarla otra persona."),
    }[type(refusal)]


def _of_shares(fault: rules.ShareFault) -> str:
    return {
        rules.ShareFault.NONE_GIVEN: _("Escriba al menos un proyecto con su porcentaje."),
        rules.ShareFault.NOT_TWELVE: _("Faltan meses: son doce."),
        rules.ShareFault.NOT_POSITIVE: _("Cada porcentaje debe ser mayor que cero."),
        rules.ShareFault.NOT_A_HUNDRED: _("Los porcentajes deben sumar 100 exactos. Revise."),
        rules.ShareFault.TWICE_THE_SAME: _("Un proyecto está dos veces. Júntelo en una fila."),
    }[fault]


def kept(form: forms.Form, keep: Callable[[], Any]) -> Any:
    """What was kept; or nothing, and the refusal stands in the form."""
    try:
        return keep()
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return None


def form_page(request: Request, form: forms.Form, *, heading: object, back: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back}
    return render(request, "plans/form.html", context, status=422 if form.errors else 200)
