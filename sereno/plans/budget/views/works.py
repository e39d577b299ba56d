"""Contracts: what was agreed, ordered, shown to be done, and paid."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.people.guards import Request, may
from sereno.plans.budget import actions
from sereno.plans.budget.forms import ContractForm, DoneForm, OrderForm, PaymentForm, ProofForm
from sereno.plans.budget.models import Contract, WorkOrder
from sereno.plans.budget.queries import works
from sereno.plans.budget.rules.works import Concern
from sereno.plans.budget.views.refusals import form_page, kept


@may("budget.see")
def contracts(request: Request) -> HttpResponse:
    today = timezone.localdate()
    listed = [works.followed(one, today=today) for one in works.contracts()]
    unpaid = [one for one in listed if Concern.PAID_NOT_DONE in one.worrying]
    context = {"contracts": listed, "unshown": unpaid, "writes": request.user.may("budget.write")}
    return render(request, "budget/contracts.html", context)


@may("budget.see")
def contract(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(works.contracts(), pk=pk)
    context = {
        "followed": works.followed(found, today=timezone.localdate()),
        "contract": found,
        "writes": request.user.may("budget.write"),
    }
    return render(request, "budget/contract.html", context)


@may("budget.write")
def new_contract(request: Request) -> HttpResponse:
    form = ContractForm(request.POST or None, initial={"line": request.GET.get("partida")})
    if form.is_valid():
        data = dict(form.cleaned_data)
        line = data.pop("line")

        def keep() -> Contract:
            draft = actions.ContractDraft(**data)
            return actions.sign_contract(line, draft, by=request.user, at=timezone.now())

        found = kept(form, keep)
        if found:
            return redirect("budget:contract", found.pk)
    heading = _("Registrar un contrato")
    return form_page(request, form, heading=heading, back=reverse("budget:contracts"))


@may("budget.write")
def order(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Contract, pk=pk)
    form = OrderForm(request.POST or None, initial={"ordered_on": timezone.localdate()})

    def keep() -> Any:
        draft = actions.OrderDraft(**form.cleaned_data)
        return actions.order_work(found, draft, by=request.user, at=timezone.now())

    return _step(request, form, found, keep, heading=_("Emitir una orden de trabajo"))


@may("budget.write")
def done(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(WorkOrder.objects.select_related("contract"), pk=pk)
    form = DoneForm(request.POST or None, initial={"done_on": timezone.localdate()})

    def keep() -> Any:
        day = form.cleaned_data["done_on"]
        actions.report_done(found, done_on=day, by=request.user, at=timezone.now())
        return found

    return _step(request, form, found.contract, keep, heading=_("El trabajo se terminó"))


@may("budget.write")
def proof(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(WorkOrder.objects.select_related("contract"), pk=pk)
    form = ProofForm(request.POST or None)

    def keep() -> Any:
        said = form.cleaned_data
        return actions.add_proof(found, **said, by=request.user, at=timezone.now())

    return _step(request, form, found.contract, keep, heading=_("Agregar evidencia del trabajo"))


@may("budget.write")
def pay(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Contract, pk=pk)
    initial = {"paid_on": timezone.localdate(), "order": request.GET.get("orden")}
    form = PaymentForm(request.POST or None, initial=initial, contract=found)

    def keep() -> Any:
        draft = actions.PaymentDraft(**form.cleaned_data)
        return actions.enter_payment(found, draft, by=request.user, at=timezone.now())

    return _step(request, form, found, keep, heading=_("Registrar un pago"))


def _step(
    request: Request,
    form: forms.Form,
    found: Contract,
    keep: Callable[[], Any],
    *,
    heading: str,
) -> HttpResponse:
    """One step of a contract, and back to its page."""
    if form.is_valid() and kept(form, keep):
        return redirect("budget:contract", found.pk)
    back = reverse("budget:contract", args=[found.pk])
    return form_page(request, form, heading=heading, back=back)
