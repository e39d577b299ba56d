"""Who answers and what orders it, as open data: the organisation chart, and the ordinances."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import QuerySet

from sereno.plans.models import Article, Ordinance, OrgUnit
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.rules.opened import day, text, whole


def _units() -> QuerySet[OrgUnit]:
    return OrgUnit.objects.select_related("parent").order_by("level", "code", "name")


def _unit(found: Sequence[OrgUnit], _on: date) -> Iterable[Cells]:
    for one in found:
        parent = one.parent.name if one.parent else ""
        yield (one.pk, one.name, one.level, one.code, parent, one.objective)


def _ordinances() -> QuerySet[Ordinance]:
    return Ordinance.objects.order_by("issued_on", "pk")


def _ordinance(found: Sequence[Ordinance], _on: date) -> Iterable[Cells]:
    for one in found:
        yield (one.pk, one.number, one.title, one.issued_on, one.reforms_id, one.source)


def _articles() -> QuerySet[Article]:
    related = ("ordinance", "project__objective__component__plan")
    return Article.objects.select_related(*related).order_by("ordinance__issued_on", "pk")


def _article(found: Sequence[Article], _on: date) -> Iterable[Cells]:
    """A project that is still a draft is nobody's business yet."""
    for one in found:
        plan = one.project.objective.component.plan if one.project else None
        project = one.project if plan and plan.published_at else None
        yield (
            *(one.pk, one.ordinance_id, one.number, one.orders, one.state),
            *(project.pk if project else None, project.name if project else "", one.evidence),
        )


UNITS = Table(
    "units",
    "unidades",
    "Unidades del organigrama",
    "Quién responde, en qué nivel y dentro de quién.",
    ("id",),
    (
        whole("id", "numero"),
        text("name", "unidad"),
        text("level", "nivel"),
        text("code", "codigo"),
        text("parent", "dentro_de"),
        text("objective", "objetivo"),
    ),
    _units,
    _unit,
    {"level": Filter("level")},
)
ORDINANCES = Table(
    "ordinances",
    "ordenanzas",
    "Ordenanzas",
    "Las ordenanzas que mandan algo al Consejo.",
    ("id",),
    (
        whole("id", "numero"),
        text("number", "numero_de_ordenanza"),
        text("title", "titulo"),
        day("issued_on", "emitida"),
        whole("reforms", "reforma_a"),
        text("source", "fuente"),
    ),
    _ordinances,
    _ordinance,
)
ARTICLES = Table(
    "articles",
    "articulos",
    "Artículos y su cumplimiento",
    "Qué ordena cada artículo, hasta dónde se cumplió y dónde se ve.",
    ("id",),
    (
        whole("id", "numero"),
        whole("ordinance", "ordenanza"),
        text("number", "articulo"),
        text("orders", "ordena"),
        text("state", "estado", "pending, under_way, done o repealed."),
        whole("project", "numero_proyecto"),
        text("project_name", "proyecto"),
        text("evidence", "evidencia"),
    ),
    _articles,
    _article,
    {"ordinance": Filter("ordinance", is_number=True), "state": Filter("state")},
)
