"""The page where the council says its name and how it is reached."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from sereno.territory import actions
from sereno.territory.forms import CouncilForm
from sereno.territory.models import Canton, Council
from sereno.web.guards import Request, may


@may("council.describe")
@require_http_methods(["GET", "POST"])
def council(request: Request) -> HttpResponse:
    standing = Council.objects.first()
    form = CouncilForm(request.POST or None, initial=CouncilForm.said_of(standing))
    if form.is_valid():
        try:
            actions.describe_council(form.draft(), by=request.user, at=timezone.now())
        except actions.NoCanton:
            form.add_error(None, _("Primero Planificación dice el cantón, en Territorio."))
        else:
            messages.success(
                request, _("Guardado. Así se lee desde ahora en las páginas públicas.")
            )
            return redirect("territory:council")
    context = {"form": form, "has_canton": Canton.objects.exists()}
    status = 422 if form.errors else 200
    return render(request, "territory/council.html", context, status=status)
