"""The sections of the accountability form that the house fills from its own records."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.db.models import Count, Sum
from django.utils.formats import date_format

from sereno.assemblies.models import Attendance, Deliberation, Matter, Process, Proof, Refusal
from sereno.assemblies.queries import asked as suggestions
from sereno.plans.budget import rules as money
from sereno.plans.budget.models import Contract, Snapshot
from sereno.plans.budget.queries import funds
from sereno.plans.budget.queries.year import terms_on
from sereno.plans.models import Alignment
from sereno.plans.rules import printing
from sereno.reports.models import Edition
from sereno.reports.queries import words
from sereno.reports.queries.glance import PlanGoals
from sereno.reports.queries.goals import Goal
from sereno.reports.queries.papers.paper import (
    UNKNOWN,
    Ask,
    amount_cell,
    figure_cell,
    number_cell,
    percent_cell,
)
from sereno.reports.rules.document import Cell
from sereno.reports.rules.standing import Standing
from sereno.web.rules import Absent

Row = tuple[Cell, ...]
MET = {Standing.KEPT, Standing.HOLDING}
# The first figure of a group of expense, by the classifier of the Ministry of Finance.
CLASSES = {
    "5": "Gasto corriente",
    "6": "Gasto de producción",
    "7": "Gasto de inversión",
    "8": "Gasto de capital",
    "9": "Aplicación del financiamiento",
}
YES, NO = "SI", "NO"
NOT_THERE = "INFORMACIÓN NO DISPONIBLE"
MONTHS = range(1, 13)


@dataclass(frozen=True)
class Asked:
    """The year of the form, its plans with their goals, and the competence somebody wrote."""

    year: int
    ask: Ask
    plans: tuple[PlanGoals, ...]
    competence: str

    @property
    def goals(self) -> list[Goal]:
        return [goal for plan in self.plans for goal in plan.goals]


def _development(asked: Asked) -> Iterator[Row]:
    """By objective: how many of its goals stand well, and which do not, each with its state."""
    served: dict[str, list[Goal]] = defaultdict(list)
    for goal in asked.goals:
        served[goal.indicator.project.objective.text].append(goal)
    for text, goals in served.items():
        behind = [
            f"{goal.indicator.name}: {words.STANDINGS[goal.standing]}"
            for goal in goals
            if goal.standing not in MET
        ]
        met = len(goals) - len(behind)
        yield (
            Cell(text),
            number_cell(met),
            number_cell(len(goals)),
            Cell("; ".join(behind) or "Nada quedó atrás"),
        )


def _poa(asked: Asked) -> Iterator[Row]:
    alignments: dict[int, list[str]] = defaultdict(list)
    for each in Alignment.objects.select_related("serves__catalogue"):
        named = f"{each.serves.catalogue.name}, objetivo {each.serves.number}"
        alignments[each.objective_id].append(named)
    for number, goal in enumerate(asked.goals, 1):
        target, project = goal.target, goal.indicator.project
        ratio = goal.progress.ratio
        yield (
            Cell(asked.competence or UNKNOWN),
            number_cell(number),
            Cell(project.objective.text),
            Cell(goal.indicator.name),
            Cell(printing.as_read(target.source_words or target.said) if target else UNKNOWN),
            figure_cell(goal.figure),
            percent_cell(None if ratio is None else ratio * 100, UNKNOWN),
            Cell(f"{project.name}. {words.STANDINGS[goal.standing]}."),
            Cell("; ".join(alignments[project.objective_id]) or "sin alineación"),
        )


def _programmes(asked: Asked) -> Iterator[Row]:
    month = funds.last_month(asked.year)
    if month is None:
        return
    for plan in asked.plans:
        for each in funds.of_plan(plan.plan, month, terms_on(month.first_day)):
            amounts = each.row.amounts
            if amounts is None:
                continue
            left = each.unspent
            yield (
                Cell(each.project.name),
                amount_cell(amounts.revised),
                amount_cell(amounts.accrued),
                percent_cell(each.row.execution),
                Cell(f"Sin devengar: {amount_cell(left).text}" if left else "Sin saldo"),
                Cell(f"{asked.ask.site}/lo-prometido/{plan.plan.slug}/"),
            )


def _budget(asked: Asked) -> Iterator[Row]:
    """Planned and spent by class of expense with their sum, by the year's last statement."""
    month = funds.last_month(asked.year)
    if month is None:
        return
    found: dict[str, list[money.Amounts]] = defaultdict(list)
    standing = Snapshot.objects.standing().filter(month=month, line__kind=money.Kind.EXPENSE.value)
    for snapshot in standing.select_related("line").order_by("line__code"):
        found[CLASSES.get(snapshot.line.group[:1], "Otro gasto")].append(snapshot.amounts)
    every = [amounts for listed in found.values() for amounts in listed]
    for name, listed in [*sorted(found.items()), ("Total", every)]:
        added = money.total(listed)
        if added:
            yield (
                Cell(name),
                amount_cell(added.revised),
                amount_cell(added.accrued),
                percent_cell(money.execution(added)),
            )


