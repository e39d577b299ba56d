"""The statement of a month: pasted, looked at before it is kept, closed, and corrected by two."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from sereno.people.guards import Request, may
from sereno.plans.budget import actions, rules
from sereno.plans.budget.forms import StatementForm
from sereno.plans.budget.models import Correction, Line, Month
from sereno.plans.budget.queries.statement import Preview, preview
from sereno.plans.budget.templatetags.budget import COLUMNS, column, why
from sereno.plans.budget.views.refusals import REFUSALS, said
from sereno.plans.budget.views.year import whole_number
from sereno.web import tables
from sereno.web.downloads import download


@may("budget.write")
def take(request: Request) -> HttpResponse:
    """Paste, look, accept: nothing is kept before the second step."""
    form = StatementForm(request.POST or None, request.FILES or None, initial=_suggested(request))
    seen = None
    if form.is_valid():
        data = form.cleaned_data
        try:
            actions.refuse_ahead(data["year"], data["month"], at=timezone.now())
            seen = preview(
                data["text"], year=data["year"], number=data["month"], creates=data["creates"]
            )
        except rules.NoHeader as fault:
            names = ", ".join(column(name).lower() for name in fault.missing)
            form.add_error(
                None,
                _("La primera fila debe decir las columnas. Faltan: %(names)s.") % {"names": names},
            )
        except actions.MonthNotBegun as refusal:
            form.add_error("month", said(refusal))
        else:
            if not (seen.changes or seen.rejects):
                form.add_error(None, _("Vinieron solo los títulos: falta una fila debajo."))
                seen = None
            elif done := _do(request, form, data, seen):
                return done
    context = {"form": form, "seen": seen, "columns": COLUMNS.values()}
    return render(request, "budget/take.html", context, status=422 if form.errors else 200)


def _do(
    request: Request, form: StatementForm, data: dict[str, Any], seen: Preview
) -> HttpResponse | None:
    """What the button says: the rejects as a file, or the statement kept or proposed."""
    asked = request.POST.get("do", "")
    if asked == "rejects":
        return _rejects(seen)
    try:
        if asked == "accept":
            return _accept(request, data)
        if asked == "propose" and seen.month:
            actions.propose_correction(
                seen.month, data["text"], reason=data["reason"], by=request.user, at=timezone.now()
            )
            messages.success(request, _("Quedó propuesta. Otra persona debe aceptarla."))
            return redirect("budget:corrections")
    except REFUSALS as refusal:
        form.add_error(None, said(refusal))
    return None


def _accept(request: Request, data: dict[str, Any]) -> HttpResponse:
    taken = actions.take_statement(
        data["year"],
        data["month"],
        data["text"],
        by=request.user,
        at=timezone.now(),
        creates=data["creates"],
    )
    kept = ngettext(
        "Se registró %(count)d partida.", "Se registraron %(count)d partidas.", taken.kept
    ) % {"count": taken.kept}
    messages.success(request, kept)
    if taken.rejects:
        left = ngettext(
            "%(count)d fila no se registró.",
            "%(count)d filas no se registraron.",
            len(taken.rejects),
        ) % {"count": len(taken.rejects)}
        messages.warning(request, left)
    return redirect(f"{reverse('budget:year')}?anio={taken.month.year}&mes={taken.month.number}")


def _rejects(seen: Preview) -> HttpResponse:
    head = [_("Fila"), _("Partida"), _("Columna"), _("Decía"), _("Por qué no se registró")]
    rows = [
        [str(one.number), one.code, column(one.column), one.text, why(one)] for one in seen.rejects
    ]
    return download(tables.written([head, *rows]), "filas-no-registradas.csv")


def _suggested(request: Request) -> dict[str, object]:
    """The month that ended last; where the year is still empty, its lines are entered too."""
    today = timezone.localdate()
    year, month = (today.year, today.month - 1) if today.month > 1 else (today.year - 1, 12)
    year = whole_number(request, "anio") or year
    creates = not Line.objects.filter(year=year).exists()
    return {"year": year, "month": whole_number(request, "mes") or month, "creates": creates}


@may("budget.see")
def template(request: Request) -> HttpResponse:
    """The columns of a statement with the lines of the year, as CSV or as a workbook."""
    year = whole_number(request, "anio") or timezone.localdate().year
    head = [str(words) for words in COLUMNS.values()]
    rows = [[line.code, line.description] for line in Line.objects.filter(year=year)]
    if request.GET.get("forma") == "xlsx":
        book = tables.workbook_of(head, rows, name=f"{year}", widths=[18, 44, *[14] * 7])
        return download(book, f"cedula-{year}.xlsx")
    return download(tables.written([head, *rows]), f"cedula-{year}.csv")


@may("budget.close")
@require_POST
def close(request: Request, year: int, number: int) -> HttpResponse:
    month = get_object_or_404(Month, year=year, number=number)
    try:
        actions.close_month(month, by=request.user, at=timezone.now())
        messages.success(
            request, _("El mes está cerrado: desde ahora se corrige entre dos personas.")
        )
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect(f"{reverse('budget:year')}?anio={year}&mes={number}")


@may("budget.see")
def corrections(request: Request) -> HttpResponse:
    """What was proposed for closed months, with what it would change while it waits."""
    listed = Correction.objects.select_related("month", "proposed_by", "decided_by")[:100]
    shown = [(one, _of(one) if one.is_waiting else None) for one in listed]
    decides = request.user.may("budget.approve")
    return render(request, "budget/corrections.html", {"corrections": shown, "decides": decides})


def _of(correction: Correction) -> Preview:
    month = correction.month
    return preview(correction.text, year=month.year, number=month.number, creates=False)


@may("budget.approve")
@require_POST
def agree(request: Request, pk: int) -> HttpResponse:
    correction = get_object_or_404(Correction, pk=pk)
    try:
        actions.agree(correction, by=request.user, at=timezone.now())
        messages.success(request, _("La corrección está hecha. Lo anterior queda en la historia."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("budget:corrections")


@may("budget.approve")
@require_POST
def refuse(request: Request, pk: int) -> HttpResponse:
    correction = get_object_or_404(Correction, pk=pk)
    try:
        because = request.POST.get("because", "")
        actions.refuse(correction, because=because, by=request.user, at=timezone.now())
        messages.success(request, _("La corrección se rechazó: el mes queda como estaba."))
    except REFUSALS as refusal:
        messages.error(request, said(refusal))
    return redirect("budget:corrections")
