"""The first steps of a council: what stands, what is missing, and where it is made."""

from django.http import HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_GET

from sereno.people.guards import Request, may
from sereno.people.queries import beginning


@require_GET
@may("beginning.see")
def first_steps(request: Request) -> HttpResponse:
    parts = beginning.begun(request.user, today=timezone.localdate())
    needed = [one for one in parts if one.part.needed]
    shown = {
        "groups": [needed, [one for one in parts if not one.part.needed]],
        "stand": sum(not one.lacks for one in needed),
        "needed": len(needed),
    }
    return render(request, "people/beginning.html", shown)
