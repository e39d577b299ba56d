"""The organisation chart and the ordinances on the desk, with a form for each thing in them."""

from collections.abc import Callable

from django import forms
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.people.guards import Request, may
from sereno.plans import actions, queries
from sereno.plans.forms import ArticleForm, OrdinanceForm, UnitForm
from sereno.plans.models import Article, Ordinance, OrgUnit
from sereno.plans.views.refusals import REFUSALS, said


@may("plan.see")
def chart(request: Request) -> HttpResponse:
    context = {
        "heading": _("Organigrama"),
        "ranks": queries.chart(),
        "writes": request.user.may("plan.write"),
        "add": reverse("plans:place-unit"),
        "adding": _("Añadir una unidad"),
    }
    return render(request, "plans/chart.html", context)


@may("plan.write")
def place_unit(request: Request) -> HttpResponse:
    form = UnitForm(request.POST or None)

    def keep() -> None:
        actions.place_unit(form.draft(), by=request.user, at=timezone.now())

    return _asked(request, form, keep, _("Añadir una unidad"), reverse("plans:chart"))


@may("plan.write")
def amend_unit(request: Request, pk: int) -> HttpResponse:
    unit = get_object_or_404(OrgUnit, pk=pk)
    form = UnitForm(request.POST or None, initial=_said_of(unit, UnitForm))

    def keep() -> None:
        actions.amend_unit(unit, form.draft(), by=request.user, at=timezone.now())

    return _asked(request, form, keep, _("Corregir la unidad"), reverse("plans:chart"))


@may("plan.see")
def ordinances(request: Request) -> HttpResponse:
    context = {
        "heading": _("Ordenanzas"),
        "ordinances": queries.ordinances(),
        "writes": request.user.may("plan.write"),
        "add": reverse("plans:enter-ordinance"),
        "adding": _("Registrar una ordenanza"),
    }
    return render(request, "plans/ordinances.html", context)


@may("plan.write")
def enter_ordinance(request: Request) -> HttpResponse:
    form = OrdinanceForm(request.POST or None)

    def keep() -> None:
        reforms = form.cleaned_data["reforms"]
        now = timezone.now()
        actions.enter_ordinance(form.draft(), reforms=reforms, by=request.user, at=now)

    return _asked(request, form, keep, _("Registrar una ordenanza"), reverse("plans:ordinances"))


@may("plan.write")
def amend_ordinance(request: Request, pk: int) -> HttpResponse:
    ordinance = get_object_or_404(Ordinance, pk=pk)
    form = OrdinanceForm(request.POST or None, initial=_said_of(ordinance, OrdinanceForm))

    def keep() -> None:
        reforms = form.cleaned_data["reforms"]
        now = timezone.now()
        actions.amend_ordinance(ordinance, form.draft(), reforms=reforms, by=request.user, at=now)

    return _asked(request, form, keep, _("Corregir la ordenanza"), reverse("plans:ordinances"))


@may("plan.write")
def add_article(request: Request, pk: int) -> HttpResponse:
    ordinance = get_object_or_404(Ordinance, pk=pk)
    form = ArticleForm(request.POST or None)

    def keep() -> None:
        project = form.cleaned_data["project"]
        now = timezone.now()
        actions.add_article(ordinance, form.draft(), project=project, by=request.user, at=now)

    return _asked(request, form, keep, _("Añadir un artículo"), reverse("plans:ordinances"))


@may("plan.write")
def follow_article(request: Request, pk: int) -> HttpResponse:
    article = get_object_or_404(Article.objects.select_related("ordinance"), pk=pk)
    form = ArticleForm(request.POST or None, initial=_said_of(article, ArticleForm))

    def keep() -> None:
        project = form.cleaned_data["project"]
        now = timezone.now()
        actions.follow_article(article, form.draft(), project=project, by=request.user, at=now)

    return _asked(request, form, keep, _("Seguir el artículo"), reverse("plans:ordinances"))


def _said_of(thing: object, form: type[forms.Form]) -> dict[str, object]:
    return {name: getattr(thing, name) for name in form.base_fields}


def _asked(
    request: Request, form: forms.Form, keep: Callable[[], None], heading: str, back: str
) -> HttpResponse:
    """The form, until what it says could be kept."""
    if form.is_valid():
        try:
            keep()
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            return redirect(back)
    context = {"form": form, "heading": heading, "back": back}
    return render(request, "plans/form.html", context, status=422 if form.errors else 200)
