"""The yearly report: as a page, as a tagged PDF, and as the data that both are made of."""

from dataclasses import replace

from django.conf import settings
from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, override

from sereno.reports.formats.yearly.content import Content, build
from sereno.reports.formats.yearly.pdf import CannotPrint, pdf
from sereno.reports.queries import yearly as question
from sereno.reports.views.page import draw, open_page

KEPT_FOR = 24 * 3600


@open_page
def years(request: HttpRequest) -> HttpResponse:
    return draw(request, "reports/years.html", years=question.years())


@open_page
def report(request: HttpRequest, year: int) -> HttpResponse:
    """In the language of its reader, under the seal of the document, which is in Spanish."""
    content = _content(year)
    if get_language() != settings.LANGUAGE_CODE:
        content = replace(_built(year), seal=content.seal)
    return draw(request, "reports/yearly.html", content=content, year=year)


@open_page
def data(request: HttpRequest, year: int) -> HttpResponse:
    """The sealed file: its SHA-256 is the seal on every page of the report."""
    return HttpResponse(
        _content(year).data(),
        content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{_name(year)}.json"'},
    )


@open_page
def printed(request: HttpRequest, year: int) -> HttpResponse:
    """The PDF, set once for each content and address."""
    content = _content(year)
    address = request.build_absolute_uri(reverse("reports:yearly", args=[year]))
    key = f"reports-yearly-{content.seal}-{request.get_host()}"
    made = cache.get(key)
    if made is None:
        try:
            made = pdf(content, address=address)
        except CannotPrint as problem:
            answer = draw(request, "reports/cannot_print.html", year=year, problem=str(problem))
            answer.status_code = 503
            answer.headers["Cache-Control"] = "no-store"
            return answer
        cache.set(key, made, KEPT_FOR)
    return HttpResponse(
        made,
        content_type="application/pdf",
        headers={"Content-Disposition": f'inline; filename="{_name(year)}.pdf"'},
    )


def _content(year: int) -> Content:
    """An official document: in Spanish, whatever the language of the page around it."""
    with override(settings.LANGUAGE_CODE):
        return _built(year)


def _built(year: int) -> Content:
    found = question.year_of(year)
    if found is None:
        raise Http404(year)
    return build(found, is_example=settings.EXAMPLE != "none")


def _name(year: int) -> str:
    example = "datos-de-ejemplo-" if settings.EXAMPLE != "none" else ""
    return f"{example}informe-{year}"
