"""The accountability process of a year as a calendar that warns, and what shows each step."""

from django.contrib import messages
from django.http import FileResponse, Http404, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sereno.assemblies import actions
from sereno.assemblies.forms import DateForm, OpenForm, ProofForm, StepForm
from sereno.assemblies.models import Process, Proof, StepRecord
from sereno.assemblies.queries import calendar
from sereno.assemblies.views.refusals import REFUSALS, said
from sereno.people.guards import Request, may


@require_GET
@may("process.see")
def index(request: Request) -> HttpResponse:
    today = timezone.localdate()
    calendars = calendar.calendars()
    keeps = request.user.may("process.keep")
    said_year = {"year": today.year - 1}
    shown = {
        "processes": Process.objects.all(),
        "calendars": calendars,
        "form": OpenForm(calendars=calendars, initial=said_year) if keeps and calendars else None,
        "may_keep": keeps,
    }
    return render(request, "assemblies/process/list.html", shown)


@require_POST
@may("process.keep")
def load(request: Request) -> HttpResponse:
    """Load the steps that come with Sereno; those that are there stay as they are."""
    loaded = actions.load_steps(by=request.user, at=timezone.now())
    messages.success(request, _("Pasos cargados: %(count)d.") % {"count": loaded})
    return redirect("assemblies:processes")


@require_POST
@may("process.keep")
def start(request: Request) -> HttpResponse:
    form = OpenForm(request.POST, calendars=calendar.calendars())
    if not form.is_valid():
        shown = {"processes": Process.objects.all(), "form": form, "may_keep": True}
        return render(request, "assemblies/process/list.html", shown, status=422)
    entity, name = form.chosen()
    given = form.cleaned_data
    try:
        actions.open_process(
            given["year"],
            entity=entity,
            calendar=name,
            deliberation_on=given["deliberation_on"],
            by=request.user,
            at=timezone.now(),
        )
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
        return redirect("assemblies:processes")
    return redirect("assemblies:process", given["year"])


@require_GET
@may("process.see")
def process(request: Request, year: int) -> HttpResponse:
    found = get_object_or_404(Process, year=year)
    phases = calendar.phases(found, on=timezone.localdate())
    keeps = request.user.may("process.keep")
    shown = {
        "process": found,
        "phases": phases,
        "warnings": calendar.warnings(phases),
        "date_form": DateForm(initial={"day": found.deliberation_on}) if keeps else None,
        "may_keep": keeps,
    }
    return render(request, "assemblies/process/process.html", shown)


@require_POST
@may("process.keep")
def dated(request: Request, year: int) -> HttpResponse:
    found = get_object_or_404(Process, year=year)
    form = DateForm(request.POST)
    if form.is_valid():
        try:
            actions.date_deliberation(found, form.given(), by=request.user, at=timezone.now())
            messages.success(request, _("El día de la deliberación quedó fijado."))
        except REFUSALS as refusal:
            messages.error(request, said(refusal))
    else:
        messages.error(request, _("Escriba el día de la deliberación."))
    return redirect("assemblies:process", year)


@require_POST
@may("process.keep")
def close(request: Request, year: int, phase: int) -> HttpResponse:
    found = get_object_or_404(Process, year=year)
    try:
        actions.close_phase(found, phase, by=request.user, at=timezone.now())
        messages.success(request, _("La fase quedó completa."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("assemblies:process", year)


@require_GET
@may("process.see")
def step(request: Request, pk: int) -> HttpResponse:
    return _step(request, _record(pk))


@require_POST
@may("process.keep")
def tell(request: Request, pk: int) -> HttpResponse:
    record = _record(pk)
    form = StepForm(request.POST)
    if not form.is_valid():
        return _step(request, record, form=form)
    at = timezone.now()
    try:
        actions.tell_step(
            record, **form.cleaned_data, by=request.user, at=at, today=timezone.localdate(at)
        )
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return _step(request, record, form=form)
    messages.success(request, _("El paso quedó registrado."))
    return redirect("assemblies:step", pk)


@require_POST
@may("process.keep")
def show(request: Request, pk: int) -> HttpResponse:
    """Put a record or a link beside a step."""
    record = _record(pk)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return _step(request, record, proof_form=form)
    try:
        actions.add_proof(form.proof(), step=record, by=request.user, at=timezone.now())
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return _step(request, record, proof_form=form)
    messages.success(request, _("La prueba quedó guardada. Vale cuando otra persona la abra."))
    return redirect("assemblies:step", pk)


@require_POST
@may("process.verify")
def verify(request: Request, pk: int) -> HttpResponse:
    """Say that a proof was opened, and whether it is what it says."""
    proof = get_object_or_404(Proof, pk=pk)
    works = request.POST.get("abre") == "si"
    try:
        actions.verify_proof(proof, works=works, by=request.user, at=timezone.now())
        messages.success(request, _("Quedó anotado lo que usted vio al abrirla."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    if proof.step_id:
        return redirect("assemblies:step", proof.step_id)
    minutes_of = getattr(proof, "minutes_of", None)
    if minutes_of is not None:
        return redirect("assemblies:meeting", minutes_of.pk)
    advance = proof.advance_set.select_related("commitment").first()
    return (
        redirect("assemblies:answer", advance.commitment.matter_id)
        if advance
        else redirect("assemblies:processes")
    )


@require_GET
@may("process.see")
def file(request: Request, pk: int) -> HttpResponseBase:
    """The PDF of a proof, for the staff: minutes may name people."""
    proof = get_object_or_404(Proof.objects.exclude(sha256=""), pk=pk)
    if not proof.file.storage.exists(str(proof.file.name)):
        raise Http404
    return FileResponse(
        proof.file.open("rb"), as_attachment=True, filename=f"{proof.sha256[:12]}.pdf"
    )


def _record(pk: int) -> StepRecord:
    return get_object_or_404(
        StepRecord.objects.select_related("process", "step", "responsible", "told_by"), pk=pk
    )


def _step(
    request: Request,
    record: StepRecord,
    *,
    form: StepForm | None = None,
    proof_form: ProofForm | None = None,
) -> HttpResponse:
    closed = record.process.closed_phases.filter(phase=record.step.phase).exists()
    keeps = request.user.may("process.keep") and not closed
    known = {"done_on": record.done_on, "responsible": record.responsible}
    told = StepForm(initial=known)
    shown = {
        "record": record,
        "closed": closed,
        "proofs": record.proofs.select_related("added_by", "opened_by"),
        "form": (form or told) if keeps else None,
        "proof_form": (
            (proof_form or ProofForm(initial={"title": record.step.record})) if keeps else None
        ),
        "may_verify": request.user.may("process.verify") and not closed,
    }
    wrong = (form and form.errors) or (proof_form and proof_form.errors)
    return render(request, "assemblies/process/step.html", shown, status=422 if wrong else 200)
