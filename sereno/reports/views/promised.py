"""A published plan and what stands behind it: goals, diagnosis, ordinances and chart."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404

from sereno.plans import queries
from sereno.plans.models import Plan
from sereno.reports.queries import glance, spending
from sereno.reports.views.page import draw, open_page, today


@open_page
def plan(request: HttpRequest, slug: str) -> HttpResponse:
    found = get_object_or_404(Plan, slug=slug, published_at__isnull=False)
    return draw(
        request,
        "reports/plan.html",
        plan=found,
        promised=glance.of_plan(found, today()),
        problems=queries.problems(found),
        facts=found.facts.all(),
        components=queries.outline(found),
        ordinances=queries.ordinances(),
        ranks=queries.chart(),
    )


@open_page
def money(request: HttpRequest, slug: str) -> HttpResponse:
    """With what money: each project with its lines, beside its goals."""
    found = get_object_or_404(Plan, slug=slug, published_at__isnull=False)
    told = spending.of_plan(glance.of_plan(found, today()))
    return draw(request, "reports/plan_money.html", plan=found, told=told)
