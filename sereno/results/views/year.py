"""A planner's year on one page: what is due, late, returned or waiting, by indicator and month."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone

from sereno.people.guards import Request, may
from sereno.results.queries.year import units, year_of, years
from sereno.results.rules.year import Wait

TOLD = (
    Wait.LATE,
    Wait.RETURNED,
    Wait.STALE,
    Wait.SOON,
    Wait.TO_REVIEW,
    Wait.TO_APPROVE,
    Wait.AHEAD,
    Wait.DONE,
)


@may("measurement.see")
def year(request: Request) -> HttpResponse:
    today = timezone.localdate()
    offered = sorted({*years(), today.year}, reverse=True)
    asked = request.GET.get("anio", "")
    number = int(asked) if asked.isdecimal() and int(asked) in offered else today.year
    listed = list(units())
    unit = next((one for one in listed if str(one.pk) == request.GET.get("unidad")), None)
    wait = next((one for one in TOLD if one.value == request.GET.get("espera")), None)
    found = year_of(number, today=today, unit=unit, wait=wait)
    return render(
        request,
        "results/year.html",
        {
            "year": found,
            "years": offered,
            "units": listed,
            "unit": unit,
            "wait": wait,
            "counts": [(one, found.counts[one]) for one in TOLD],
            "this_month": today.month if number == today.year else None,
            "takes": request.user.may("measurement.take"),
        },
    )
