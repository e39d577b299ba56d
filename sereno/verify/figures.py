"""Whether every published figure says what its measurement and its line say, and so its mark."""

from collections.abc import Iterator

from django.conf import settings
from django.utils import translation

from sereno.logbook.models import Entry
from sereno.reports.models import Figure, Overtaken
from sereno.reports.queries.goals import words_of
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, answers, gone, told, unsigned

PUBLISHED, CORRECTED, OVERTAKEN = "figure.published", "figure.corrected", "figure.superseded"


def faults() -> Iterator[Fault]:
    lines = told(PUBLISHED, CORRECTED)
    figures = Figure.objects.select_related("measurement__target__indicator").order_by("pk")
    with translation.override(settings.LANGUAGE_CODE):
        for figure in figures.iterator(chunk_size=200):
            about = lines.pop(f"figure:{figure.pk}", [])
            yield from _told(f"La cifra {figure.slug}", figure, about[-1] if about else None)
    yield from gone("La cifra", lines, "la cuenta")
    yield from _marks()


def _marks() -> Iterator[Fault]:
    """A mark of late data says when it was seen, and none is taken away or put by hand."""
    lines = told(OVERTAKEN)
    for mark in Overtaken.objects.select_related("figure").order_by("pk"):
        about = lines.pop(f"figure:{mark.figure_id}", [])
        if not about or about[-1].at != mark.seen_at:
            yield Fault(
                f"La marca de datos tardíos de la cifra {mark.figure.slug}",
                "ninguna línea cuenta que se puso entonces",
            )
    yield from gone("La marca de datos tardíos de la cifra", lines, "la cuenta")


def _told(what: str, figure: Figure, line: Entry | None) -> Iterator[Fault]:
    signed = Signed("publicada", figure.published_at, figure.published_by_id)
    yield from unsigned(what, signed, line)
    measurement = figure.measurement
    if figure.printed_value != words_of(measurement):
        yield Fault(what, "lo impreso no es lo que dice su medición")
    if measurement.approved_at is None:
        yield Fault(what, "nadie ha aprobado su medición")
    if line is None:
        return
    said = f"lo que dice la línea {line.number}"
    if line.data["value"] != figure.printed_value:
        yield Fault(what, f"lo impreso no es {said}")
    if line.data["seal"] != measurement.seal:
        yield Fault(what, f"su sello no es {said}")
    if answers(line) != f"measurement:{measurement.pk}":
        yield Fault(what, f"su medición no es {said}")
    corrects = f"figure:{figure.corrects_id}" if figure.corrects_id else None
    if line.data.get("corrects") != corrects:
        yield Fault(what, f"la cifra que corrige no es {said}")
