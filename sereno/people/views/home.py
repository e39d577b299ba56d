"""The start page: what this person needs first."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from sereno.people import queries
from sereno.people.forms import ShiftBegin, ShiftEnd
from sereno.people.guards import Request, may
from sereno.people.queries import beginning
from sereno.people.rules import NEIGHBOURHOOD, Role


@may("home.see")
def home(request: Request) -> HttpResponse:
    """Staff see their shift and where to go; a neighbour, who goes to one place, is there."""
    person = request.user
    today = timezone.localdate()
    steps = queries.first_steps(person, today=today)
    if person.roles() == {Role.NEIGHBOUR} and steps:
        return redirect(steps[0].address)
    shift = queries.open_shift(person)
    face = "people/home_phone.html" if person.roles() <= NEIGHBOURHOOD else "people/home.html"
    return render(
        request,
        face,
        {
            "steps": steps,
            "missing": beginning.missing(today=today) if person.may("beginning.see") else 0,
            "shift": shift,
            "begin": ShiftBegin(),
            "end": ShiftEnd(),
            "handed_over": queries.handed_over().exclude(handover="")[:3],
            "has_second_factor": queries.has_second_factor(person),
            "keeps_shifts": person.may("shift.keep"),
        },
    )
