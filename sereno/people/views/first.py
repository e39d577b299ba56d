"""The first visit to an empty council: its first director, let in by the code of the console."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.crypto import constant_time_compare
from django.utils.translation import gettext as _

from sereno.people import actions, queries
from sereno.people.forms import FirstDirector
from sereno.people.guards import public


@public
def first(request: HttpRequest, code: str) -> HttpResponse:
    """Opens only while nobody is enrolled, and only to whoever read the code on the machine."""
    if not constant_time_compare(code, queries.first_code()):
        raise Http404
    form = FirstDirector(request.POST or None)
    if form.is_valid():
        try:
            person = actions.enrol_first(form.newcomer(), at=timezone.now())
        except actions.NotFirst as late:
            raise Http404 from late
        messages.success(request, _("%(name)s ya puede ingresar.") % {"name": person})
        return redirect("account_login")
    if queries.has_people():
        raise Http404
    status = 400 if form.is_bound else 200
    return render(request, "people/first.html", {"form": form}, status=status)
