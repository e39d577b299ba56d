"""A line is entered, shared over projects and programmed over the months; the terms are set."""

from typing import Any

from django.forms import BaseFormSet, formset_factory
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.people.guards import Request, may
from sereno.plans.budget import actions
from sereno.plans.budget.forms import LineForm, ProgrammingForm, TermsForm, WeightForm
from sereno.plans.budget.models import Line
from sereno.plans.budget.queries.year import terms_on
from sereno.plans.budget.views.refusals import REFUSALS, form_page, kept, said
from sereno.plans.budget.views.year import choices


@may("budget.write")
def new_line(request: Request) -> HttpResponse:
    form = LineForm(request.POST or None, initial={"year": timezone.localdate().year})
    if form.is_valid():
        data = dict(form.cleaned_data)
        year = data.pop("year")

        def keep() -> Line:
            draft = actions.LineDraft(**data)
            return actions.add_line(year, draft, by=request.user, at=timezone.now())

        line = kept(form, keep)
        if line:
            return redirect("budget:line", line.pk)
    return form_page(request, form, heading=_("Registrar una partida"), back=reverse("budget:year"))


@may("budget.write")
def share(request: Request, pk: int) -> HttpResponse:
    """Over which projects and indicators a line is shared, and how much to each."""
    line = get_object_or_404(Line, pk=pk)
    projects, indicators = choices()
    said_now = [
        {"project": one.project_id, "indicator": one.indicator_id, "share": one.share}
        for one in line.weights.all()
    ]
    many = formset_factory(WeightForm, extra=3, max_num=40)
    forms = many(
        request.POST or None,
        initial=said_now,
        form_kwargs={"projects": projects, "indicators": indicators},
    )
    problem = ""
    if request.method == "POST" and forms.is_valid():
        try:
            actions.share_line(line, _weights(forms), by=request.user, at=timezone.now())
            return redirect("budget:line", pk)
        except REFUSALS as refusal:
            problem = said(refusal)
    context = {"line": line, "forms": forms, "problem": problem}
    wrong = bool(problem) or (forms.is_bound and not forms.is_valid())
    return render(request, "budget/share.html", context, status=422 if wrong else 200)


def _weights(forms: "BaseFormSet[WeightForm]") -> list[actions.WeightDraft]:
    given: list[dict[str, Any]] = [form.cleaned_data for form in forms]
    return [
        actions.WeightDraft(data["project"], data["share"], data.get("indicator"))
        for data in given
        if data.get("project")
    ]


@may("budget.write")
def program(request: Request, pk: int) -> HttpResponse:
    line = get_object_or_404(Line, pk=pk)
    now = {f"m{number}": share for number, share in enumerate(line.shares, 1)}
    form = ProgrammingForm(request.POST or None, initial=now)
    if form.is_valid():

        def keep() -> bool:
            actions.program_line(line, form.shares(), by=request.user, at=timezone.now())
            return True

        if kept(form, keep):
            return redirect("budget:line", pk)
    heading = _("Qué porcentaje de la partida se gastará cada mes")
    return form_page(request, form, heading=heading, back=reverse("budget:line", args=[pk]))


@may("budget.close")
def terms(request: Request) -> HttpResponse:
    today = timezone.localdate()
    now = terms_on(today)
    initial = {
        "starts_on": today,
        "behind_time": now.behind_time,
        "behind_programming": now.behind_programming,
        "second": now.second.value,
    }
    form = TermsForm(request.POST or None, initial=initial)
    if form.is_valid():

        def keep() -> bool:
            starts_on = form.cleaned_data["starts_on"]
            actions.set_terms(form.terms(), starts_on=starts_on, by=request.user, at=timezone.now())
            return True

        if kept(form, keep):
            return redirect("budget:year")
    heading = _("Cómo se lee el presupuesto")
    return form_page(request, form, heading=heading, back=reverse("budget:year"))
