"""The plan on a planner's desk: the list, the whole plan, and a form for each of its parts."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.plans import actions, queries
from sereno.plans.forms import PARTS, ChangeForm, PartForm, PlanForm, TargetForm
from sereno.plans.models import Alignment, CatalogueObjective, Plan, Target, TargetChange
from sereno.plans.views.refusals import REFUSALS, said


@may("plan.see")
def plans(request: Request) -> HttpResponse:
    may_write = request.user.may("plan.write")
    return render(request, "plans/list.html", {"plans": queries.listed(), "may_write": may_write})


@may("plan.see")
def plan(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(Plan, slug=slug)
    writes = request.user.may("plan.write") and found.published_at is None
    return render(
        request,
        "plans/plan.html",
        {
            "plan": found,
            "components": queries.components(found),
            "problems": queries.problems(found),
            "facts": found.facts.all(),
            "writes": writes,
            "aligns": writes and CatalogueObjective.objects.exists(),
            "publishes": request.user.may("plan.publish") and found.published_at is None,
        },
    )


@may("plan.write")
def new_plan(request: Request) -> HttpResponse:
    form = PlanForm(request.POST or None)
    if form.is_valid():

        def keep() -> Plan:
            return actions.draft_plan(form.draft(), by=request.user, at=timezone.now())

        kept = _kept(form, keep)
        if kept:
            return redirect("plans:plan", kept.slug)
    return _form(request, form, heading=_("Nuevo plan"), back=reverse("plans:list"))


@may("plan.write")
def amend_plan(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(Plan, slug=slug)
    said = {name: getattr(found, name) for name in PlanForm.base_fields}
    form = PlanForm(request.POST or None, initial=said)
    if form.is_valid():

        def keep() -> bool:
            draft = form.draft(found)
            actions.amend_plan(found, draft, by=request.user, at=timezone.now())
            return True

        if _kept(form, keep):
            return redirect("plans:plan", slug)
    return _form(request, form, heading=_("Corregir la portada del plan"), back=_page(found))


@may("plan.write")
def add_part(request: Request, kind: str, parent: int) -> HttpResponse:
    part_form = PARTS[kind]
    above = get_object_or_404(part_form.parent, pk=parent)
    whole = above if isinstance(above, Plan) else actions.plan_of(above)
    dated = {"starts_on": whole.starts_on, "ends_on": whole.ends_on}
    return _part(request, part_form, whole, parent=above, part=None, said=dated)


@may("plan.write")
def amend_part(request: Request, kind: str, pk: int) -> HttpResponse:
    part_form = PARTS[kind]
    if part_form.amend is None:
        raise Http404
    part = get_object_or_404(part_form.model, pk=pk)
    whole = actions.plan_of(part)
    return _part(request, part_form, whole, parent=None, part=part, said=part_form.said_of(part))


@may("plan.write")
@require_POST
def remove_part(request: Request, kind: str, pk: int) -> HttpResponse:
    part = get_object_or_404(PARTS[kind].model, pk=pk)
    whole = actions.plan_of(part)
    try:
        actions.remove(part, by=request.user, at=timezone.now())
        messages.success(request, _("Se quitó del borrador."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("plans:plan", whole.slug)


@may("plan.publish")
@require_POST
def publish_plan(request: Request, slug: str) -> HttpResponse:
    found = get_object_or_404(Plan, slug=slug)
    try:
        actions.publish_plan(found, by=request.user, at=timezone.now())
        messages.success(
            request, _("El plan está publicado. Sus metas ya se miden, y solo cambian a la vista.")
        )
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("plans:plan", slug)


@may("target.change")
def propose_change(request: Request, pk: int) -> HttpResponse:
    """Ask that a published target promise another amount."""
    target = get_object_or_404(Target.objects.select_related("indicator"), pk=pk)
    form = ChangeForm(target, request.POST or None)
    back = _goal(target)
    if form.is_valid():

        def keep() -> object:
            because = form.cleaned_data["because"]
            return actions.propose_change(
                target, form.amount(), because=because, by=request.user, at=timezone.now()
            )

        if _kept(form, keep):
            messages.success(request, _("El cambio espera que otra persona lo confirme."))
            return redirect(back)
    return _form(request, form, heading=_("Proponer un cambio de la meta"), back=back)


@may("target.confirm")
@require_POST
def confirm_change(request: Request, pk: int) -> HttpResponse:
    done = _("El cambio rige desde hoy. Lo contado hasta ayer se compara con la meta anterior.")
    return _decide(request, pk, actions.confirm_change, done)


@may("target.confirm")
@require_POST
def refuse_change(request: Request, pk: int) -> HttpResponse:
    because = request.POST.get("because", "")
    refuse = partial(actions.refuse_change, because=because)
    return _decide(request, pk, refuse, _("La meta queda como estaba."))


def _decide(request: Request, pk: int, act: Callable[..., None], done: str) -> HttpResponse:
    change = get_object_or_404(TargetChange.objects.select_related("target__indicator"), pk=pk)
    try:
        act(change, by=request.user, at=timezone.now())
        messages.success(request, done)
    except actions.SamePerson:
        messages.error(request, _("Usted propuso este cambio: debe confirmarlo otra persona."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect(_goal(change.target))


def _goal(target: Target) -> str:
    return f"{_page(actions.plan_of(target))}#meta-{target.pk}"


def _part(
    request: Request,
    part_form: type[PartForm],
    whole: Plan,
    *,
    parent: Any,
    part: Any,
    said: dict[str, Any],
) -> HttpResponse:
    form = part_form(request.POST or None, initial=said)
    form.within(whole)
    heading = part_form.adding if part is None else part_form.amending
    if form.is_valid():
        if isinstance(form, TargetForm) and form.is_unread():
            read = form.read()
            return _form(request, read, heading=heading, back=_page(whole), was_read=True)

        def keep() -> Any:
            return form.keep(parent=parent, part=part, by=request.user, at=timezone.now())

        kept = _kept(form, keep)
        if kept:
            return redirect(f"{_page(whole)}#{part_form.kind}-{_anchor(kept)}")
    return _form(request, form, heading=heading, back=_page(whole), part=part, kind=part_form.kind)


def _anchor(part: Any) -> int:
    return int(part.objective_id if isinstance(part, Alignment) else part.pk)


def _kept(form: PlanForm | PartForm | ChangeForm, keep: Callable[[], Any]) -> Any:
    """What was kept; or nothing, and the refusal stands in the form."""
    try:
        return keep()
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return None


def _page(whole: Plan) -> str:
    return reverse("plans:plan", args=[whole.slug])


def _form(
    request: Request,
    form: PlanForm | PartForm | ChangeForm,
    *,
    heading: object,
    back: str,
    **more: object,
) -> HttpResponse:
    context = {"form": form, "heading": heading, "back": back, **more}
    return render(request, "plans/form.html", context, status=422 if form.errors else 200)
