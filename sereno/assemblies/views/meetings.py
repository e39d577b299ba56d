"""The desk of the deliberations, and the table where suggestions are written down."""

from django.contrib import messages
from django.db.models import Count
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_GET, require_POST

from sereno.assemblies import actions
from sereno.assemblies.forms import CallForm, CountForm, ProofForm, TakeForm
from sereno.assemblies.models import Attendance, Deliberation, Suggestion
from sereno.assemblies.rules.codes import new_code, read_code
from sereno.assemblies.views.refusals import REFUSALS, said
from sereno.people.guards import Request, may


@require_GET
@may("assembly.see")
def index(request: Request) -> HttpResponse:
    found = Deliberation.objects.annotate(asked=Count("suggestions")).order_by("-held_on", "-pk")
    shown = {
        "deliberations": found,
        "may_keep": request.user.may("assembly.keep"),
        "may_take": request.user.may("suggestion.take"),
    }
    return render(request, "assemblies/meetings/list.html", shown)


@may("assembly.keep")
def call(request: Request) -> HttpResponse:
    form = CallForm(request.POST or None, initial={"year": timezone.localdate().year - 1})
    if request.method == "POST" and form.is_valid():
        called = actions.call(form.draft(), by=request.user, at=timezone.now())
        messages.success(request, _("La reunión quedó registrada."))
        return redirect("assemblies:meeting", called.pk)
    shown = {"form": form, "heading": _("Registrar una reunión")}
    return render(request, "assemblies/form.html", shown | {"back": reverse("assemblies:meetings")})


@require_GET
@may("assembly.see")
def meeting(request: Request, pk: int) -> HttpResponse:
    return _draw(request, get_object_or_404(Deliberation, pk=pk))


@require_POST
@may("assembly.keep")
def count(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Deliberation, pk=pk)
    form = CountForm(request.POST)
    if not form.is_valid():
        return _draw(request, found, count_form=form)
    at = timezone.now()
    try:
        actions.count(found, form.draft(), by=request.user, at=at, today=timezone.localdate(at))
        messages.success(request, _("La asistencia quedó contada."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("assemblies:meeting", pk)


@require_POST
@may("assembly.keep")
def minutes(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Deliberation, pk=pk)
    form = ProofForm(request.POST, request.FILES)
    if not form.is_valid():
        return _draw(request, found, minutes_form=form)
    try:
        actions.keep_minutes(found, form.proof(), by=request.user, at=timezone.now())
        messages.success(request, _("El acta quedó guardada."))
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return _draw(request, found, minutes_form=form)
    return redirect("assemblies:meeting", pk)


@never_cache
@may("suggestion.take")
def take(request: Request, pk: int | None = None) -> HttpResponse:
    """Write down what people say, one after another: the code of the last one stays in sight."""
    found = get_object_or_404(Deliberation, pk=pk) if pk else None
    here = reverse("assemblies:table", args=[pk]) if pk else reverse("assemblies:paper")
    channel = request.GET.get("canal", "table" if pk else "paper")
    form = TakeForm(
        request.POST or None, initial={"channel": channel, "parish": request.GET.get("parroquia")}
    )
    if request.method == "POST" and form.is_valid():
        code, given = new_code(), form.cleaned_data
        actions.receive(
            form.draft(),
            code=code,
            parish=given["parish"],
            deliberation=found,
            by=request.user,
            at=timezone.now(),
        )
        parish = given["parish"].pk if given["parish"] else ""
        return redirect(f"{here}?codigo={code}&canal={given['channel']}&parroquia={parish}")
    taken = Suggestion.objects.filter(deliberation=found, taken_by=request.user)
    shown = {
        "deliberation": found,
        "form": form,
        "code": read_code(request.GET.get("codigo", "")),
        "taken": taken.count(),
        "here": here,
    }
    return render(
        request, "assemblies/meetings/take.html", shown, status=422 if form.errors else 200
    )


def _draw(
    request: Request,
    found: Deliberation,
    *,
    count_form: CountForm | None = None,
    minutes_form: ProofForm | None = None,
) -> HttpResponse:
    keeps = request.user.may("assembly.keep")
    counted = list(found.attendance.all())
    shown = {
        "deliberation": found,
        "by_sex": [one for one in counted if one.by == Attendance.By.SEX],
        "by_people": [one for one in counted if one.by == Attendance.By.PEOPLE],
        "asked": found.suggestions.count(),
        "count_form": (count_form or CountForm()) if keeps and not found.counted_at else None,
        "minutes_form": (minutes_form or ProofForm()) if keeps and not found.minutes_id else None,
        "may_take": request.user.may("suggestion.take"),
        "may_verify": request.user.may("process.verify"),
    }
    wrong = (count_form and count_form.errors) or (minutes_form and minutes_form.errors)
    return render(request, "assemblies/meetings/meeting.html", shown, status=422 if wrong else 200)
