"""Every refusal of the interface, in one shape (RFC 9457), in the words of the pages."""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, ValidationError

from sereno.plans import views as plans
from sereno.plans.budget.rules import NoHeader
from sereno.plans.budget.views import refusals as budget
from sereno.results.views import refusals as results

TYPE = "application/problem+json"
UNAUTHORIZED = 401


class Problem(Exception):
    """A refusal with its status, its code, and the sentence that says what to do."""

    def __init__(self, status: int, code: str, detail: str) -> None:
        super().__init__(detail)
        self.status, self.code, self.detail = status, code, detail


class ProblemOut(Schema):
    """What every refusal looks like."""

    type: str
    title: str
    status: int
    detail: str


# The rooms whose refusals a program may meet, each with its own words for them.
ROOMS = (
    (results.REFUSALS, results.said),
    (plans.REFUSALS, plans.said),
    (budget.REFUSALS, budget.said),
)


def answer(status: int, code: str, detail: str) -> HttpResponse:
    told = {"type": f"sereno:{code}", "title": code, "status": status, "detail": detail}
    response = JsonResponse(told, status=status, content_type=TYPE)
    if status == UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def listen(api: NinjaAPI) -> None:
    """Answer each kind of refusal; what nobody foresaw stays an error of the server."""

    @api.exception_handler(Problem)
    def problem(_request: HttpRequest, refusal: Problem) -> HttpResponse:
        return answer(refusal.status, refusal.code, refusal.detail)

    @api.exception_handler(AuthenticationError)
    def stranger(_request: HttpRequest, _refusal: AuthenticationError) -> HttpResponse:
        return answer(401, "token", _("Falta una clave válida: Authorization: Bearer sereno_…"))

    @api.exception_handler(ValidationError)
    def invalid(_request: HttpRequest, refusal: ValidationError) -> HttpResponse:
        first = refusal.errors[0]
        where = ".".join(str(part) for part in first["loc"])
        return answer(422, "invalid", f"{where}: {first['msg']}")

    @api.exception_handler(HttpError)
    def unreadable(_request: HttpRequest, refusal: HttpError) -> HttpResponse:
        return answer(refusal.status_code, "request", str(refusal))

    @api.exception_handler(NoHeader)
    def headless(_request: HttpRequest, _refusal: NoHeader) -> HttpResponse:
        said = _("La tabla no trae los encabezados de una cédula presupuestaria.")
        return answer(409, "no_header", said)

    for refusals, said in ROOMS:
        for kind in refusals:
            api.add_exception_handler(kind, _spoken(said))


def _spoken(said: Callable[[Exception], str]) -> Any:
    def spoken(_request: HttpRequest, refusal: Exception) -> HttpResponse:
        return answer(409, _code(refusal), said(refusal))

    return spoken


def _code(refusal: Exception) -> str:
    name = type(refusal).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]
