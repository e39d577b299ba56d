"""Every refusal of the interface, in one shape (RFC 9457), in the words of the pages."""

import math
from collections.abc import Callable
from typing import Any, cast

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, HttpError, Throttled, ValidationError

from sereno.api.actions import Replayed
from sereno.api.views import words
from sereno.api.views.retries import HIDDEN
from sereno.assemblies.actions import (
    DueBackwards,
    NoProof,
    NotAPercentage,
    NothingSaid,
    NotTied,
    NotYet,
)
from sereno.assemblies.rules.codes import code_from
from sereno.assemblies.views import refusals as assemblies
from sereno.plans import actions
from sereno.plans import views as plans
from sereno.plans.budget.rules import NoHeader
from sereno.plans.budget.views import refusals as budget
from sereno.plans.rules import Misprogrammed
from sereno.results.views import refusals as results

TYPE = "application/problem+json"
UNAUTHORIZED = 401


class Problem(Exception):
    """A refusal with its status, its code, and the sentence that says what to do."""

    def __init__(self, status: int, code: str, detail: str, *, where: str = "") -> None:
        super().__init__(detail)
        self.status, self.code, self.detail, self.where = status, code, detail, where


class ProblemOut(Schema):
    """What every refusal looks like; ``where`` is the field or row it is about, if it is one."""

    type: str
    title: str
    status: int
    detail: str
    where: str


# The rooms whose refusals a program may meet, each with its own words for them.
ROOMS = (
    (results.REFUSALS, results.said),
    (plans.REFUSALS, plans.said),
    (budget.REFUSALS, budget.said),
    (assemblies.REFUSALS, assemblies.said),
)

UNPROGRAMMED = {
    Misprogrammed.PERIOD_BACKWARDS: "ends_on",
    Misprogrammed.OUTSIDE_THE_PLAN: "starts_on",
    Misprogrammed.NOT_A_HUNDRED: "shares",
    Misprogrammed.NOT_THE_COST: "spending",
    Misprogrammed.MORE_THAN_A_YEAR: "ends_on",
}
FIELDS: dict[type[Exception], str] = {
    actions.SlugTaken: "slug",
    actions.UnknownParish: "parish",
    actions.UnknownObjective: "objectives",
    actions.PeriodBackwards: "ends_on",
    actions.BadTarget: "targets",
    actions.BadShare: "done",
    actions.BadEvidence: "evidence",
    actions.NoEvidence: "evidence",
    actions.NoReason: "because",
    actions.NotYetOver: "month",
    actions.BeforeItBegan: "month",
    NotYet: "as_of",
    NotAPercentage: "percent",
    NoProof: "percent",
    NotTied: "indicator",
    DueBackwards: "due_on",
}


def answer(status: int, code: str, detail: str, *, where: str = "") -> HttpResponse:
    told = {
        "type": f"sereno:{code}",
        "title": code,
        "status": status,
        "detail": detail,
        "where": where,
    }
    response = JsonResponse(told, status=status, content_type=TYPE)
    if status == UNAUTHORIZED:
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


def listen(api: NinjaAPI) -> None:
    """Answer each kind of refusal; what nobody foresaw stays an error of the server."""

    @api.exception_handler(Problem)
    def problem(_request: HttpRequest, refusal: Problem) -> HttpResponse:
        return answer(refusal.status, refusal.code, refusal.detail, where=refusal.where)

    @api.exception_handler(AuthenticationError)
    def stranger(_request: HttpRequest, _refusal: AuthenticationError) -> HttpResponse:
        return answer(401, "token", _("Falta una clave válida: Authorization: Bearer sereno_…"))

    @api.exception_handler(ValidationError)
    def invalid(_request: HttpRequest, refusal: ValidationError) -> HttpResponse:
        where = words.where(refusal.errors[0])
        said = f"{where}: {words.said(refusal.errors[0])}."
        return answer(422, "invalid", said, where=where)

    @api.exception_handler(HttpError)
    def unreadable(_request: HttpRequest, refusal: HttpError) -> HttpResponse:
        """Not JSON, or not there: ninja says so in English, and of the path nothing else."""
        said = _("No se pudo leer lo que envió: debe ser JSON, como dice openapi.json.")
        return answer(refusal.status_code, "request", said)

    @api.exception_handler(NoHeader)
    def headless(_request: HttpRequest, _refusal: NoHeader) -> HttpResponse:
        said = _("La tabla no trae los encabezados de una cédula presupuestaria.")
        return answer(409, "no_header", said)

    for refusals, said in ROOMS:
        for kind in refusals:
            api.add_exception_handler(kind, _spoken(said))


def listen_to_retries(api: NinjaAPI) -> None:
    """Answer whoever asks too often, and whoever asks the very same again."""

    @api.exception_handler(Throttled)
    def flooded(_request: HttpRequest, refusal: Throttled) -> HttpResponse:
        seconds = max(1, math.ceil(refusal.wait or 1))
        said = _("Son demasiadas peticiones seguidas. Espere %(seconds)s s y siga.")
        response = answer(429, "too_many", said % {"seconds": seconds})
        response.headers["Retry-After"] = str(seconds)
        return response

    @api.exception_handler(Replayed)
    def replayed(request: HttpRequest, found: Replayed) -> HttpResponse:
        """Not a refusal: what this very request was answered the first time."""
        reply, asked = found.reply, cast(Any, request)
        body = reply.body.replace(HIDDEN, code_from(asked.secret))
        response = HttpResponse(body, reply.content_type, reply.status)
        response.headers["Idempotency-Replayed"] = "true"
        return response


def _spoken(said: Callable[[Exception], str]) -> Any:
    def spoken(_request: HttpRequest, refusal: Exception) -> HttpResponse:
        return answer(409, _code(refusal), said(refusal), where=_field(refusal))

    return spoken


def _field(refusal: Exception) -> str:
    """The field that a refusal of an action is about, where it is about one."""
    if isinstance(refusal, NothingSaid):
        return str(refusal.args[0])
    if isinstance(refusal, actions.BadProgramming):
        return UNPROGRAMMED.get(refusal.fault, "")
    return FIELDS.get(type(refusal), "")


def _code(refusal: Exception) -> str:
    name = type(refusal).__name__
    return "".join(f"_{letter.lower()}" if letter.isupper() else letter for letter in name)[1:]
