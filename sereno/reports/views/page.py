"""How every public page is drawn and kept: the same frame, nothing sent twice."""

from collections.abc import Callable
from datetime import date, datetime
from functools import cache, partial, wraps
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any, Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils import timezone
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language
from django.views.decorators.gzip import gzip_page

from sereno.logbook.models import Entry
from sereno.people.guards import published
from sereno.people.models import Person
from sereno.reports.queries.log import midnight, newest_change, newest_publication
from sereno.territory.queries.house import house

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponse]
Newest = Callable[[], Entry | None]
TEMPLATES = Path(settings.BASE_DIR) / "sereno"


def open_page(
    view: View[P], *, newest: Newest = newest_change
) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """A page for anyone, compressed, and not drawn or sent again while nothing it shows changed.

    What it shows changes with the newest act of the accounts, with the day (a goal comes due at
    midnight), with the language and with the templates and
    translations of this version.
    """

    @published
    @gzip_page
    @wraps(view)
    def kept(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
        if isinstance(request.user, Person) and request.user.may("logbook.read"):
            answer: HttpResponseBase = view(request, *args, **kwargs)
            answer.headers["Cache-Control"] = "private, no-store"
            return answer
        etag, changed_at = state_of(request, about=str(kwargs.get("record", "")), newest=newest)
        drawn = partial(view, request, *args, **kwargs)
        answer = get_conditional_response(request, etag, int(changed_at.timestamp())) or (
            drawn() if _is_somebodys(request) else _drawn_once(etag, drawn)
        )
        answer.headers.setdefault("ETag", etag)
        answer.headers.setdefault("Last-Modified", f"{changed_at:%a, %d %b %Y %H:%M:%S} GMT")
        answer.headers.setdefault("Cache-Control", "public, no-cache")
        return answer

    return kept


def draw(request: HttpRequest, template: str, /, **context: Any) -> HttpResponse:
    """A page with what every public page says: whose it is, and what it stands on."""
    institution = house()
    frame = {
        "institution": institution,
        "council": institution.canton,
        "newest": newest_publication(),
        "address": request.build_absolute_uri(request.path),
    }
    return render(request, template, frame | context)


def today() -> date:
    """The day at the council, for a page that is being drawn now."""
    return timezone.localdate(timezone.now())


def open_log(view: View[P]) -> Callable[Concatenate[HttpRequest, P], HttpResponseBase]:
    """An open page that changes with every line of the logbook, not with the accounts alone."""
    return open_page(view, newest=Entry.objects.last)


def state_of(
    request: HttpRequest, *, about: str, newest: Newest = newest_change
) -> tuple[str, datetime]:
    """The tag and the time of what is public now, as this request asks for it."""
    line = newest()
    record = Entry.objects.about(about).last() if ":" in about else None
    seen = (line, record)
    day = midnight(today())
    parts = (
        *(str(line.number if line else 0) for line in seen),
        *(f"{day:%Y%m%d}", str(get_language())),
        *(request.build_absolute_uri(), about, settings.EXAMPLE, _version()),
    )
    changed_at = max([day, *(line.at for line in seen if line)])
    tag = sha256("|".join(parts).encode()).hexdigest()[:24]
    return f'"{tag}"', timezone.localtime(changed_at, timezone.get_fixed_timezone(0))


def _is_somebodys(request: HttpRequest) -> bool:
    """Whether the page may show words for one visitor alone, such as what a form just kept."""
    return bool(request.COOKIES.keys() - {settings.LANGUAGE_COOKIE_NAME})


def _drawn_once(etag: str, draw_it: Callable[[], HttpResponse]) -> HttpResponse:
    """The page as the first stranger got it: nothing in it can have changed under this tag."""
    pages = caches["pages"]
    answer: HttpResponse | None = pages.get(etag)
    if answer is None:
        answer = draw_it()
        if answer.status_code == HTTPStatus.OK and answer["Content-Type"].startswith("text/html"):
            pages.set(etag, answer)
    return answer


@cache
def _version() -> str:
    """The code and the templates of this version, so that a new one is seen at once."""
    content = b"".join(
        path.read_bytes()
        for room in ("api", "assemblies", "plans", "reports", "results", "web", "locale")
        for path in sorted((TEMPLATES / room).rglob("*.*"))
        if path.suffix in {".html", ".po", ".py"}
    )
    return sha256(content).hexdigest()[:12]
