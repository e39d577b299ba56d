"""A council about to plan: its people, a parish, and a plan on paper."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sereno.people.models import Appointment, Person
from sereno.people.rules import Role
from sereno.plans.rules import (
    AlignmentDraft,
    CatalogueDraft,
    CatalogueObjectiveDraft,
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
    TargetDraft,
)
from sereno.territory.models import Canton, Parish

NOON = datetime(2026, 3, 2, 17, tzinfo=UTC)
STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)

ODS = CatalogueDraft(
    code="ods",
    name="Objetivos de Desarrollo Sostenible",
    starts_on=date(2015, 9, 25),
    objectives=(CatalogueObjectiveDraft("16", "Paz, justicia e instituciones sólidas", "ONU"),),
)

PARKS = TargetDraft(
    kind="share",
    value=Decimal(50),
    universe="parques registrados",
    source_words="50% de parques",
    starts_on=STARTS,
    ends_on=ENDS,
)
OPERATIONS = TargetDraft(
    kind="frequency",
    every_days=15,
    source_words="cada 15 días",
    parish="Malacatos",
    starts_on=STARTS,
    ends_on=ENDS,
)
WHOLE = PlanDraft(
    kind="yearly",
    slug="poa-2026",
    title="Plan operativo 2026",
    source="Resolución 12 del Consejo",
    starts_on=STARTS,
    ends_on=ENDS,
    components=(
        ComponentDraft(
            "Tecnológico",
            (
                ObjectiveDraft(
                    "Que en los parques se pueda pedir auxilio",
                    alignments=(AlignmentDraft("ods", "16", "propuesta"),),
                    projects=(
                        ProjectDraft(
                            "Alarmas en parques",
                            "Proyectos Tecnológicos",
                            STARTS,
                            ENDS,
                            suggestion="Que la tecnología sirva en los parques",
                            indicators=(
                                IndicatorDraft(
                                    slug="parks_covered",
                                    name="Parques con alarma",
                                    unit="percent",
                                    direction="rise",
                                    baseline=Decimal(10),
                                    targets=(PARKS,),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
        ComponentDraft(
            "Cooperación",
            (
                ObjectiveDraft(
                    "Que las instituciones trabajen juntas",
                    projects=(
                        ProjectDraft(
                            "Operativos",
                            "Dirección Ejecutiva",
                            STARTS,
                            ENDS,
                            indicators=(
                                IndicatorDraft(
                                    slug="joint_operations",
                                    name="Operativos realizados",
                                    unit="operations",
                                    direction="rise",
                                    targets=(OPERATIONS,),
                                ),
                            ),
                        ),
                    ),
                ),
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Council:
    carmen: Person  # plans
    marta: Person  # directs
    jorge: Person  # keeps the money
    rosa: Person  # operates
    pedro: Person  # a stranger: signed in, with no role
    parish: Parish


def enrol(name: str, role: Role | None) -> Person:
    person = Person.objects.create_user(name.split()[0].lower(), full_name=name)
    if role:
        Appointment.objects.create(person=person, role=role, starts_at=NOON)
    return person


@pytest.fixture
def council(db: None) -> Council:
    canton = Canton.objects.create(code="1101", name="Loja")
    return Council(
        carmen=enrol("Carmen Planificadora", Role.PLANNER),
        marta=enrol("Marta Directora", Role.DIRECTOR),
        jorge=enrol("Jorge Financiero", Role.FINANCE),
        rosa=enrol("Rosa Operadora", Role.OPERATOR),
        pedro=enrol("Pedro", None),
        parish=Parish.objects.create(canton=canton, name="Malacatos", kind="rural"),
    )
