"""Shifts: who stands where now, and what was handed over."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from sereno.people import actions, queries
from sereno.people.forms import ShiftBegin, ShiftEnd
from sereno.people.guards import Request, may

PAGE = 30


@may("shift.keep")
def shifts(request: Request) -> HttpResponse:
    """Everyone who stands somewhere now, and the notes of those who left."""
    return _page(request, begin=ShiftBegin(), end=ShiftEnd())


@may("shift.keep")
@require_POST
def begin(request: Request) -> HttpResponse:
    """Stand at a post."""
    form = ShiftBegin(request.POST)
    if not form.is_valid():
        return _page(request, begin=form, end=ShiftEnd(), status=400)
    post = form.cleaned_data["post"]
    try:
        actions.begin_shift(request.user, post=post, by=request.user, at=timezone.now())
    except actions.AlreadyOnShift:
        messages.error(
            request, _("Usted ya tiene un turno abierto. Termínelo antes de empezar otro.")
        )
    else:
        messages.success(request, _("Su turno empezó en: %(post)s.") % {"post": post})
    return redirect("people:home")


@may("shift.keep")
@require_POST
def end(request: Request) -> HttpResponse:
    """Leave the post, with a note for the next one."""
    form = ShiftEnd(request.POST)
    if not form.is_valid():
        return _page(request, begin=ShiftBegin(), end=form, status=400)
    shift = queries.open_shift(request.user)
    if shift is None:
        messages.error(request, _("Usted no tiene un turno abierto: no hay nada que terminar."))
        return redirect("people:home")
    handover = form.cleaned_data["handover"]
    try:
        actions.end_shift(shift, handover=handover, by=request.user, at=timezone.now())
    except actions.ShiftOver:
        messages.error(request, _("Su turno ya se había terminado en otra ventana."))
    else:
        messages.success(request, _("Su turno terminó. La nota queda para quien sigue."))
    return redirect("people:home")


def _page(request: Request, *, begin: ShiftBegin, end: ShiftEnd, status: int = 200) -> HttpResponse:
    ended = Paginator(queries.handed_over(), PAGE).get_page(request.GET.get("pagina"))
    return render(
        request,
        "people/shifts.html",
        {
            "shift": queries.open_shift(request.user),
            "standing": queries.standing_now(),
            "ended": ended,
            "begin": begin,
            "end": end,
        },
        status=status,
    )
