"""One figure, walked back: its worksheet, the file to check it with, each of its records."""

from django.conf import settings
from django.core.paginator import Paginator
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from sereno.people.models import Person
from sereno.reports.formats import pictures
from sereno.reports.queries import coverage as territory
from sereno.reports.queries import trace as walk
from sereno.reports.queries import words
from sereno.reports.queries.trace import Trace
from sereno.reports.views.page import draw, open_page, today
from sereno.results.models import Evidence
from sereno.web.guards import published

ROWS = 50


@open_page
def figure(request: HttpRequest, slug: str) -> HttpResponse:
    trace = _trace(slug)
    rows = Paginator(trace.rows if trace.is_shown else (), ROWS).get_page(request.GET.get("pagina"))
    names = territory.names([row.record for row in rows])
    return draw(
        request,
        "reports/figure.html",
        trace=trace,
        figure=trace.figure,
        goal=trace.goal,
        spread=pictures.spread_of(trace),
        page=rows,
        rows=[
            (row, names.get(row.record) or words.of_record(row.record), ":" in row.record)
            for row in rows
        ],
        sheet=request.build_absolute_uri("hoja.csv"),
        minimum=settings.MINIMUM_COUNT,
    )


@published
def photograph(request: HttpRequest, slug: str, pk: int) -> FileResponse:
    """The public copy of a photograph behind a published figure; never the original."""
    shown = Evidence.objects.exclude(public_file="").filter(measurement__figure__slug=slug)
    return FileResponse(
        get_object_or_404(shown, pk=pk).public_file.open("rb"), content_type="image/jpeg"
    )


@open_page
def sheet(request: HttpRequest, slug: str) -> HttpResponse:
    """The sealed file, byte for byte: its SHA-256 is the seal of the figure."""
    trace = _trace(slug)
    if not trace.is_shown:
        answer = draw(request, "reports/kept_back.html", trace=trace, figure=trace.figure)
        answer.status_code = 403
        return answer
    name = f"{slug}-hoja.csv"
    if settings.EXAMPLE != "none":
        name = f"datos-de-ejemplo-{name}"
    return HttpResponse(
        trace.sheet.encode(),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


@open_page
def case(request: HttpRequest, slug: str, record: str) -> HttpResponse:
    """The lines of one record, down to the signal; its authors only for whoever may read them."""
    trace = _trace(slug)
    reads = isinstance(request.user, Person) and request.user.may("logbook.read")
    found = walk.case(trace, record, with_authors=reads)
    if found is None:
        raise Http404(record)
    return draw(
        request,
        "reports/case.html",
        trace=trace,
        figure=trace.figure,
        case=found,
        name=territory.names([record]).get(record) or words.of_record(record),
        with_authors=reads,
    )


def _trace(slug: str) -> Trace:
    found = walk.find(slug)
    if found is None:
        raise Http404(slug)
    return walk.trace(found, on=today(), minimum=settings.MINIMUM_COUNT)