def _participation(asked: Asked) -> Iterator[Row]:
    """Each kind of meeting: how many in the year and how many came; not counted is not zero."""
    held = Deliberation.objects.filter(held_on__year=asked.year).order_by()
    times = dict(held.values_list("kind").annotate(Count("pk")))
    came = dict(
        Attendance.objects.filter(deliberation__in=held, by=Attendance.By.SEX)
        .order_by()
        .values_list("deliberation__kind")
        .annotate(Sum("count"))
    )
    if not times:
        return
    kinds = {f"deliberation:{pk}": kind for pk, kind in held.values_list("pk", "kind")}
    minutes = {
        kinds[subject]: f"{asked.ask.site}/ediciones/{slug}/"
        for subject, slug in Edition.objects.in_force()
        .filter(kind=Edition.Kind.MINUTES, subject__in=kinds)
        .values_list("subject", "slug")
    }
    for kind, label in Deliberation.Kind.choices:
        count = times.get(kind, 0)
        people = number_cell(came[kind]) if kind in came else Cell(UNKNOWN if count else "0", "")
        yield (
            Cell(str(label).capitalize()),
            Cell(YES if count else NO),
            number_cell(count),
            people if count else number_cell(0),
            Cell(minutes.get(kind, NOT_THERE) if count else "NO APLICA"),
        )


def _process(asked: Asked) -> Iterator[Row]:
    process = Process.objects.filter(year=asked.year).first()
    if process is None:
        return
    records = process.records.select_related("step").prefetch_related("proofs")
    for record in records.order_by("step__phase", "step__position"):
        proofs = list(record.proofs.all())
        works = [proof for proof in proofs if proof.verified_at]
        done = record.done_on
        yield (
            Cell(f"{record.step.phase}. {record.step.phase_name}"),
            Cell(record.step.name),
            Cell(YES if done else NO),
            Cell(f"{done:%d/%m/%Y}", done.isoformat()) if done else Cell("NO APLICA"),
            Cell(_evidence(works[0]) if works else NOT_THERE),
            Cell("" if works or not done else "Sin prueba que otra persona haya abierto"),
        )


def _evidence(proof: Proof) -> str:
    return proof.link or f"{proof.title} (SHA-256 {proof.sha256[:16]})"


def _demands(asked: Asked) -> Iterator[Row]:
    refusals = {
        each.matter_id: each.reason
        for each in Refusal.objects.given().filter(matter__year=asked.year, returned_at=None)
    }
    found = Matter.objects.filter(year=asked.year).select_related("commitment").order_by("pk")
    for matter in found:
        commitment = getattr(matter, "commitment", None)
        answer = commitment.text if commitment else refusals.get(matter.pk, "Sin respuesta")
        yield (
            Cell(matter.title),
            Cell(YES if commitment else NO),
            Cell(answer),
            Cell(f"{asked.ask.site}/sugerencias/asuntos/{matter.pk}/"),
        )


def _former_plan(asked: Asked) -> Iterator[Row]:
    for line in suggestions.table(asked.year):
        percent = line.row.percent
        told = (
            percent_cell(percent)
            if isinstance(percent, Decimal)
            else Cell("NO APLICA" if percent == Absent.NOT_APPLICABLE else UNKNOWN)
        )
        nothing = "Sin noticia confirmada" if line.row.is_answered else "Sin respuesta todavía"
        yield (
            Cell(line.row.words),
            Cell(line.row.result or nothing),
            told,
            Cell(line.row.evidence or NOT_THERE),
        )


def _transparency(asked: Asked) -> Iterator[Row]:
    """The months, without those to come; and the report of the year with its proofs."""
    published = set(
        Edition.objects.in_force()
        .filter(kind=Edition.Kind.TRANSPARENCY, starts_on__year=asked.year)
        .values_list("starts_on", flat=True)
    )
    for month in MONTHS:
        first = date(asked.year, month, 1)
        if first > asked.ask.on:
            break
        link = f"{asked.ask.site}/transparencia/{asked.year}/{month}/"
        yield _told(date_format(first, "F \\d\\e Y"), link if first in published else "")
    report = (
        Edition.objects.in_force()
        .filter(kind=Edition.Kind.NARRATIVE, starts_on__year=asked.year)
        .order_by("-published_at")
        .first()
    )
    link = f"{asked.ask.site}/ediciones/{report.slug}/" if report else ""
    has_proofs = report and any(cited.evidence for cited in report.document.figures)
    yield _told("Informe de rendición de cuentas", link)
    yield _told("Medios de verificación del informe", link if has_proofs else "")


def _told(what: str, link: str) -> Row:
    """Whether it is published: where it is, or that it is nowhere."""
    return Cell(what), Cell(YES if link else NO), Cell(link or NOT_THERE)


def _articulated(asked: Asked) -> Iterator[Row]:
    for plan in asked.plans:
        found = (
            Alignment.objects.filter(objective__component__plan=plan.plan)
            .order_by("serves__catalogue__name")
            .values_list("serves__catalogue__name")
            .annotate(Count("objective", distinct=True))
        )
        for name, count in found:
            yield Cell(plan.plan.title), Cell(name), number_cell(count)


def _contracts(asked: Asked) -> Iterator[Row]:
    """Awarded in the year, and of those the ones whose time ended in it."""
    awarded = list(Contract.objects.filter(starts_on__year=asked.year))
    if not awarded:
        return
    ended = [
        each for each in awarded if each.ends_on <= min(date(asked.year, 12, 31), asked.ask.on)
    ]
    for name, listed in (("Adjudicados", awarded), ("Con el plazo terminado", ended)):
        yield (
            Cell(name),
            number_cell(len(listed)),
            amount_cell(sum((each.amount for each in listed), Decimal(0))),
            Cell(f"{asked.ask.site}/transparencia/"),
        )


RECORDS: dict[str, Callable[[Asked], Iterator[Row]]] = {
    "plan-de-desarrollo": _development,
    "poa": _poa,
    "programas": _programmes,
    "presupuesto": _budget,
    "participacion": _participation,
    "proceso": _process,
    "demandas": _demands,
    "plan-anterior": _former_plan,
    "transparencia": _transparency,
    "articulada": _articulated,
    "contratacion": _contracts,
}
