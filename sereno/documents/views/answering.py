"""What goes back: the letter to the unit that wrote it, rows that did not enter, changes."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.documents import actions, queries
from sereno.documents.forms import label_of
from sereno.documents.models import Document, Item
from sereno.documents.rules import sheet
from sereno.documents.rules.values import said as words_of
from sereno.documents.views.letter import CannotPrint, Letter, letter_of, pdf
from sereno.documents.views.refusals import said
from sereno.people.guards import Request, may


@may("document.see")
def letter(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=pk)
    return render(request, "documents/letter.html", {"document": found, "letter": _letter(found)})


@may("document.see")
def letter_pdf(request: Request, pk: int) -> HttpResponse:
    found = get_object_or_404(Document, pk=pk)
    try:
        printed = pdf(_letter(found))
    except CannotPrint as problem:
        messages.error(request, _("La carta no se pudo imprimir: %(why)s") % {"why": problem})
        return redirect("documents:letter", pk)
    response = HttpResponse(printed, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="carta-documento-{pk}.pdf"'
    return response


def _letter(document: Document) -> Letter:
    return letter_of(document, on=timezone.localdate())


@may("document.see")
def rejects(request: Request, pk: int) -> HttpResponse:
    """Rows that did not enter, each with why, to be mended and brought in again."""
    found = get_object_or_404(Document, pk=pk)
    items = [item for item in found.items.in_order() if item.reject and item.is_open]
    names = list(dict.fromkeys(name for item in items for name in item.fields))
    head = [_("tabla"), _("fila"), _("por qué no entró"), *(label_of(name) for name in names)]
    rows = [
        [
            item.table + 1,
            item.row + 1,
            item.reject,
            *(words_of(item.fields.get(name)) for name in names),
        ]
        for item in items
    ]
    response = HttpResponse(sheet.written([head, *rows]), content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="rechazos-documento-{pk}.csv"'
    return response


@may("document.see")
def changes(request: Request, pk: int) -> HttpResponse:
    """A corrected edition beside what was accepted of the one before."""
    found = get_object_or_404(Document.objects.select_related("plan", "corrects"), pk=pk)
    edited = queries.editions(found)
    told = [_told(one) for one in edited if one.change.what != "same"]
    context = {"document": found, "edited": told, "same": len(edited) - len(told)}
    context["accepts"] = request.user.may("document.accept")
    return render(request, "documents/changes.html", context)


@may("document.accept")
@require_POST
def apply_changes(request: Request, pk: int) -> HttpResponse:
    """Only what is chosen enters; what was published waits for its second person."""
    found = get_object_or_404(Document.objects.select_related("plan", "corrects"), pk=pk)
    chosen = set(request.POST.getlist("fila"))
    pairs: list[tuple[Item | None, Item]] = [
        (one.before, one.now)
        for one in queries.editions(found)
        if one.now is not None and one.applies and str(one.now.pk) in chosen
    ]
    if pairs and found.corrects:
        _apply(request, found, pairs)
    else:
        messages.error(request, _("Elija al menos un cambio."))
    return redirect("documents:changes", pk)


def _apply(request: Request, document: Document, pairs: list[tuple[Item | None, Item]]) -> None:
    reason = _("Corrección del documento «%(name)s».") % {"name": document.name}
    outcome = actions.apply_edition(
        document, pairs, reason=reason, say=said, by=request.user, at=timezone.now()
    )
    words = {"accepted": outcome.accepted, "rejected": outcome.rejected}
    level = messages.warning if outcome.rejected else messages.success
    level(request, _("Se aplicaron %(accepted)s cambios; %(rejected)s no se pudieron.") % words)


def _told(one: queries.Edited) -> dict[str, Any]:
    row = one.now or one.before
    fields = row.fields if row else {}
    return {
        "what": one.change.what.value,
        "item": one.now,
        "before": one.before,
        "applies": one.applies,
        "title": next((words_of(field) for field in fields.values() if words_of(field)), ""),
        "differs": [(label_of(name), was, now) for name, was, now in one.change.differs],
    }
