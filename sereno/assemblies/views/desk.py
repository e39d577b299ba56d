"""The planner's desk of what people asked: reading, putting together, answering, telling."""

from collections.abc import Callable
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from sereno.assemblies import actions
from sereno.assemblies.forms import AdvanceForm, AnswerTimeForm, CommitForm, GroupForm, NoForm
from sereno.assemblies.models import Advance, AnswerTime, Matter, Refusal, Suggestion
from sereno.assemblies.queries import asked
from sereno.assemblies.views.refusals import REFUSALS, said
from sereno.people.guards import Request, may

PAGE = 100


@require_GET
@may("suggestion.see")
def suggestions(request: Request) -> HttpResponse:
    return _list(request)


@require_POST
@may("suggestion.group")
def group(request: Request) -> HttpResponse:
    """Put the chosen ones into a matter that stands, or into a new one."""
    form = GroupForm(request.POST)
    if not form.is_valid():
        return _list(request, form=form)
    chosen, at = list(form.cleaned_data["suggestions"]), timezone.now()
    matter: Matter | None = form.cleaned_data["matter"]
    try:
        if matter is None:
            matter = actions.open_matter(form.draft(), chosen, by=request.user, at=at)
        else:
            actions.group(chosen, matter, by=request.user, at=at)
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return _list(request, form=form)
    messages.success(request, _("Las sugerencias quedaron juntas en un asunto."))
    return redirect("assemblies:answer", matter.pk)


@require_POST
@may("suggestion.contact")
def erase_contact(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Suggestion, pk=pk)
    actions.erase_contact(found, by=request.user, at=timezone.now())
    messages.success(request, _("El contacto se borró."))
    return (
        redirect("assemblies:answer", found.matter_id)
        if found.matter_id
        else redirect("assemblies:suggestions")
    )


@may("suggestion.confirm")
def answer_time(request: Request) -> HttpResponse:
    """Say how many days an answer may take from a day on: law changes it, and the past stays."""
    form = AnswerTimeForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_answer_time(**form.cleaned_data, by=request.user, at=timezone.now())
            messages.success(request, _("El plazo quedó fijado."))
            return redirect("assemblies:suggestions")
        except REFUSALS as refusal:
            form.add_error(None, said(refusal))
    shown = {
        "form": form,
        "heading": _("Plazo para responder"),
        "back": reverse("assemblies:suggestions"),
    }
    status = 422 if form.errors else 200
    return render(request, "assemblies/form.html", shown, status=status)


@require_GET
@may("suggestion.see")
def answer(request: Request, pk: int) -> HttpResponse:
    return _matter(request, get_object_or_404(Matter, pk=pk))


@require_POST
@may("suggestion.answer")
def commit(request: Request, pk: int) -> HttpResponse:
    matter = get_object_or_404(Matter, pk=pk)
    form = CommitForm(request.POST)
    return _try(
        request,
        matter,
        {"commit_form": form},
        lambda: actions.commit(matter, **form.cleaned_data, by=request.user, at=timezone.now()),
        _("El compromiso quedó registrado y ya se puede leer."),
    )


@require_POST
@may("suggestion.answer")
def propose_no(request: Request, pk: int) -> HttpResponse:
    matter = get_object_or_404(Matter, pk=pk)
    form = NoForm(request.POST)
    return _try(
        request,
        matter,
        {"no_form": form},
        lambda: actions.propose_no(
            matter, form.cleaned_data["reason"], by=request.user, at=timezone.now()
        ),
        _("El no quedó escrito. Vale cuando otra persona lo confirme."),
    )


@require_POST
@may("suggestion.answer")
def note_advance(request: Request, pk: int) -> HttpResponse:
    matter = get_object_or_404(Matter.objects.exclude(commitment=None), pk=pk)
    form = AdvanceForm(request.POST, request.FILES)

    def keep() -> None:
        at, by = timezone.now(), request.user
        proof = None if form.is_empty() else actions.add_proof(form.proof(), by=by, at=at)
        today = timezone.localdate(at)
        actions.note_advance(
            matter.commitment, form.draft(), by=by, at=at, today=today, proof=proof
        )

    told = _("El avance quedó anotado. Cuenta cuando otra persona lo confirme.")
    return _try(request, matter, {"advance_form": form}, keep, told)


