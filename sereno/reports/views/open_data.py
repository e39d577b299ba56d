"""Open data: the page of all tables, their files, the package, the catalogue and the results."""

from collections.abc import Callable

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse

from sereno.reports.formats.opened.catalogue import catalogue as catalogued
from sereno.reports.formats.opened.cells import finished
from sereno.reports.formats.opened.iati import activities
from sereno.reports.formats.opened.package import ENDINGS, LICENCE, Publisher, drawn, package
from sereno.reports.formats.opened.projects import projects
from sereno.reports.queries.opened import TABLES, Cells, Table
from sereno.reports.views.page import draw, open_page, state_of, today
from sereno.territory.queries.house import house

KEPT_FOR = 24 * 3600


@open_page
def page(request: HttpRequest) -> HttpResponse:
    """What there is, for people: each table with its files and what stands in its columns."""
    return draw(
        request, "reports/open_data.html", tables=TABLES, endings=list(ENDINGS), licence=LICENCE
    )


@open_page
def whole(request: HttpRequest) -> HttpResponse:
    """The data package: one file with every table and its description."""

    def make() -> bytes:
        return package([(table, _rows(request, table)) for table in TABLES], by=_publisher(request))

    return _sent(_kept(request, make), "application/zip", "datos-abiertos.zip")


@open_page
def table(request: HttpRequest, name: str, ending: str) -> HttpResponse:
    """One table as one file."""
    found = next((one for one in TABLES if one.file == name), None)
    if found is None or ending not in ENDINGS:
        raise Http404(name)

    def make() -> bytes:
        return drawn(found, _rows(request, found), ending)

    return _sent(_kept(request, make), ENDINGS[ending], f"{name}.{ending}")


@open_page
def catalogue(request: HttpRequest) -> HttpResponse:
    return _shared(HttpResponse(catalogued(TABLES, by=_publisher(request)), "application/ld+json"))


@open_page
def results(request: HttpRequest) -> HttpResponse:
    def make() -> bytes:
        on = today()
        return activities(projects(on), by=_publisher(request), today=on)

    return _shared(HttpResponse(_kept(request, make), "application/xml"))


def council() -> str:
    """Whose data it is, as its own pages say it."""
    return str(house().name)


def host(request: HttpRequest) -> str:
    return request.build_absolute_uri("/").rstrip("/")


def _publisher(request: HttpRequest) -> Publisher:
    _tag, changed_at = state_of(request, about="")
    return Publisher(council(), host(request), changed_at)


def _rows(request: HttpRequest, found: Table) -> list[Cells]:
    records = list(found.source())
    return finished(found, found.rows(records, on=today()), host=host(request))


def _kept(request: HttpRequest, make: Callable[[], bytes]) -> bytes:
    """Drawn once for each state of what is public, and for each address it is asked at."""
    tag, _changed_at = state_of(request, about="")
    key = f"reports-opened-{request.get_host()}-{tag.strip(chr(34))}"
    made: bytes | None = cache.get(key)
    if made is None:
        made = make()
        cache.set(key, made, KEPT_FOR)
    return made


def _sent(content: bytes, kind: str, name: str) -> HttpResponse:
    answer = HttpResponse(content, content_type=kind)
    answer.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return _shared(answer)


def _shared(answer: HttpResponse) -> HttpResponse:
    """Pages of others may read it too: there is nothing in it that is not for everyone."""
    answer.headers["Access-Control-Allow-Origin"] = "*"
    return answer
