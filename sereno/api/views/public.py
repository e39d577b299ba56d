"""What anyone may read: what the public pages show, as data."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Query, Router
from pydantic import Field

from sereno.api import queries
from sereno.api.views import shapes
from sereno.api.views.problems import Problem, ProblemOut
from sereno.plans.models import Catalogue
from sereno.reports.models import Edition

router = Router(tags=["public"])
MOST = 100
Limit = Annotated[int, Query(100, ge=1, le=MOST)]
Offset = Annotated[int, Query(0, ge=0, le=10_000_000)]
Slug = Annotated[str, Field(pattern=r"^[-\w]{1,120}$")]
Refused = {304: None, 404: ProblemOut, 422: ProblemOut, 429: ProblemOut}


@router.get("/plans", response={200: shapes.PlanPage, 422: ProblemOut})
def plans(request: HttpRequest, limit: Limit = MOST, offset: Offset = 0) -> dict[str, Any]:
    """Every published plan, the newest first."""
    found = queries.published_plans()
    return {"total": found.count(), "items": list(found[offset : offset + limit])}


@router.get("/plans/{slug}", response={200: shapes.WholePlanOut, **Refused})
def plan(request: HttpRequest, slug: Slug) -> HttpResponse:
    """A published plan whole, down to its targets and how far each got.

    Sent as it was put together: to hold thousands of values to their shape once more, here and
    not in the tests, would cost as much as finding them.
    """
    found = queries.published_plans().filter(slug=slug).first()
    if found is None:
        raise _nothing(slug)
    return JsonResponse(queries.whole(found, on=timezone.localdate(timezone.now())))


@router.get("/figures", response={200: shapes.FigurePage, 422: ProblemOut})
def figures(request: HttpRequest, limit: Limit = MOST, offset: Offset = 0) -> dict[str, Any]:
    """The published figures of the whole canton, the newest first, corrected ones too."""
    found = queries.figures().filter(measurement__target__parish=None)
    told = [queries.figure_told(figure) for figure in found[offset : offset + limit]]
    return {"total": found.count(), "items": told}


@router.get("/figures/{slug}", response={200: shapes.FigureOut, **Refused})
def figure(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    found = queries.figures().filter(slug=slug, measurement__target__parish=None).first()
    if found is None:
        raise _nothing(slug)
    return queries.figure_told(found)


@router.get("/editions", response=list[shapes.EditionOut])
def editions(request: HttpRequest) -> list[dict[str, Any]]:
    """Every published edition; its files stand at ``/ediciones/{slug}/``."""
    named = ("slug", "kind", "title", "starts_on", "ends_on", "published_at", "seal")
    return [
        {
            **{name: getattr(edition, name) for name in named},
            "corrects": edition.corrects.slug if edition.corrects else "",
        }
        for edition in Edition.objects.published().select_related("corrects").defer("content")
    ]


@router.get("/catalogues", response=list[shapes.CatalogueOut])
def catalogues(request: HttpRequest) -> list[dict[str, Any]]:
    """The national plans and world goals that objectives are aligned to, each with its days."""
    named = ("code", "name", "kind", "starts_on", "ends_on")
    return [
        {
            **{name: getattr(catalogue, name) for name in named},
            "objectives": list(catalogue.objectives.all()),
        }
        for catalogue in Catalogue.objects.prefetch_related("objectives").order_by("code")
    ]


def _nothing(slug: str) -> Problem:
    return Problem(404, "not_found", _("No hay nada público con la dirección «%s».") % slug)
