"""The logbook: the seals that anyone can keep, and its lines for whoever may read them."""

from datetime import date, datetime

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from sereno.people.guards import Request, may
from sereno.reports.forms import LineFilter
from sereno.reports.queries import log
from sereno.reports.views.page import draw, open_log, today


@open_log
def seals(request: HttpRequest) -> HttpResponse:
    """The last line and seal of each day of a month; ``?mes=2026-11`` chooses another one."""
    month = _month(request.GET.get("mes", "")) or today().replace(day=1)
    before, later = log.months_around(month)
    return draw(
        request,
        "reports/seals.html",
        month=month,
        days=log.days(month),
        before=before,
        later=later,
    )


@may("logbook.read")
def lines(request: Request) -> HttpResponse:
    """Every line, newest first, with who did it."""
    form = LineFilter(request.GET)
    wanted = form.wanted()
    number = request.GET.get("antes", "")
    found, following = log.lines(wanted, before=int(number) if number.isdecimal() else None)
    return render(
        request,
        "reports/lines.html",
        {"form": form, "lines": found, "next": following, "asked": form.asked()},
    )


def _month(text: str) -> date | None:
    try:
        return datetime.strptime(text, "%Y-%m").date()  # noqa: DTZ007 - a month has no zone
    except ValueError:
        return None
