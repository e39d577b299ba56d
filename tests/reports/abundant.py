"""One of everything that is published, and beside each something that is not yet."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from sereno.assemblies import actions as asking
from sereno.assemblies.models import Advance, Commitment, Deliberation, Matter
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import (
    AdvanceDraft,
    AttendanceDraft,
    DeliberationDraft,
    MatterDraft,
    ProofDraft,
    SuggestionDraft,
)
from sereno.plans import actions as plans
from sereno.plans.budget import actions as budget
from sereno.plans.budget.actions.lines import WeightDraft, share_line
from sereno.plans.budget.models import Line, Month
from sereno.plans.models import Target, Task
from sereno.plans.rules import (
    ArticleDraft,
    ComponentDraft,
    ObjectiveDraft,
    OrdinanceDraft,
    PlanDraft,
    ProblemDraft,
    ProjectDraft,
)
from sereno.reports import actions as reports
from sereno.reports.models import Figure
from tests.reports.conftest import Council

AT = datetime(2026, 11, 20, 14, tzinfo=UTC)
WORDS = "Pedro Vecino vive en la casa azul"
STATEMENT = (
    "Código\tDescripción\tInicial\tReformas\tCodificado\tCertificado\tComprometido"
    "\tDevengado\tPagado\n"
    "73.06.01\tCámaras\t5.500,00\t0,00\t5.500,00\t5.000,00\t4.900,00\t4.884,15\t4.000,00\n"
)


@dataclass(frozen=True)
class Abundance:
    """What the tests look for by name."""

    figure: Figure
    few: Figure  # of a parish, and of two cases only
    matter: Matter
    waiting: Matter
    commitment: Commitment
    advance: Advance
    deliberation: Deliberation
    line: Line


def abound(council: Council, measured: Any) -> Abundance:
    """Figures, money, what people asked, ordinances; a draft, an open month and a secret too."""
    carmen, jorge, marta = council.carmen, council.jorge, council.marta
    figure = reports.publish(measured(), by=council.ana, at=AT)
    parish = Target.objects.create(
        indicator=council.indicator,
        parish=council.parish,
        kind="quantity",
        value=Decimal(8),
        starts_on=council.target.starts_on,
        ends_on=council.target.ends_on,
    )
    two = {"incident:1": "1", "incident:2": "1"}
    few = reports.publish(measured(two, target=parish, formula="count"), by=marta, at=AT)
    _draft(council)
    for month in (1, 2):
        budget.take_statement(2026, month, STATEMENT, creates=True, by=jorge, at=AT)
    budget.close_month(Month.objects.get(number=1), by=jorge, at=AT)
    line = Line.objects.get()
    share_line(line, [WeightDraft(council.project, Decimal(100))], by=jorge, at=AT)
    _done(council)
    ordinance = plans.enter_ordinance(
        OrdinanceDraft("=Ordenanza de seguridad", date(2024, 3, 1)), by=carmen, at=AT
    )
    article = ArticleDraft("7", "Instalar alarmas", "done", "https://loja.example/acta")
    plans.add_article(ordinance, article, project=council.project, by=carmen, at=AT)
    asked, waiting = _asked(council)
    commitment = asking.commit(
        asked,
        "Alarma en el parque",
        project=council.project,
        responsible=council.unit,
        due_on=date(2026, 12, 1),
        by=carmen,
        at=AT,
    )
    proof = asking.add_proof(
        ProofDraft("Acta", link="https://loja.example/acta.pdf"), by=carmen, at=AT
    )
    draft = AdvanceDraft(date(2026, 11, 1), "Se instaló", Decimal(40))
    today = date(2026, 11, 20)
    noted: dict[str, Any] = {"by": carmen, "at": AT, "today": today, "proof": proof}
    advance = asking.note_advance(commitment, draft, **noted)
    asking.confirm_advance(advance, by=marta, at=AT)
    later = AdvanceDraft(date(2026, 11, 10), "Aún no lo confirma nadie", Decimal(90))
    asking.note_advance(commitment, later, **noted)
    meeting = asking.call(
        DeliberationDraft(2025, "assembly", "Asamblea de El Valle", "Casa comunal", today),
        by=carmen,
        at=AT,
    )
    came = AttendanceDraft({"women": 30, "men": 22}, {"mestizo": 40, "afro": 2, "indigenous": 10})
    asking.count(meeting, came, by=carmen, at=AT, today=today)
    return Abundance(figure, few, asked, waiting, commitment, advance, meeting, line)


def _done(council: Council) -> None:
    """An activity with progress that counts, and one that nobody confirmed."""
    task = Task.objects.create(
        project=council.project,
        name="=Instalar las alarmas",
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        shares=["0"] * 11 + ["100"],
        cost=Decimal(600),
    )
    said: dict[str, Any] = {"year": 2026, "evidence": "https://loja.example/acta", "at": AT}
    told = plans.tell_progress(task, Decimal("40.5"), month=10, by=council.carmen, **said)
    plans.confirm_progress(told, by=council.marta, at=AT)
    plans.tell_progress(task, Decimal(99), month=11, by=council.carmen, **said)


def _draft(council: Council) -> None:
    """A plan that nobody published, with something in each of its places."""
    project = ProjectDraft("Proyecto en borrador", "Unidad", date(2027, 1, 1), date(2027, 12, 31))
    whole = PlanDraft(
        "yearly",
        "borrador-2027",
        "Plan en borrador",
        date(2027, 1, 1),
        date(2027, 12, 31),
        components=(ComponentDraft("Uno", (ObjectiveDraft("Dos", projects=(project,)),)),),
        problems=(ProblemDraft("Tema en borrador", "Problema en borrador"),),
    )
    plans.draft_plan(whole, by=council.carmen, at=AT)


def _asked(council: Council) -> tuple[Matter, Matter]:
    said = [
        asking.receive(SuggestionDraft(WORDS, "web", WORDS), code=new_code(), at=AT)
        for _ in range(2)
    ]
    matters = [
        asking.open_matter(MatterDraft(title, "Lo piden", 2025), [one], by=council.carmen, at=AT)
        for title, one in zip(("Alarma en el parque", "Más luz"), said, strict=True)
    ]
    return matters[0], matters[1]