@require_POST
@may("suggestion.confirm")
def confirm_no(request: Request, pk: int) -> HttpResponse:
    refusal = get_object_or_404(Refusal, pk=pk)
    done = _("El no quedó dado, con su razón.")
    return _settle(request, refusal.matter_id, refusal, actions.confirm_no, done)


@require_POST
@may("suggestion.confirm")
def return_no(request: Request, pk: int) -> HttpResponse:
    refusal = get_object_or_404(Refusal, pk=pk)
    done = _("El no se devolvió: el asunto espera otra respuesta.")
    give_back = partial(actions.return_no, because=request.POST.get("because", ""))
    return _settle(request, refusal.matter_id, refusal, give_back, done)


@require_POST
@may("suggestion.confirm")
def confirm_advance(request: Request, pk: int) -> HttpResponse:
    advance = get_object_or_404(Advance.objects.select_related("commitment"), pk=pk)
    done = _("El avance quedó confirmado: desde ahora cuenta.")
    matter = advance.commitment.matter_id
    return _settle(request, matter, advance, actions.confirm_advance, done)


def _settle(
    request: Request, matter: int, thing: Any, act: Callable[..., None], done: str
) -> HttpResponse:
    try:
        act(thing, by=request.user, at=timezone.now())
        messages.success(request, done)
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("assemblies:answer", matter)


def _try(
    request: Request, matter: Matter, forms: dict[str, Any], act: Callable[[], Any], done: str
) -> HttpResponse:
    """Do it and go on; or draw the page again with what was written and why it was refused."""
    form = next(iter(forms.values()))
    if not form.is_valid():
        return _matter(request, matter, **forms)
    try:
        act()
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
        return _matter(request, matter, **forms)
    messages.success(request, done)
    return redirect("assemblies:answer", matter.pk)


def _list(request: Request, *, form: GroupForm | None = None) -> HttpResponse:
    at = timezone.now()
    today = timezone.localdate(at)
    times = list(AnswerTime.objects.all())
    waiting = Suggestion.objects.waiting().select_related("parish", "deliberation")
    page = Paginator(waiting, PAGE).get_page(request.GET.get("pagina"))
    rows = [{"suggestion": one, "due_on": asked.due_on(one.received_at, times)} for one in page]
    shown = {
        "page": page,
        "rows": rows,
        "today": today,
        "late": asked.late_on(times, on=today).count(),
        "days": asked.days_in_force(times, on=today),
        "time": times[-1] if times else None,
        "matters": asked.answered(Matter.objects.all(), on=today),
        "form": form or GroupForm(initial={"year": today.year - 1}),
        "may_group": request.user.may("suggestion.group"),
        "may_take": request.user.may("suggestion.take"),
        "may_time": request.user.may("suggestion.confirm"),
    }
    status = 422 if form and form.errors else 200
    return render(request, "assemblies/desk/suggestions.html", shown, status=status)


def _matter(request: Request, matter: Matter, **forms: Any) -> HttpResponse:
    today = timezone.localdate(timezone.now())
    one = asked.answered(Matter.objects.filter(pk=matter.pk), on=today)[0]
    standing = Refusal.objects.standing().filter(matter=matter).select_related("proposed_by")
    waiting = standing.filter(confirmed_at=None).first()
    answers = request.user.may("suggestion.answer")
    is_open = one.commitment is None and one.refusal is None and waiting is None
    advances = Advance.objects.filter(commitment=one.commitment) if one.commitment else None
    shown = {
        "one": one,
        "suggestions": matter.suggestions.select_related("parish", "contact").order_by("pk"),
        "waiting_no": waiting,
        "advances": advances.select_related("proof", "noted_by") if advances is not None else (),
        "commit_form": CommitForm(initial={"text": matter.text}) if answers and is_open else None,
        "no_form": NoForm() if answers and is_open else None,
        "advance_form": (
            AdvanceForm(initial={"as_of": today}) if answers and one.commitment else None
        ),
        "may_confirm": request.user.may("suggestion.confirm"),
        "may_contact": request.user.may("suggestion.contact"),
        "may_verify": request.user.may("process.verify"),
        **forms,
    }
    return render(request, "assemblies/desk/matter.html", shown, status=422 if forms else 200)
