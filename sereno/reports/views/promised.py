"""What stands behind a published plan: its diagnosis, the ordinances, the organisation chart."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from sereno.plans import queries
from sereno.plans.models import Plan
from sereno.reports.views.page import draw, open_page


@open_page
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Plan, slug=slug, published_at__isnull=False)
    return draw(
        request,
        "reports/plan.html",
        plan=found,
        problems=queries.problems(found),
        components=queries.components(found),
        ordinances=queries.ordinances(),
        ranks=queries.chart(),
    )
