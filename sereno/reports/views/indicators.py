"""The indicators that units keep: their list, one with its sheet and series, the download."""

import csv
from io import StringIO

from django.http import Http404, HttpRequest, HttpResponse

from sereno.reports.formats import pictures
from sereno.reports.queries import series as kept
from sereno.reports.views.page import draw, open_page, today


@open_page
def catalogue(request: HttpRequest) -> HttpResponse:
    return draw(request, "reports/indicators.html", catalogue=kept.catalogue(today()))


@open_page
def indicator(request: HttpRequest, slug: str) -> HttpResponse:
    found = _series(slug)
    return draw(
        request,
        "reports/indicator.html",
        series=found,
        indicator=found.indicator,
        chart=pictures.series_of(found),
    )


@open_page
def series(request: HttpRequest, slug: str) -> HttpResponse:
    """The series as CSV: plain numbers, so that any program reads them alike."""
    found = _series(slug)
    text = StringIO()
    csv.writer(text).writerows(found.lines())
    answer = HttpResponse(text.getvalue(), content_type="text/csv; charset=utf-8")
    answer["Content-Disposition"] = f'attachment; filename="{found.indicator.slug}.csv"'
    return answer


def _series(slug: str) -> kept.Series:
    found = kept.of(slug)
    if found is None:
        raise Http404(slug)
    return found
