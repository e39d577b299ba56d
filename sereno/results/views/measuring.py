"""A target is looked at, measured from records, or reported by a person."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from sereno.logbook.actions import subject_of
from sereno.people.guards import Request, may
from sereno.plans.actions import plan_of, tie
from sereno.plans.models import Indicator, Target
from sereno.plans.queries import changes
from sereno.plans.rules import Kind
from sereno.results import actions, queries
from sereno.results.forms import EvidenceForm, ReportForm, TieForm
from sereno.results.queries.judging import source_of
from sereno.results.queries.now import SHOWN, first_rows, now
from sereno.results.sources import SOURCES
from sereno.results.views.refusals import REFUSALS, said


@may("measurement.see")
def target(request: Request, pk: int) -> HttpResponse:
    found = _target(pk)
    today = timezone.localdate()
    (standing,) = queries.standings([found], today=today)
    history = found.measurements.newest_first().defer("worksheet").select_related("measured_by")
    for measurement in history:
        measurement.target = found
    return render(
        request,
        "results/target.html",
        {
            "target": found,
            "word": subject_of(found),
            "plan": found.indicator.project.objective.component.plan,
            "standing": standing,
            "history": history,
            "source": source_of(found.indicator),
            "band": queries.band(standing.progress, ends_on=found.ends_on, today=today),
            "changes": changes(found),
            "confirms": request.user.may("target.confirm"),
            "proposes": request.user.may("target.change")
            and found.kind not in {Kind.MILESTONE, Kind.OBSERVED},
            "wholes": queries.wholes(found.indicator, today=today),
            "takes": request.user.may("measurement.take"),
            "has_begun": found.starts_on <= today,
        },
    )


@may("measurement.take")
def measure(request: Request, pk: int) -> HttpResponse:
    """Show the worksheet before anything is kept; keep it when asked to."""
    found = _target(pk)
    at = timezone.now()
    try:
        if request.method == "POST":
            kept = actions.measure(found, by=request.user, at=at, note=request.POST.get("note", ""))
            messages.success(request, _("Quedó en borrador. Falta que otra persona la revise."))
            return redirect("results:measurement", kept.pk)
        period = queries.period_of(found, until=at)
        says = now(found, period)
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
        return redirect("results:target", pk)
    return render(
        request,
        "results/measure.html",
        {
            "target": found,
            "now": says,
            "preview": queries.preview(found, says.found, period),
            "rows": first_rows(found, period, most=SHOWN),
            "total": says.rows,
        },
    )


@may("measurement.take")
def report(request: Request, pk: int) -> HttpResponse:
    """A number with its evidence, in one form."""
    found = _target(pk)
    at = timezone.now()
    today = timezone.localdate(at)
    begun = {"until": min(today, found.ends_on), "whole": found.universe_size}
    form = ReportForm(found, request.POST or None, initial=begun, today=today)
    proof = EvidenceForm(request.POST or None, request.FILES or None, prefix="evidence")
    proof.use_required_attribute = False
    proof.empty_permitted = True
    if form.is_valid() and proof.is_valid():
        try:
            kept = actions.report(
                found,
                form.found(),
                by=request.user,
                at=at,
                ends_at=form.ends_at(at=at),
                note=form.cleaned_data["note"],
                evidence=[proof.draft()] if proof.has_changed() else [],
            )
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
        else:
            messages.success(request, _("Quedó en borrador. Falta que otra persona la revise."))
            return redirect("results:measurement", kept.pk)
    faulty = bool(form.errors or proof.errors)
    return render(
        request,
        "results/report.html",
        {"target": found, "form": form, "proof": proof},
        status=422 if faulty else 200,
    )


@may("plan.write")
def tied(request: Request, slug: str) -> HttpResponse:
    """Choose where an indicator's number will come from, while its plan is a draft."""
    indicator = get_object_or_404(
        Indicator.objects.select_related("project__objective__component__plan"), slug=slug
    )
    initial = {"tied": f"{indicator.source} {indicator.formula}".strip()}
    form = TieForm(request.POST or None, initial=initial)
    plan = plan_of(indicator)
    if form.is_valid():
        source, formula = form.source_and_formula
        try:
            tie(indicator, source=source, formula=formula, by=request.user, at=timezone.now())
        except REFUSALS as refusal:
            messages.error(request, said(refusal))
        back = reverse("plans:plan", args=[plan.slug])
        return redirect(f"{back}#indicador-{indicator.pk}")
    return render(
        request,
        "results/tie.html",
        {"indicator": indicator, "plan": plan, "form": form, "sources": SOURCES.values()},
        status=422 if form.errors else 200,
    )


def _target(pk: int) -> Target:
    return get_object_or_404(queries.targets(), pk=pk)
