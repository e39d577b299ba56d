"""The catalogues that objectives serve: those that come with Sereno and those of the council."""

from django import forms
from django.contrib import messages
from django.db.models import Prefetch
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from sereno.people.guards import Request, may
from sereno.plans import actions, rules
from sereno.plans.forms import CatalogueForm, NewCatalogueForm, ObjectivesForm, TitleForm
from sereno.plans.models import Catalogue, CatalogueObjective
from sereno.plans.rules import CatalogueFault
from sereno.plans.views.refusals import REFUSALS, said


@may("plan.see")
def catalogues(request: Request) -> HttpResponse:
    entries = CatalogueObjective.objects.order_by("pk")
    found = Catalogue.objects.prefetch_related(Prefetch("objectives", entries))
    context = {
        "heading": _("Catálogos"),
        "add": reverse("plans:enter-catalogue"),
        "adding": _("Registrar un catálogo"),
        "catalogues": found.order_by("-starts_on", "name"),
        "today": timezone.localdate(),
        "writes": request.user.may("plan.write"),
    }
    return render(request, "plans/catalogues.html", context)


@may("plan.write")
def enter_catalogue(request: Request) -> HttpResponse:
    """The cover and the table: looked at first, kept when it is accepted."""
    form = NewCatalogueForm(request.POST or None, request.FILES or None)
    seen = _seen(form)
    if seen and seen.objectives and "accept" in request.POST:
        try:
            made = actions.add_catalogue(
                form.draft(seen.objectives), by=request.user, at=timezone.now()
            )
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            return _kept(request, made, seen)
    return _pasted(request, form, seen, _("Registrar un catálogo"))


@may("plan.write")
def add_objectives(request: Request, pk: int) -> HttpResponse:
    catalogue = get_object_or_404(Catalogue, pk=pk)
    form = ObjectivesForm(request.POST or None, request.FILES or None)
    seen = _seen(form, catalogue)
    if seen and seen.objectives and "accept" in request.POST:
        try:
            actions.add_objectives(catalogue, seen.objectives, by=request.user, at=timezone.now())
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            return _kept(request, catalogue, seen)
    heading = _("Añadir objetivos a «%(name)s»") % {"name": catalogue.name}
    return _pasted(request, form, seen, heading)


@may("plan.write")
def amend_catalogue(request: Request, pk: int) -> HttpResponse:
    catalogue = get_object_or_404(Catalogue, pk=pk)
    named = {name: getattr(catalogue, name) for name in CatalogueForm.base_fields}
    form = CatalogueForm(request.POST or None, initial=named)
    if form.is_valid():
        try:
            actions.amend_catalogue(catalogue, form.draft(), by=request.user, at=timezone.now())
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            return redirect(_place(catalogue))
    return _form(request, form, _("Corregir el catálogo"), _place(catalogue))


@may("plan.write")
def confirm_title(request: Request, pk: int) -> HttpResponse:
    entry = get_object_or_404(CatalogueObjective.objects.select_related("catalogue"), pk=pk)
    form = TitleForm(request.POST or None, initial={"title": entry.title, "source": entry.source})
    back = _place(entry.catalogue)
    if form.is_valid():
        draft = form.draft(entry.number)
        actions.confirm_title(entry, draft, by=request.user, at=timezone.now())
        return redirect(back)
    heading = _("Confirmar el título de «%(number)s»") % {"number": entry.number}
    return _form(request, form, heading, back)


def why(fault: CatalogueFault) -> str:
    """What is wrong with a row, and what to do."""
    return {
        CatalogueFault.NO_TITLE: _("Falta el número o el objetivo. Escriba los dos."),
        CatalogueFault.LONG_NUMBER: _(
            "El número pasa de 10 letras. ¿Están cambiadas las columnas?"
        ),
        CatalogueFault.LONG_TITLE: _("El objetivo pasa de 300 letras. Abrévielo."),
        CatalogueFault.TWICE: _("Ese número ya está en una fila de arriba."),
        CatalogueFault.STANDS: _("El catálogo ya tiene ese número. Confirme allí su título."),
    }[fault]


def _seen(form: forms.Form, catalogue: Catalogue | None = None) -> rules.CatalogueTable | None:
    """What the table holds; nothing while it cannot be read."""
    if not form.is_valid():
        return None
    known = catalogue.objectives.values_list("number", flat=True) if catalogue else ()
    source = catalogue.source if catalogue else form.cleaned_data["source"]
    return rules.catalogue_of(form.cleaned_data["text"], source=source, known=known)


def _pasted(
    request: Request, form: forms.Form, seen: rules.CatalogueTable | None, heading: str
) -> HttpResponse:
    rejects = [(reject, why(reject.why)) for reject in seen.rejects] if seen else []
    text = form.cleaned_data.get("text", "") if form.is_bound else ""
    context = {"form": form, "seen": seen, "rejects": rejects, "text": text, "heading": heading}
    status = 422 if form.errors else 200
    return render(request, "plans/catalogue_table.html", context, status=status)


def _kept(request: Request, catalogue: Catalogue, seen: rules.CatalogueTable) -> HttpResponse:
    count = len(seen.objectives)
    words = ngettext(
        "Se registró %(count)d objetivo.", "Se registraron %(count)d objetivos.", count
    )
    messages.success(request, words % {"count": count})
    return redirect(_place(catalogue))


def _form(request: Request, form: forms.Form, heading: str, back: str) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back}
    return render(request, "plans/form.html", context, status=422 if form.errors else 200)


def _place(catalogue: Catalogue) -> str:
    return f"{reverse('plans:catalogues')}#catalogo-{catalogue.pk}"
