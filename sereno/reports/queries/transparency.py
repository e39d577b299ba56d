"""A month of active transparency: every numeral of the law with its rows, as it stands today."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.utils.formats import date_format

from sereno.plans.budget import rules as money
from sereno.plans.budget.models import Month, Snapshot
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries.statement import group_names
from sereno.plans.budget.queries.year import terms_on
from sereno.plans.models import Plan
from sereno.plans.rules import printing
from sereno.reports.models import LinkVisit, RegisterPage
from sereno.reports.queries.goals import published_indicators
from sereno.reports.queries.papers.paper import SIGNATURES
from sereno.reports.rules import lotaip, registers, scoring
from sereno.reports.rules.document import Cell, Column, Document, Part, Table
from sereno.reports.rules.lotaip import Numeral
from sereno.reports.rules.scoring import DECLARED
from sereno.results.rules.links import Verdict
from sereno.web.rules import decimal

NOT_APPLICABLE, NOT_AVAILABLE = DECLARED
# For how many months a page of a register goes on being what is in force.
HOLDS = {"mensual": 1, "trimestral": 3, "semestral": 6, "semestral/anual": 12, "": 12}
FACTS = "FECHA ACTUALIZACIÓN DE LA INFORMACIÓN"


@dataclass(frozen=True)
class Asked:
    """The month that is asked about, and where its readers find the site."""

    year: int
    month: int
    site: str

    @property
    def first(self) -> date:
        return date(self.year, self.month, 1)

    @property
    def last(self) -> date:
        return lotaip.month_end(self.year, self.month)


@dataclass(frozen=True)
class Page:
    """One numeral of the month; no table is one that nobody filled."""

    numeral: Numeral
    table: Table | None
    kept: RegisterPage | None = None

    @property
    def is_computed(self) -> bool:
        return self.numeral.code in COMPUTED


Rows = list[tuple[Cell, ...]]


def pages(asked: Asked) -> list[Page]:
    """Every numeral that the law asked for at the end of the month, in its order."""
    kept = _registers(asked)
    return [_page(numeral, asked, kept) for numeral in lotaip.in_force(asked.last)]


def score(found: list[Page], asked: Asked, *, on: date) -> scoring.Score:
    return scoring.score(
        [(page.numeral, page.table) for page in found],
        published_on=on,
        due_on=lotaip.due_on(asked.year, asked.month),
        visited=_visited(found),
    )


def _visited(found: list[Page]) -> dict[str, Verdict]:
    """What each link of the month turned out to be the last time that somebody visited it."""
    links = {
        cell.text
        for page in found
        for row in (page.table.rows if page.table else ())
        for cell in row
        if cell.text.startswith("http")
    }
    visits = LinkVisit.objects.filter(link__in=links).order_by("pk")
    return {link: Verdict(verdict) for link, verdict in visits.values_list("link", "found")}


def document(found: list[Page], asked: Asked, *, council: str, is_example: bool) -> Document:
    """The month as a document, before it is frozen; numerals that nobody filled are not in it."""
    words = date_format(asked.first, "F \\d\\e Y")
    return Document(
        kind="transparency",
        title=f"Transparencia activa, {words}",
        council=council,
        period=words,
        on="",
        line=0,
        line_seal="",
        is_example=is_example,
        parts=(
            *(
                Part(f"Numeral {page.numeral.code}. {page.numeral.title}", table=page.table)
                for page in found
                if page.table
            ),
            SIGNATURES,
        ),
        facts=(("Norma", "LOTAIP, R.O. 7 de febrero de 2023, art. 19 y 24"),),
    )


def _page(numeral: Numeral, asked: Asked, kept: dict[str, RegisterPage]) -> Page:
    page = kept.get(numeral.code)
    rows = COMPUTED[numeral.code](asked) if numeral.code in COMPUTED else []
    if not rows and page:
        rows = _of_register(page, numeral.columns)
    if not rows:
        return Page(numeral, None, page)
    facts = (
        (f"{FACTS}:", f"{asked.last:%d/%m/%Y}"),
        ("PERIODICIDAD DE ACTUALIZACIÓN DE LA INFORMACIÓN:", (numeral.period or "mensual").upper()),
        ("NUMERAL:", f"{numeral.code} {numeral.title}"),
        ("ENLACE PARA DESCARGAR LA INFORMACIÓN:", address(asked)),
    )
    table = Table(numeral.code, numeral.title, numeral.columns, tuple(rows), facts)
    return Page(numeral, table, page)


def address(asked: Asked) -> str:
    return f"{asked.site}/transparencia/{asked.year}/{asked.month:02}/"


def _registers(asked: Asked) -> dict[str, RegisterPage]:
    """The newest standing page of each numeral that still holds at the end of the month."""
    found: dict[str, RegisterPage] = {}
    holds = {numeral.code: HOLDS.get(numeral.period, 1) for numeral in lotaip.numerals()}
    reached = asked.year * 12 + asked.month
    for page in RegisterPage.objects.standing().order_by("year", "month"):
        age = reached - (page.year * 12 + page.month)
        if 0 <= age < holds.get(page.numeral, 1):
            found[page.numeral] = page
    return found


def _of_register(page: RegisterPage, columns: tuple[Column, ...]) -> Rows:
    if page.state != RegisterPage.State.ROWS:
        said = NOT_APPLICABLE if page.state == page.State.NOT_APPLICABLE else NOT_AVAILABLE
        return [tuple(Cell(said) for _ in columns)]
    return [registers.cells(row, columns) for row in page.rows]


def _goals(asked: Asked) -> Rows:
    """Numeral 1.3: what each unit promised for a time that the month is part of."""
    rows: Rows = []
    for indicator in published_indicators():
        project = indicator.project
        for target in indicator.targets.all():
            if target.parish_id or not (
                target.starts_on <= asked.last and asked.first <= target.ends_on
            ):
                continue
            target.indicator = indicator
            rows.append(
                (
                    Cell(project.responsible.name),
                    Cell(project.objective.text),
                    Cell(indicator.name),
                    Cell(printing.as_read(target.source_words or target.said)),
                    Cell(f"{asked.site}/metas/{indicator.slug}/"),
                )
            )
    return rows


def _budget(asked: Asked) -> Rows:
    """Numeral 6: the statement of the month, incomes first, with what follows from its sums."""
    month = Month.objects.filter(year=asked.year, number=asked.month).first()
    if month is None:
        return []
    groups = group_names()
    second = terms_on(asked.last).second
    snapshots = Snapshot.objects.standing().filter(month=month).select_related("line")
    ordered = sorted(snapshots, key=lambda one: (one.line.kind != "income", one.line.code))
    return [_statement(snapshot, groups, second) for snapshot in ordered]


def _statement(
    snapshot: Snapshot, groups: dict[str, str], second: money.Second
) -> tuple[Cell, ...]:
    amounts, line = snapshot.amounts, snapshot.line
    left, done = money.balances(amounts, second), money.execution(amounts)
    sums = (
        *(amounts.initial, amounts.amendments, amounts.revised, amounts.certified),
        *(amounts.committed, amounts.accrued, amounts.paid),
        *(left.to_commit, left.to_accrue, left.to_pay),
    )
    return (
        Cell(line.code),
        Cell(groups.get(line.group, line.group)),
        Cell(line.description),
        *(_money(value) for value in sums),
        Cell(NOT_APPLICABLE) if done is None else Cell(f"{decimal(done, 2)} %", f"{done:.2f}"),
    )


def _money(value: Decimal | None) -> Cell:
    return Cell(NOT_APPLICABLE) if value is None else Cell(decimal(value, 2), str(value))


def _plans(asked: Asked) -> Rows:
    """Numeral 10: the published plans in force, with the money of the lines that serve them."""
    month = Month.objects.filter(year=asked.year, number=asked.month).first()
    terms = terms_on(asked.last)
    running = Plan.objects.filter(
        published_at__isnull=False, starts_on__lte=asked.last, ends_on__gte=asked.first
    ).exclude(kind=Plan.Kind.INDICATORS)
    rows: Rows = []
    for plan in running.order_by("starts_on", "pk"):
        served = [each.row.amounts for each in funds.of_plan(plan, month, terms)]
        known = [amounts.revised for amounts in served if amounts]
        amount = _money(sum(known, Decimal(0))) if known else Cell(NOT_AVAILABLE)
        rows.append(
            (
                Cell(plan.title),
                Cell(f"{plan.starts_on:%d/%m/%Y} - {plan.ends_on:%d/%m/%Y}"),
                amount,
                Cell(f"{asked.site}/#plan-{plan.slug}"),
                Cell(f"{asked.site}/informe/{asked.year}/"),
            )
        )
    return rows


COMPUTED: dict[str, Callable[[Asked], Rows]] = {"1.3": _goals, "6": _budget, "10": _plans}
