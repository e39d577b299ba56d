"""What machines ask for first: which pages there are, and which they may read."""

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html_join

from sereno.plans.models import Plan
from sereno.reports.models import Figure
from sereno.reports.queries.goals import published_indicators
from sereno.reports.queries.yearly import years
from sereno.reports.views.page import open_page
from sereno.territory.models import Barrio

PAGES = ("home", "barrios", "map", "years", "seals", "how")


@open_page
def sitemap(request: HttpRequest) -> HttpResponse:
    addresses = [reverse(f"reports:{name}") for name in PAGES]
    slugs = published_indicators().order_by("pk").values_list("slug", flat=True)
    addresses += [reverse("reports:goal", args=[slug]) for slug in slugs]
    figures = Figure.objects.order_by("pk").values_list("slug", flat=True)
    addresses += [reverse("reports:figure", args=[slug]) for slug in figures]
    barrios = Barrio.objects.order_by("pk").values_list("pk", flat=True)
    addresses += [reverse("reports:barrio", args=[pk]) for pk in barrios]
    addresses += [reverse("reports:yearly", args=[year]) for year in years()]
    plans = Plan.objects.exclude(published_at=None).order_by("pk").values_list("slug", flat=True)
    addresses += [reverse("reports:plan", args=[slug]) for slug in plans]
    entries = format_html_join(
        "\n",
        "<url><loc>{}</loc></url>",
        ((request.build_absolute_uri(address),) for address in addresses),
    )
    return HttpResponse(
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n{entries}\n</urlset>\n',
        content_type="application/xml",
    )


@open_page
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the single cases only by people who came for them."""
    address = request.build_absolute_uri(reverse("reports:sitemap"))
    text = f"User-agent: *\nDisallow: /cifras/*/casos/\nAllow: /\n\nSitemap: {address}\n"
    return HttpResponse(text, content_type="text/plain; charset=utf-8")
