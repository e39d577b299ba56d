"""What machines ask for first: which pages there are, and which they may read."""

from collections.abc import Iterable, Iterator

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.html import format_html_join

from sereno.assemblies.models import Matter
from sereno.assemblies.queries import asked
from sereno.plans.models import Plan
from sereno.reports.models import Edition, Figure
from sereno.reports.queries.goals import published_indicators
from sereno.reports.queries.yearly import years
from sereno.reports.views.page import open_page, today
from sereno.territory.models import Barrio

PAGES = (
    *("home", "indicators", "barrios", "map", "years", "seals", "how", "cases"),
    *("transparency", "published-editions", "open-data", "corrections"),
)
ASKED = ("index", "ask")


@open_page
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every page that anyone may open and that stays at its address; its files hang from it."""
    entries = format_html_join(
        "\n",
        "<url><loc>{}</loc></url>",
        ((request.build_absolute_uri(address),) for address in addresses()),
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


def addresses() -> Iterator[str]:
    """In the order of the road: the pages, what was promised, what came of it, what was asked."""
    yield from (reverse(f"reports:{name}") for name in PAGES)
    yield from (reverse(f"assemblies:{name}") for name in ASKED)
    plans = Plan.objects.filter(published_at__isnull=False).order_by("pk")
    yield from _each("reports:plan", plans.values_list("slug", flat=True))
    yield from _each("reports:plan-money", plans.values_list("slug", flat=True))
    indicators = published_indicators().order_by("pk").values_list("slug", flat=True)
    yield from _each("reports:goal", indicators)
    yield from _each("reports:indicator", indicators)
    figures = Figure.objects.order_by("pk").values_list("slug", flat=True)
    yield from _each("reports:figure", figures)
    yield from _each("reports:barrio", Barrio.objects.order_by("pk").values_list("pk", flat=True))
    yield from _each("reports:yearly", years())
    yield from _each(
        "reports:edition",
        Edition.objects.published().order_by("pk").values_list("slug", flat=True),
    )
    months = Edition.objects.in_force().filter(kind=Edition.Kind.TRANSPARENCY)
    for first in months.order_by("starts_on").values_list("starts_on", flat=True):
        yield reverse("reports:transparency-month", args=[first.year, first.month])
    matters = Matter.objects.order_by("pk").values_list("pk", flat=True)
    yield from _each("assemblies:matter", matters)
    yield from _each("assemblies:compliance", asked.years(on=today()))


def _each(name: str, named: Iterable[object]) -> Iterator[str]:
    return (reverse(name, args=[one]) for one in named)
