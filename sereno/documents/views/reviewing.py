"""A document is reviewed row by row beside its own page, by hand or by keyboard."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from django.contrib import messages
from django.core.files.base import ContentFile
from django.core.paginator import Paginator
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.documents import actions, queries
from sereno.documents.forms import DirectForm, KindForm, MappingForm, NewPlanForm
from sereno.documents.models import Document, Item
from sereno.documents.readers import apart
from sereno.documents.rules.money import asked_of
from sereno.documents.rules.rows import Belongs, belongs
from sereno.documents.views.bringing import newest_line
from sereno.documents.views.refusals import OWN, said
from sereno.people.guards import Request, may
from sereno.plans import actions as planning
from sereno.plans.views import said as said_of_plans

PAGE = 40


@may("document.see")
def document(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document.objects.select_related("plan", "corrects"), pk=pk)
    shown = request.GET.get("ver", "deciden")
    rows = Paginator(queries.doubtful_first(found, shown), PAGE).get_page(request.GET.get("pagina"))
    accepts = request.user.may("document.accept")
    likely = None if found.corrects_id or found.is_on_its_way else queries.likely_correction(found)
    context = {
        "document": found,
        "shown": shown,
        "rows": rows,
        "counts": queries.counts(found),
        "accepts": accepts,
        "reads": request.user.may("document.read"),
        "direct": DirectForm(found),
        "new_plan": NewPlanForm(today=timezone.localdate()),
        "writes_plans": request.user.may("plan.write"),
        "kinds": KindForm(initial={"kind": found.wanted_kind}),
        "mappings": [MappingForm(heading) for heading in found.headings],
        "likely": likely,
        "needs": _needs(found, rows),
        "live_since": newest_line(),
    }
    return render(request, "documents/document.html", context)


def _needs(document: Document, rows: Any) -> dict[str, bool]:
    """What must be said before these rows can enter."""
    where = {belongs(row.fields, document.kind) for row in rows}
    return {
        "plan": Belongs.GOAL in where and document.plan is None,
        "month": Belongs.MONEY in where and not (document.year and document.month),
        "promise": Belongs.ASKED in where and document.plan is None,
    }


@may("document.see")
def source(request: Request, pk: int) -> HttpResponse:
    """A row beside its own place in the paper: a part for the script, a page without it."""
    item = get_object_or_404(Item.objects.select_related("document"), pk=pk)
    sheets = [
        {"number": number, "size": item.document.sizes[number - 1], "marks": marks}
        for number in queries.pages_of(item)
        if number <= len(item.document.sizes)
        for marks in [queries.marks_of(item, number)]
    ]
    context = {
        "item": item,
        "document": item.document,
        "sheets": sheets,
        "around": [] if sheets else queries.around(item, item.document.source),
    }
    is_part = request.headers.get("Sereno-Part") or request.headers.get("HX-Request")
    template = "documents/parts/source.html" if is_part else "documents/source.html"
    return render(request, template, context)


@may("document.see")
def page(request: Request, pk: int, number: int) -> HttpResponse:
    """A page of a PDF as a picture: drawn once, apart, and kept beside the evidence."""
    found = get_object_or_404(Document, pk=pk, format="pdf")
    if not 1 <= number <= found.pages:
        raise Http404
    storage = found.file.storage
    name = f"pages/{found.sha256[:2]}/{found.sha256}-{number}.png"
    if storage.exists(name):
        with storage.open(name) as kept:
            picture = kept.read()
    else:
        drawn = apart.page(Path(found.file.path), number)
        if drawn is None:
            raise Http404
        storage.save(name, ContentFile(drawn))
        picture = drawn
    response = HttpResponse(picture, content_type="image/png")
    response["Cache-Control"] = "private, max-age=86400"
    return response


@may("document.accept")
@require_POST
def decide(request: Request, pk: int) -> HttpResponse:
    """Accept, correct, put aside or undo one row."""
    item = get_object_or_404(Item.objects.select_related("document__plan"), pk=pk)
    acts: dict[str, Callable[[], object]] = {
        "aceptar": lambda: _accept(request, item.document, [item]),
        "descartar": lambda: actions.put_aside(
            item.document, [item], by=request.user, at=timezone.now()
        ),
        "deshacer": lambda: actions.undo(item, by=request.user, at=timezone.now()),
        "corregir": lambda: _correct(request, item),
    }
    act = acts.get(request.POST.get("acto", ""))
    if act is None:
        raise Http404
    problem = _refused(act)
    item.refresh_from_db()
    if request.headers.get("HX-Request"):
        context = {
            "item": item,
            "document": item.document,
            "accepts": True,
            "problem": problem,
            "counts": queries.counts(item.document),
        }
        return render(request, "documents/parts/item.html", context)
    if problem or item.reject:
        messages.error(request, problem or item.reject)
    return redirect(f"{_address(item.document)}?{request.POST.get('vuelve', '')}#fila-{item.pk}")


@may("document.accept")
@require_POST
def accept_many(request: Request, pk: int) -> HttpResponse:
    """Every row that waits without a doubt; or every one that waits, where that is asked for."""
    found = get_object_or_404(Document.objects.select_related("plan"), pk=pk)
    waiting = found.items.open()
    if request.POST.get("todas") != "si":
        waiting = waiting.filter(state=Item.State.PROPOSED)
    items = list(waiting.in_order())
    if items:
        outcome = actions.accept_in_turns(
            found, items, say=said, by=request.user, at=timezone.now()
        )
        words = {"accepted": outcome.accepted, "rejected": outcome.rejected}
        level = messages.warning if outcome.rejected else messages.success
        level(request, _("Entraron %(accepted)s filas; %(rejected)s no entraron.") % words)
    return redirect(_address(found))


@may("document.accept")
@require_POST
def direct(request: Request, pk: int) -> HttpResponse:
    """Say where the rows go; a new draft of a plan may be begun here."""
    found = get_object_or_404(Document, pk=pk)
    form = DirectForm(found, request.POST)
    plan_form = NewPlanForm(request.POST) if request.POST.get("new-title") else None
    if not form.is_valid() or (plan_form and not plan_form.is_valid()):
        _tell_errors(request, form, plan_form)
        return redirect(f"{_address(found)}#adonde")
    at = timezone.now()
    plan = form.cleaned_data["plan"]
    try:
        if plan_form and request.user.may("plan.write"):
            plan = planning.draft_plan(plan_form.draft(), by=request.user, at=at)
        said_now = {**form.cleaned_data, "plan": plan}
        actions.direct(found, **said_now, by=request.user, at=at)
    except planning.PeriodBackwards as refusal:
        messages.error(request, said_of_plans(refusal))
    except OWN as refusal:
        messages.error(request, said(refusal))
    return redirect(f"{_address(found)}#filas")


@may("document.read")
@require_POST
def read_again(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=pk)
    form = KindForm(request.POST)
    if form.is_valid():
        kind = form.cleaned_data["kind"]
        _tell(
            request,
            lambda: actions.read_again(found, kind=kind, by=request.user, at=timezone.now()),
        )
    return redirect(_address(found))


@may("document.read")
@require_POST
def map_columns(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=pk)
    asked = request.POST.get("signature", "")
    heading = next((one for one in found.headings if one["signature"] == asked), None)
    if heading is None:
        raise Http404
    form = MappingForm(heading, request.POST)
    if form.is_valid():
        _tell(
            request,
            lambda: actions.map_columns(
                found, asked, form.columns(), by=request.user, at=timezone.now()
            ),
        )
    return redirect(_address(found))


@may("document.accept")
@require_POST
def look_over(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=pk)
    actions.look_over(found, by=request.user, at=timezone.now())
    return redirect(f"{_address(found)}#sobrante")


@may("document.accept")
@require_POST
def finish(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=pk)
    _tell(request, lambda: actions.finish(found, by=request.user, at=timezone.now()))
    return redirect(_address(found))


@may("document.see")
def origins(request: Request, subject: str) -> HttpResponse:
    """Where a thing of the plan comes from: asked for by the pages of other rooms."""
    found = list(queries.origins_of(subject))
    is_part = request.headers.get("HX-Request")
    template = "documents/parts/origins.html" if is_part else "documents/origins.html"
    return render(request, template, {"origins": found, "subject": subject})


def _accept(request: Request, document: Document, items: list[Item]) -> actions.Outcome:
    return actions.accept(document, items, say=said, by=request.user, at=timezone.now())


def _correct(request: Request, item: Item) -> None:
    """Every field whose words were changed in the form."""
    at = timezone.now()
    for name in [*item.fields, *asked_of(item.fields)]:
        text = request.POST.get(f"campo-{name}")
        if text is not None and text.strip() != request.POST.get(f"antes-{name}", "").strip():
            actions.correct(item, name, text, by=request.user, at=at)


def _refused(act: Callable[[], object]) -> str:
    try:
        act()
    except OWN as refusal:
        return said(refusal)
    return ""


def _tell(request: Request, act: Callable[[], object]) -> None:
    problem = _refused(act)
    if problem:
        messages.error(request, problem)


def _tell_errors(request: Request, *forms: Any) -> None:
    for form in forms:
        if form is not None:
            for errors in form.errors.values():
                for error in errors:
                    messages.error(request, error)


def _address(document: Document) -> str:
    return reverse("documents:document", args=[document.pk])
