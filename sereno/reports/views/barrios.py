"""The barrio's own page: what was promised there, what was done, who answers, what one can do."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse

from sereno.reports.queries import neighbourhood
from sereno.reports.views.page import draw, open_page, today


@open_page
def barrios(request: HttpRequest) -> HttpResponse:
    return draw(request, "reports/barrios.html", parishes=neighbourhood.parishes())


@open_page
def barrio(request: HttpRequest, pk: int) -> HttpResponse:
    found = neighbourhood.neighbourhood(pk, on=today(), minimum=settings.MINIMUM_COUNT)
    if found is None:
        raise Http404(pk)
    return draw(
        request,
        "reports/barrio.html",
        found=found,
        minimum=settings.MINIMUM_COUNT,
    )
