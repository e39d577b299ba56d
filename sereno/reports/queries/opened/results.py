"""What was achieved, as open data: the published figures and what shows them."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date

from django.conf import settings
from django.db.models import QuerySet
from django.urls import reverse

from sereno.reports.models import Edition, Figure
from sereno.reports.queries.goals import period_of
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.queries.parishes import cells
from sereno.reports.rules.opened import address, day, moment, number, text, whole
from sereno.reports.rules.small_cells import Cell
from sereno.results.models import Evidence

KEPT_BACK = "kept-back"


def _figures() -> QuerySet[Figure]:
    return (
        Figure.objects.select_related(
            "measurement__target__parish",
            "measurement__target__indicator",
            "corrected_by",
            "corrects",
        )
        .defer("measurement__worksheet")
        .order_by("-published_at", "-pk")
    )


def _figure(found: Sequence[Figure], _on: date) -> Iterable[Cells]:
    hidden = kept_back(found)
    for one in found:
        measurement = one.measurement
        period = period_of(measurement)
        named = (
            *(one.slug, one.caption, measurement.target.indicator.slug, measurement.target_id),
            measurement.target.parish.name if measurement.target.parish else "",
            *(period.first, period.last, measurement.origin),
        )
        value: Cells = (
            measurement.value,
            measurement.numerator,
            measurement.denominator,
            measurement.absence,
            one.printed_value,
            measurement.seal,
        )
        if one.pk in hidden:
            value = (None, None, None, KEPT_BACK, "", "")
        yield (
            *named,
            *value,
            one.published_at,
            one.corrects.slug if one.corrects else "",
            "" if one.pk in hidden else one.correction_note,
            one.corrected_by.slug if hasattr(one, "corrected_by") else "",
            reverse("reports:figure", args=[one.slug]),
        )


def kept_back(figures: Sequence[Figure]) -> frozenset[int]:
    """The figures of parishes whose number could tell whose case it was.

    They are judged with all the parishes of their goal and period, whichever of them were asked
    for. One that was corrected is never told: beside the one that stands it would tell more.
    """
    of_parishes = [one for one in figures if one.measurement.target.parish_id is not None]
    if not of_parishes:
        return frozenset()
    goals = {one.measurement.target.indicator_id for one in of_parishes}
    together: dict[tuple[object, ...], list[Figure]] = defaultdict(list)
    standing = Figure.objects.filter(
        corrected_by=None,
        measurement__target__indicator__in=goals,
        measurement__target__parish__isnull=False,
    ).select_related("measurement__target")
    for one in standing:
        taken = one.measurement
        together[taken.target.indicator_id, taken.starts_at, taken.ends_at].append(one)
    told = {
        pk
        for of_period in together.values()
        for pk, cell in cells(of_period, settings.MINIMUM_COUNT).items()
        if cell == Cell.SHOWN
    }
    return frozenset(one.pk for one in of_parishes if one.pk not in told)


def _evidence() -> QuerySet[Evidence]:
    """What is beside a published figure of the canton, as its page shows it."""
    return (
        Evidence.objects.filter(measurement__figure__isnull=False, measurement__target__parish=None)
        .select_related("measurement__figure")
        .defer("measurement__worksheet")
        .order_by("measurement__figure__slug", "pk")
    )


def _shown(found: Sequence[Evidence], _on: date) -> Iterable[Cells]:
    for one in found:
        yield (
            one.pk,
            one.measurement.figure.slug,
            one.title,
            one.link,
            one.public_sha256 or one.sha256,
        )


def _editions() -> QuerySet[Edition]:
    published = Edition.objects.published().select_related("corrects").defer("content")
    return published.order_by("-published_at", "-pk")


def _edition(found: Sequence[Edition], _on: date) -> Iterable[Cells]:
    for one in found:
        yield (
            *(one.slug, one.kind, one.title, one.starts_on, one.ends_on, one.published_at),
            *(one.seal, one.corrects.slug if one.corrects else "", one.correction_note),
            reverse("reports:edition", args=[one.slug]),
            *(reverse("reports:edition-file", args=[one.slug, ending]) for ending in ENDINGS),
        )


ENDINGS = ("pdf", "docx", "xlsx", "zip", "json")
FIGURES = Table(
    "figures",
    "cifras",
    "Cifras publicadas",
    "Cada número que se publicó, también los corregidos; vacío no es cero.",
    ("slug",),
    (
        text("slug", "codigo"),
        text("caption", "cifra"),
        text("indicator", "indicador"),
        whole("target", "meta"),
        text("parish", "parroquia", "Vacía si es de todo el cantón."),
        day("first", "desde"),
        day("last", "hasta"),
        text("origin", "origen"),
        number("value", "valor"),
        number("numerator", "numerador"),
        number("denominator", "denominador"),
        text("absence", "por_que_vacio", "unknown, not-applicable o kept-back (muy pocos casos)."),
        text("printed", "como_se_imprimio"),
        text("seal", "sello", "SHA-256 de su hoja de trabajo."),
        moment("published_at", "publicada"),
        text("corrects", "corrige_a"),
        text("correction_note", "por_que_se_corrigio"),
        text("corrected_by", "corregida_por"),
        address("url", "direccion"),
    ),
    _figures,
    _figure,
    {
        "indicator": Filter("measurement__target__indicator__slug"),
        "plan": Filter("measurement__target__indicator__project__objective__component__plan__slug"),
        "target": Filter("measurement__target", is_number=True),
        "parish": Filter("measurement__target__parish__name"),
    },
)
EVIDENCE = Table(
    "evidence",
    "evidencias",
    "Evidencias",
    "Lo que muestra cada cifra reportada; el sello es el SHA-256 del archivo público.",
    ("id",),
    (
        whole("id", "numero"),
        text("figure", "cifra"),
        text("title", "titulo"),
        text("link", "enlace"),
        text("sha256", "sello"),
    ),
    _evidence,
    _shown,
    {"figure": Filter("measurement__figure__slug")},
)
EDITIONS = Table(
    "editions",
    "ediciones",
    "Ediciones",
    "Cada documento publicado, con su sello y sus archivos.",
    ("slug",),
    (
        text("slug", "codigo"),
        text("kind", "clase"),
        text("title", "titulo"),
        day("starts_on", "desde"),
        day("ends_on", "hasta"),
        moment("published_at", "publicada"),
        text("seal", "sello"),
        text("corrects", "corrige_a"),
        text("correction_note", "por_que_se_corrigio"),
        address("url", "direccion"),
        *(address(f"file_{ending}", f"archivo_{ending}") for ending in ENDINGS),
    ),
    _editions,
    _edition,
    {"kind": Filter("kind")},
)
