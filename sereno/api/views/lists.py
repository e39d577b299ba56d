"""Every table of open data as a list: pages, filters, JSON, and CSV by ``.csv`` or by Accept."""

import datetime as dt
from decimal import Decimal
from typing import Annotated, Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import AwareDatetime as Moment
from pydantic import Field, StringConstraints, create_model

from sereno.api.views.problems import Problem, ProblemOut
from sereno.api.views.sent import sent
from sereno.reports.formats.opened.cells import as_csv, finished
from sereno.reports.queries.opened import TABLES, Table
from sereno.reports.rules.opened import Kind

DEFAULT, MOST, MOST_AT_ALL = 100, 1000, 10_000_000
CSV = "text/csv"
Words = Annotated[str, StringConstraints(max_length=300, pattern=r"^[^\x00]*$")]
Number = Annotated[int, Field(ge=0, le=2_147_483_647)]
TYPES: dict[Kind, Any] = {
    Kind.TEXT: str,
    Kind.NUMBER: Decimal | None,
    Kind.WHOLE: int | None,
    Kind.DAY: dt.date | None,
    Kind.MOMENT: Moment | None,
    Kind.YES: bool,
    Kind.ADDRESS: str,
}
REFUSED = {304: None, 422: ProblemOut, 429: ProblemOut}


class Paged(Schema):
    """Which page, and of how many rows."""

    limit: Annotated[int, Field(ge=1, le=MOST)] = DEFAULT
    offset: Annotated[int, Field(ge=0, le=MOST_AT_ALL)] = 0


class PagedFile(Paged):
    """A file is read at once: all of it, where no page is asked for."""

    limit: Annotated[int, Field(ge=1, le=MOST_AT_ALL)] = MOST_AT_ALL


def router() -> Router:
    """One list and one file for each table."""
    made = Router(tags=["public"])
    for table in TABLES:
        _list(made, table)
        _file(made, table)
    return made


def _list(made: Router, table: Table) -> None:
    shape: Any = _asked_for(table, Paged)

    @made.get(
        f"/{table.name}",
        response={200: _page_of(table), **REFUSED},
        operation_id=f"list_{table.name.replace('-', '_')}",
        url_name=f"list-{table.name}",
        summary=table.title,
        description=_described(table),
    )
    def listed(request: HttpRequest, asked: Query[shape]) -> Any:
        if request.accepts("application/json") or not request.accepts(CSV):
            return _sent(request, table, asked)
        return _sent_as_csv(request, table, asked)


def _file(made: Router, table: Table) -> None:
    shape: Any = _asked_for(table, PagedFile)

    @made.get(
        f"/{table.name}.csv",
        response=REFUSED,
        operation_id=f"file_{table.name.replace('-', '_')}",
        url_name=f"file-{table.name}",
        summary=f"{table.title} (CSV)",
        description=f"{_described(table)} As CSV.",
        openapi_extra={
            "responses": {
                200: {"description": "CSV", "content": {CSV: {"schema": {"type": "string"}}}}
            }
        },
    )
    def filed(request: HttpRequest, asked: Query[shape]) -> HttpResponse:
        return _sent_as_csv(request, table, asked)


def _sent(request: HttpRequest, table: Table, asked: Any) -> HttpResponse:
    total, rows = _found(request, table, asked)
    names = [one.name for one in table.columns]
    items = [dict(zip(names, row, strict=True)) for row in rows]
    return _linked(sent({"total": total, "items": items}), request, asked, total)


def _sent_as_csv(request: HttpRequest, table: Table, asked: Any) -> HttpResponse:
    total, rows = _found(request, table, asked)
    text = as_csv(table.columns, rows, heads=[one.name for one in table.columns])
    answer = HttpResponse(text, content_type=f"{CSV}; charset=utf-8")
    answer.headers["Content-Disposition"] = f'attachment; filename="{table.name}.csv"'
    answer.headers["X-Total-Count"] = str(total)
    return _linked(answer, request, asked, total)


def _found(request: HttpRequest, table: Table, asked: Any) -> tuple[int, list[Any]]:
    """How many there are in all, and the rows of the page. What no filter knows is refused:

    whoever is not heard would take every row for an answer to what they asked.
    """
    for name in sorted(set(request.GET) - set(type(asked).model_fields)):
        known = ", ".join(type(asked).model_fields)
        said = _("%(name)s: no existe. Se puede pedir por: %(known)s.")
        raise Problem(422, "invalid", said % {"name": name, "known": known}, where=name)
    wanted = {
        name: value for name in table.filters if (value := getattr(asked, name)) not in {None, ""}
    }
    records = table.asked(wanted)
    page = list(records[asked.offset : asked.offset + asked.limit])
    total = asked.offset + len(page)
    if not page or len(page) == asked.limit:
        total = records.count()
    on = timezone.localdate(timezone.now())
    host = request.build_absolute_uri("/").rstrip("/")
    return total, finished(table, table.rows(page, on=on), host=host)


def _linked(answer: HttpResponse, request: HttpRequest, asked: Any, total: int) -> HttpResponse:
    """Where the next page is (RFC 8288), so that nobody has to count."""
    following = asked.offset + asked.limit
    if following < total:
        query = {**request.GET.dict(), "limit": asked.limit, "offset": following}
        address = request.build_absolute_uri(f"{request.path}?{urlencode(query)}")
        answer.headers["Link"] = f'<{address}>; rel="next"'
    return answer


def _page_of(table: Table) -> Any:
    cells: dict[str, Any] = {
        one.name: (TYPES[one.kind], Field(description=f"{one.heading}. {one.about}".strip()))
        for one in table.columns
    }
    row: Any = create_model(f"{_named(table)}Row", __base__=Schema, **cells)
    page: dict[str, Any] = {"total": (int, ...), "items": (list[row], ...)}
    return create_model(f"{_named(table)}Page", __base__=Schema, **page)


def _asked_for(table: Table, paged: type[Schema]) -> Any:
    fields: dict[str, Any] = {
        name: ((Number if one.is_number else Words) | None, None)
        for name, one in table.filters.items()
    }
    return create_model(f"{_named(table)}{paged.__name__}", __base__=paged, **fields)


def _described(table: Table) -> str:
    by = ", ".join(table.filters)
    return f"{table.about} By: {by}." if by else table.about


def _named(table: Table) -> str:
    return "".join(part.capitalize() for part in table.name.split("-"))
