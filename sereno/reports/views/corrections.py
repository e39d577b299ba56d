"""What was corrected, and what its records overtook and is not corrected yet: all on one page."""

from django.http import HttpRequest, HttpResponse

from sereno.reports.models import Edition, Figure, Overtaken
from sereno.reports.views.page import draw, open_page

SHOWN = 200


@open_page
def corrections(request: HttpRequest) -> HttpResponse:
    figures = Figure.objects.filter(corrects__isnull=False).select_related("corrects")
    editions = Edition.objects.published().filter(corrects__isnull=False)
    waiting = Overtaken.objects.filter(figure__corrected_by=None).select_related("figure")
    return draw(
        request,
        "reports/corrections.html",
        figures=figures.order_by("-published_at", "-pk")[:SHOWN],
        editions=editions.defer("content").select_related("corrects")[:SHOWN],
        waiting=waiting.order_by("-seen_at", "-pk"),
    )
