"""What anyone may read: what the public pages show, as data."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from ninja import Router
from pydantic import Field

from sereno.api import queries
from sereno.api.views import shapes
from sereno.api.views.problems import Problem, ProblemOut
from sereno.api.views.sent import sent
from sereno.plans.models import Catalogue

router = Router(tags=["public"])
Slug = Annotated[str, Field(pattern=r"^[-\w]{1,120}$")]
Refused = {304: None, 404: ProblemOut, 422: ProblemOut, 429: ProblemOut}


@router.get("/plans/{slug}", response={200: shapes.WholePlanOut, **Refused})
def plan(request: HttpRequest, slug: Slug) -> HttpResponse:
    """A published plan whole, down to its targets and how far each got."""
    found = queries.published_plans().filter(slug=slug).first()
    if found is None:
        raise _nothing(slug)
    return sent(queries.whole(found, on=timezone.localdate(timezone.now())))


@router.get("/figures/{slug}", response={200: shapes.FigureOut, **Refused})
def figure(request: HttpRequest, slug: Slug) -> dict[str, Any]:
    found = queries.figures().filter(slug=slug, measurement__target__parish=None).first()
    if found is None:
        raise _nothing(slug)
    return queries.figure_told(found)


@router.get("/catalogues", response={200: list[shapes.CatalogueOut], 304: None, 429: ProblemOut})
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
