"""Bringing in a file: send it, look at what it says, accept it or throw it away."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from sereno.territory import actions, queries
from sereno.territory.forms import CONTENTS, REASONS, REFUSALS, Sending
from sereno.territory.models import Draft
from sereno.territory.rules.files import Unreadable
from sereno.web.guards import Request, may

SHOWN = 50  # good rows on the page; every row left out is shown


@may("territory.import")
@require_http_methods(["GET", "POST"])
def send(request: Request) -> HttpResponse:
    """A file to look at; nothing changes yet."""
    canton = queries.the_canton()
    if canton is None:
        return redirect("territory:list")
    form = Sending(request.POST or None, request.FILES or None)
    if form.is_valid():
        draft = form.draft()
        try:
            queries.preview(canton, draft, on=timezone.localdate())
        except Unreadable as refusal:
            form.add_error("file", REFUSALS[refusal.fault])
        else:
            actions.keep_draft(draft, at=timezone.now())
            return redirect("territory:preview", draft.pk)
    status = 400 if form.is_bound else 200
    return render(request, "territory/import.html", {"form": form}, status=status)


@may("territory.import")
def preview(request: Request, pk: int) -> HttpResponse:
    """What the file would bring in, and every row it would leave out."""
    draft = get_object_or_404(Draft, pk=pk)
    canton = queries.the_canton()
    if canton is None:
        return redirect("territory:list")
    try:
        seen = queries.preview(canton, draft, on=timezone.localdate())
    except Unreadable as refusal:
        messages.error(request, REFUSALS[refusal.fault])
        return redirect("territory:import")
    return render(
        request,
        "territory/preview.html",
        {
            "draft": draft,
            "contents": CONTENTS[f"{draft.form}:{draft.level}"],
            "count": len(seen.rows),
            "rows": seen.rows[:SHOWN],
            "mended": sum(getattr(row, "was_mended", False) for row in seen.rows),
            "rejects": [(left.row, REASONS[left.why], left.seen) for left in seen.rejects],
        },
    )


@may("territory.import")
@require_POST
def accept(request: Request, pk: int) -> HttpResponse:
    """Bring it in."""
    draft, canton = Draft.objects.filter(pk=pk).first(), queries.the_canton()
    try:
        if draft is None or canton is None:
            return _gone(request)
        outcome = actions.accept(draft, canton, by=request.user, at=timezone.now())
    except actions.DraftGone:
        return _gone(request)
    except Unreadable as refusal:
        messages.error(request, REFUSALS[refusal.fault])
        return redirect("territory:import")
    kept = ngettext("Se cargó %(count)s fila.", "Se cargaron %(count)s filas.", outcome.kept)
    messages.success(request, kept % {"count": outcome.kept})
    if outcome.rejects:
        left = len(outcome.rejects)
        said = ngettext("Quedó fuera %(count)s fila.", "Quedaron fuera %(count)s filas.", left)
        messages.warning(request, said % {"count": left})
    return redirect("territory:list")


@may("territory.import")
@require_POST
def discard(request: Request, pk: int) -> HttpResponse:
    """Throw it away."""
    draft = Draft.objects.filter(pk=pk).first()
    if draft is None:
        return _gone(request)
    try:
        actions.discard(draft)
    except actions.DraftGone:
        return _gone(request)
    messages.success(request, _("El archivo se descartó. No cambió nada."))
    return redirect("territory:import")


def _gone(request: Request) -> HttpResponse:
    messages.error(request, _("Ese archivo ya se aceptó o se descartó. Envíelo de nuevo."))
    return redirect("territory:import")
