"""The canton and its parishes, as tables and as a drawing."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from sereno.territory import actions, queries
from sereno.territory.forms import Founding
from sereno.territory.models import Parish
from sereno.web.guards import Request, may


@may("territory.see")
def parishes(request: Request) -> HttpResponse:
    """Urban and rural parishes apart, and the map of the canton."""
    canton = queries.the_canton()
    if canton is None:
        return _unfounded(request, Founding())
    urban, rural = queries.parishes(Parish.Kind.URBAN), queries.parishes(Parish.Kind.RURAL)
    return render(
        request,
        "territory/list.html",
        {
            "canton": canton,
            "urban": urban,
            "rural": rural,
            "urban_totals": queries.totals(urban),
            "rural_totals": queries.totals(rural),
            "picture": queries.picture_of_canton(on=timezone.localdate()),
            "may_import": request.user.may("territory.import"),
        },
    )


@may("territory.see")
def parish(request: Request, pk: int) -> HttpResponse:
    """One parish: its barrios, its places, and where they lie."""
    found = get_object_or_404(Parish.objects.select_related("canton"), pk=pk)
    return render(
        request,
        "territory/parish.html",
        {
            "parish": found,
            "barrios": queries.barrios_of(found),
            "places": found.places.select_related("barrio").order_by("kind", "name"),
            "epochs": queries.epochs_of(found),
            "picture": queries.picture_of_parish(found, on=timezone.localdate()),
        },
    )


@may("territory.import")
@require_POST
def found(request: Request) -> HttpResponse:
    """Name the canton, once."""
    form = Founding(request.POST)
    if queries.the_canton() is not None:
        return redirect("territory:list")
    if not form.is_valid():
        return _unfounded(request, form, status=400)
    actions.found_canton(
        form.cleaned_data["code"], form.cleaned_data["name"], by=request.user, at=timezone.now()
    )
    return redirect("territory:import")


def _unfounded(request: Request, form: Founding, *, status: int = 200) -> HttpResponse:
    may_import = request.user.may("territory.import")
    return render(
        request,
        "territory/unfounded.html",
        {"form": form if may_import else None},
        status=status,
    )
