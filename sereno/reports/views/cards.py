"""The card of a goal, for whoever shares it: a picture, drawn once for each content."""

from hashlib import sha256
from typing import get_args

from django.core.cache import cache
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from sereno.reports.formats.card.content import Card, NamesSomebody, card
from sereno.reports.formats.card.drawn import Ending, drawn
from sereno.reports.formats.typeset import CannotPrint
from sereno.reports.queries import goals
from sereno.reports.queries.goals import Goal
from sereno.reports.views.page import draw, open_page, today
from sereno.territory.queries.house import house

KEPT_FOR = 24 * 3600
TYPES: dict[Ending, str] = {"png": "image/png", "svg": "image/svg+xml"}


@open_page
def picture(request: HttpRequest, slug: str, ending: Ending) -> HttpResponse:
    if ending not in get_args(Ending):
        raise Http404(ending)
    found = goals.history(slug, today())
    said = card_of(request, found.goal) if found else None
    if said is None:
        raise Http404(slug)
    key = f"reports-card-{sha256(said.data.encode()).hexdigest()}-{ending}"
    made = cache.get(key)
    if made is None:
        try:
            made = drawn(said, ending)
        except CannotPrint as problem:
            answer = draw(request, "reports/cannot_print.html", problem=str(problem))
            answer.status_code = 503
            answer.headers["Cache-Control"] = "no-store"
            return answer
        cache.set(key, made, KEPT_FOR)
    name = f"meta-{slug}.{ending}"
    return HttpResponse(
        made,
        content_type=TYPES[ending],
        headers={"Content-Disposition": f'inline; filename="{name}"'},
    )


def card_of(request: HttpRequest, goal: Goal) -> Card | None:
    """The card of a goal; none where one of its texts names somebody."""
    address = request.build_absolute_uri(reverse("reports:goal", args=[goal.indicator.slug]))
    try:
        return card(goal, council=house().name, address=address)
    except NamesSomebody:
        return None
