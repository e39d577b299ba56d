"""With what money, as open data: lines, what each serves, and the statements of closed months."""

from collections.abc import Iterable, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from sereno.plans.budget import rules
from sereno.plans.budget.models import Line, Snapshot, TermsInForce, Weight
from sereno.plans.budget.queries.statement import group_names
from sereno.reports.queries.opened.table import Cells, Filter, Table
from sereno.reports.rules.opened import moment, number, text, whole


def _closed() -> QuerySet[Snapshot]:
    """What two people stand behind: a month that is still open may change at any moment."""
    return Snapshot.objects.standing().filter(month__closed_at__isnull=False)


def _lines() -> QuerySet[Line]:
    told = Exists(_closed().filter(line=OuterRef("pk")))
    return Line.objects.filter(told).select_related("parish").order_by("-year", "kind", "code")


def _line(found: Sequence[Line], _on: date) -> Iterable[Cells]:
    names = group_names()
    for line in found:
        yield (
            *(line.pk, line.year, line.code, line.description, line.kind, line.group),
            *(names.get(line.group, ""), line.source, line.parish.name if line.parish else ""),
        )


def _weights() -> QuerySet[Weight]:
    published = Weight.objects.filter(
        Exists(_closed().filter(line=OuterRef("line"))),
        project__objective__component__plan__published_at__isnull=False,
    )
    related = ("line", "indicator", "project__objective__component__plan")
    return published.select_related(*related).order_by("-line__year", "line__code", "pk")


def _weight(found: Sequence[Weight], _on: date) -> Iterable[Cells]:
    for one in found:
        plan = one.project.objective.component.plan
        yield (
            *(one.pk, one.line.year, one.line.code, plan.slug, one.project_id, one.project.name),
            *(one.indicator.slug if one.indicator else "", one.share),
        )


def _statements() -> QuerySet[Snapshot]:
    order = ("-month__year", "-month__number", "line__kind", "line__code")
    return _closed().select_related("line", "month").order_by(*order)


def _statement(found: Sequence[Snapshot], _on: date) -> Iterable[Cells]:
    every = list(TermsInForce.objects.all())
    for one in found:
        amounts, month = one.amounts, one.month
        held = [told.terms for told in every if told.starts_on <= month.first_day]
        terms = held[-1] if held else rules.Terms()
        owed = rules.balances(amounts, terms.second)
        yield (
            *(one.pk, month.year, month.number, one.line.code, one.line.description),
            *(one.line.kind, *amounts.named().values()),
            *(owed.to_commit, owed.to_accrue, owed.to_pay, rules.execution(amounts)),
            *(one.taken_at, month.closed_at),
        )


LINES = Table(
    "budget-lines",
    "partidas",
    "Partidas presupuestarias",
    "Las partidas de las que ya se cerró algún mes.",
    ("id",),
    (
        whole("id", "numero"),
        whole("year", "anio"),
        text("code", "partida"),
        text("description", "descripcion"),
        text("kind", "clase", "expense (gasto) o income (ingreso)."),
        text("group", "grupo"),
        text("group_name", "nombre_grupo"),
        text("source", "fuente_de_financiamiento"),
        text("parish", "parroquia", "Vacía si es de todo el cantón."),
    ),
    _lines,
    _line,
    {
        "year": Filter("year", is_number=True),
        "code": Filter("code"),
        "kind": Filter("kind"),
        "group": Filter("group"),
        "parish": Filter("parish__name"),
    },
)
WEIGHTS = Table(
    "budget-shares",
    "reparto",
    "A qué sirve cada partida",
    "Qué parte de cada partida, de cien, sirve a cada proyecto o indicador.",
    ("id",),
    (
        whole("id", "numero"),
        whole("year", "anio"),
        text("code", "partida"),
        text("plan", "plan"),
        whole("project", "numero_proyecto"),
        text("project_name", "proyecto"),
        text("indicator", "indicador"),
        number("share", "parte_de_cien"),
    ),
    _weights,
    _weight,
    {
        "year": Filter("line__year", is_number=True),
        "code": Filter("line__code"),
        "plan": Filter("project__objective__component__plan__slug"),
        "project": Filter("project", is_number=True),
        "indicator": Filter("indicator__slug"),
    },
)
STATEMENTS = Table(
    "budget-statements",
    "cedulas",
    "Cédulas presupuestarias mensuales",
    "Cada partida al final de cada mes cerrado, acumulada desde enero, con sus tres saldos.",
    ("id",),
    (
        whole("id", "numero"),
        whole("year", "anio"),
        whole("month", "mes"),
        text("code", "partida"),
        text("description", "descripcion"),
        text("kind", "clase"),
        number("initial", "inicial"),
        number("amendments", "reformas"),
        number("revised", "codificado"),
        number("certified", "certificado", "Vacío si la cédula no lo dice."),
        number("committed", "comprometido", "Vacío si la cédula no lo dice."),
        number("accrued", "devengado"),
        number("paid", "pagado"),
        number("to_commit", "saldo_por_comprometer"),
        number("to_accrue", "saldo_por_devengar"),
        number("to_pay", "saldo_por_pagar"),
        number("execution", "ejecucion", "Devengado por cada cien de lo codificado."),
        moment("taken_at", "registrada"),
        moment("closed_at", "mes_cerrado"),
    ),
    _statements,
    _statement,
    {
        "year": Filter("month__year", is_number=True),
        "month": Filter("month__number", is_number=True),
        "code": Filter("line__code"),
        "kind": Filter("line__kind"),
    },
)
