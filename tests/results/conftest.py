"""A council that measures: a published plan, and its people."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from sereno.people.models import Appointment, Person
from sereno.people.rules import Role
from sereno.plans import actions as planning
from sereno.plans.models import Target
from sereno.plans.rules import (
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
    TargetDraft,
)
from sereno.territory.models import Canton, Parish

NOON = datetime(2026, 6, 15, 17, tzinfo=UTC)
STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)


@dataclass(frozen=True)
class Council:
    carmen: Person  # plans and measures
    jorge: Person  # keeps the money: measures and reviews
    marta: Person  # directs
    sara: Person  # supervises: reviews
    ana: Person  # audits
    rosa: Person  # operates
    pedro: Person  # a stranger: signed in, with no role
    parish: Parish


def enrol(name: str, *roles: Role) -> Person:
    person = Person.objects.create_user(name.split()[0].lower(), full_name=name)
    for role in roles:
        Appointment.objects.create(person=person, role=role, starts_at=NOON)
    return person


@pytest.fixture
def council(db: None) -> Council:
    canton = Canton.objects.create(code="1101", name="Loja")
    return Council(
        carmen=enrol("Carmen Planificadora", Role.PLANNER),
        jorge=enrol("Jorge Financiero", Role.FINANCE),
        marta=enrol("Marta Directora", Role.DIRECTOR),
        sara=enrol("Sara Supervisora", Role.SUPERVISOR),
        ana=enrol("Ana Auditora", Role.AUDITOR),
        rosa=enrol("Rosa Operadora", Role.OPERATOR),
        pedro=enrol("Pedro"),
        parish=Parish.objects.create(canton=canton, name="Malacatos", kind="rural"),
    )


Promise = Callable[..., Target]
GOOD = TargetDraft("quantity", STARTS, ENDS, Decimal(10))


@pytest.fixture
def promise(council: Council) -> Promise:
    """Makes a published plan with one promise, and gives the promise."""

    def make(source: str = "", formula: str = "", *, times: int = 1, **changes: object) -> Target:
        made = sum(1 for _ in Target.objects.all())
        said = {"unit": "%" if changes.get("kind") == "share" else "people", "direction": "rise"}
        for name in ("unit", "direction", "baseline", "accumulates"):
            if name in changes:
                said[name] = changes.pop(name)  # type: ignore[assignment]
        target = replace(GOOD, **changes)  # type: ignore[arg-type]
        indicators = tuple(
            IndicatorDraft(
                slug=f"indicator-{made}-{number}",
                name="Lo que se cuenta",
                source=source,
                formula=formula,
                targets=(target,),
                **said,  # type: ignore[arg-type]
            )
            for number in range(times)
        )
        project = ProjectDraft("Proyecto", "Unidad", STARTS, ENDS, indicators=indicators)
        plan = planning.draft_plan(
            PlanDraft(
                "yearly",
                f"plan-{made}",
                "Plan operativo",
                STARTS,
                ENDS,
                components=(ComponentDraft("Parte", (ObjectiveDraft("Fin", (), (project,)),)),),
            ),
            by=council.carmen,
            at=NOON,
        )
        planning.publish_plan(plan, by=council.marta, at=NOON)
        return Target.objects.select_related(
            "indicator__project__objective__component__plan"
        ).latest("pk")

    return make
