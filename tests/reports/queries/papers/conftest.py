"""A year with a published figure, an assembly, what was asked there and its two answers."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from sereno.assemblies import actions as assemblies
from sereno.assemblies.models import Attendance, Commitment, Deliberation, Matter
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import MatterDraft, SuggestionDraft
from sereno.plans.models import Catalogue, CatalogueObjective, Plan, Project
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.reports.queries import papers
from sereno.reports.queries.papers.paper import Ask, Draft
from sereno.results.models import Measurement
from tests.reports import story
from tests.reports.conftest import MORNING, Council

SITE = "http://127.0.0.1:8000"
TODAY = date(2026, 11, 20)
ASKED = datetime(2026, 5, 20, 15, tzinfo=UTC)


@dataclass(frozen=True)
class Scene:
    council: Council
    figure: Figure
    held: Deliberation
    promised: Commitment
    refused: Matter

    def draft(self, kind: str, subject: str, texts: Mapping[str, str] | None = None) -> Draft:
        found = papers.drafted(papers.PAPERS[kind], Ask(subject, TODAY, SITE, texts or {}))
        assert found is not None
        return found


@pytest.fixture
def scene(council: Council, measured: Callable[..., Measurement]) -> Scene:
    story.answered(1, by="person:1")
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    held = Deliberation.objects.create(
        year=2026,
        kind=Deliberation.Kind.DELIBERATION,
        title="Deliberación de las cuentas",
        place="Casa comunal",
        held_on=date(2026, 5, 20),
        called_at=ASKED,
        called_by=council.carmen,
    )
    for group, by, people in (
        ("women", "sex", 40),
        ("men", "sex", 31),
        ("mestizo", "people", 60),
        ("indigenous", "people", 9),
        ("afro", "people", 2),
    ):
        Attendance.objects.create(deliberation=held, by=by, group=group, count=people)
    promised, refused = (asked(council, held, title) for title in ("Alarmas", "Patrullas propias"))
    commitment = assemblies.commit(
        promised,
        "Poner diez alarmas",
        project=council.project,
        responsible=council.unit,
        due_on=date(2026, 12, 31),
        by=council.carmen,
        at=ASKED,
    )
    no = assemblies.propose_no(refused, "Es tarea de la Policía", by=council.carmen, at=ASKED)
    assemblies.confirm_no(no, by=council.marta, at=ASKED)
    catalogue = Catalogue.objects.create(
        code="pnd", name="Plan Nacional de Desarrollo", starts_on=date(2024, 1, 1)
    )
    serves = CatalogueObjective.objects.create(catalogue=catalogue, number="9", title="Seguridad")
    council.project.objective.alignments.add(serves)
    return Scene(council, figure, held, commitment, refused)


def asked(council: Council, held: Deliberation, title: str) -> Matter:
    suggestion = assemblies.receive(
        SuggestionDraft(f"Pido {title}", "web"), code=new_code(), at=ASKED
    )
    suggestion.deliberation = held
    suggestion.save(update_fields=["deliberation"])
    draft = MatterDraft(title, f"Que haya {title.lower()}", 2026)
    return assemblies.open_matter(draft, [suggestion], by=council.carmen, at=ASKED)


@pytest.fixture
def promises(scene: Scene) -> Plan:
    """A published plan of commitments of another year, as a document would have brought it."""
    plan = Plan.objects.create(
        kind=Plan.Kind.COMMITMENTS,
        slug="plan-de-trabajo",
        title="Plan de trabajo",
        starts_on=date(2025, 1, 1),
        ends_on=date(2027, 12, 31),
        drafted_at=MORNING,
        drafted_by=scene.council.carmen,
        published_at=MORNING,
        published_by=scene.council.marta,
    )
    component = plan.components.create(position=1, name="Tecnológico")
    objective = component.objectives.create(position=1, text="Ver los puntos críticos")
    Project.objects.create(
        objective=objective,
        name="Cámaras",
        responsible=scene.council.unit,
        suggestion="Más cámaras",
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
    )
    return plan
