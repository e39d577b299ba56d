"""A council with a published plan: Carmen plans, Elena directs, Nube takes what people say."""

from datetime import UTC, date, datetime

import pytest
from django.core.cache import cache

from sereno.assemblies import actions
from sereno.assemblies.models import Commitment, Matter, Suggestion
from sereno.assemblies.rules.codes import new_code
from sereno.assemblies.rules.drafts import MatterDraft, SuggestionDraft
from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.plans.actions import draft_plan, publish_plan
from sereno.plans.models import Indicator, Plan, Project
from sereno.plans.rules import (
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
    TargetDraft,
)
from sereno.territory.models import Canton, Parish
from tests.people.cast import enrol

AT = datetime(2026, 5, 20, 15, 0, tzinfo=UTC)
TODAY = date(2026, 5, 20)
STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)
PDF = b"%PDF-1.7 an invented record"

PARKS = IndicatorDraft(
    slug="parques-con-alarma",
    name="Parques con alarma",
    unit="parques",
    direction="rise",
    targets=(TargetDraft(kind="quantity", value=10, starts_on=STARTS, ends_on=ENDS),),  # type: ignore[arg-type]
)
PLAN = PlanDraft(
    kind="commitments",
    slug="plan-de-sugerencias",
    title="Plan de las sugerencias",
    starts_on=STARTS,
    ends_on=ENDS,
    components=(
        ComponentDraft(
            "Tecnología",
            (
                ObjectiveDraft(
                    "Pedir auxilio en los parques",
                    projects=(
                        ProjectDraft("Alarmas", "Proyectos", STARTS, ENDS, indicators=(PARKS,)),
                        ProjectDraft("Megafonía", "Proyectos", STARTS, ENDS),
                    ),
                ),
            ),
        ),
    ),
)


@pytest.fixture(autouse=True)
def _nobody_asked_before() -> None:
    cache.clear()


@pytest.fixture
def carmen(db: None) -> Person:
    return enrol("carmen", Role.PLANNER)


@pytest.fixture
def elena(db: None) -> Person:
    return enrol("elena", Role.DIRECTOR)


@pytest.fixture
def nube(db: None) -> Person:
    return enrol("nube", Role.PROMOTER)


@pytest.fixture
def parish(db: None) -> Parish:
    canton = Canton.objects.create(code="1101", name="Loja")
    return Parish.objects.create(canton=canton, name="El Valle", kind=Parish.Kind.URBAN)


@pytest.fixture
def plan(carmen: Person, elena: Person) -> Plan:
    drafted = draft_plan(PLAN, by=carmen, at=AT)
    publish_plan(drafted, by=elena, at=AT)
    return drafted


@pytest.fixture
def project(plan: Plan) -> Project:
    return Project.objects.get(name="Alarmas")


@pytest.fixture
def indicator(project: Project) -> Indicator:
    return Indicator.objects.get(slug="parques-con-alarma")


def asked(text: str = "Una alarma en el parque", at: datetime = AT) -> Suggestion:
    return actions.receive(SuggestionDraft(text, "web"), code=new_code(), at=at)


@pytest.fixture
def matter(carmen: Person) -> Matter:
    draft = MatterDraft("Alarmas en parques", "Que en los parques haya alarmas", 2025)
    return actions.open_matter(draft, [asked()], by=carmen, at=AT)


@pytest.fixture
def commitment(matter: Matter, project: Project, carmen: Person) -> Commitment:
    return actions.commit(
        matter,
        "Poner diez alarmas",
        project=project,
        responsible=project.responsible,
        due_on=ENDS,
        by=carmen,
        at=AT,
    )
