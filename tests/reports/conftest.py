"""A small council with one plan, and the people who measure, review, approve and publish."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

import pytest

from sereno.people.models import Appointment, Person
from sereno.people.rules import Role
from sereno.plans.models import Component, Indicator, Objective, OrgUnit, Plan, Project, Target
from sereno.results.models import Measurement
from sereno.results.rules.rows import Row, sheet
from sereno.territory.models import Canton, Parish

MORNING = datetime(2026, 11, 20, 14, tzinfo=UTC)  # nine in Loja
MINUTES = {"incident:1": "6", "incident:2": "7", "incident:3": "9.5"}


@dataclass(frozen=True)
class Council:
    """Who is who, and the one goal of the plan."""

    carmen: Person  # plans and measures
    jorge: Person  # reviews
    marta: Person  # directs
    ana: Person  # audits
    unit: OrgUnit
    project: Project
    indicator: Indicator
    target: Target
    parish: Parish


def enrol(name: str, role: Role | None) -> Person:
    person = Person.objects.create_user(name.split()[0].lower(), full_name=name)
    if role:
        Appointment.objects.create(person=person, role=role, starts_at=MORNING)
    return person


@pytest.fixture
def council(db: None) -> Council:
    canton = Canton.objects.create(code="1101", name="Loja")
    parish = Parish.objects.create(
        canton=canton, name="El Valle", kind="urban", latitude=-3.98, longitude=-79.2
    )
    carmen = enrol("Carmen Planificadora", Role.PLANNER)
    marta = enrol("Marta Directora", Role.DIRECTOR)
    plan = Plan.objects.create(
        kind="yearly",
        slug="poa-2026",
        title="Plan operativo 2026",
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
        drafted_at=MORNING,
        drafted_by=carmen,
        published_at=MORNING,
        published_by=marta,
    )
    component = Component.objects.create(plan=plan, position=1, name="Respuesta a las alertas")
    objective = Objective.objects.create(component=component, position=1, text="Llegar pronto")
    unit = OrgUnit.objects.create(name="Centro de monitoreo")
    project = Project.objects.create(
        objective=objective,
        name="Despacho de unidades",
        responsible=unit,
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
    )
    indicator = Indicator.objects.create(
        project=project,
        slug="arrive_median",
        name="Minutos que tarda en llegar la ayuda",
        unit="minutes",
        direction="fall",
        source="incidents.arrive_median",
        formula="median",
        baseline=Decimal(12),
    )
    target = Target.objects.create(
        indicator=indicator,
        kind="quantity",
        value=Decimal(8),
        source_words="mediana de 8 minutos",
        starts_on=plan.starts_on,
        ends_on=plan.ends_on,
    )
    return Council(
        carmen=carmen,
        jorge=enrol("Jorge Financiero", Role.FINANCE),
        marta=marta,
        ana=enrol("Ana Auditora", Role.AUDITOR),
        unit=unit,
        project=project,
        indicator=indicator,
        target=target,
        parish=parish,
    )


@pytest.fixture
def measured(council: Council) -> Callable[..., Measurement]:
    """Makes a measurement as the room of results would keep it, approved unless told otherwise."""

    def measure(
        minutes: Mapping[str, str] = MINUTES, *, approved: bool = True, **fields: object
    ) -> Measurement:
        rows = [Row(record, Decimal(value)) for record, value in minutes.items()]
        worked_out = sheet(str(fields.get("formula", "median")), rows)
        found = worked_out.found
        kept: dict[str, object] = {
            "target": council.target,
            "origin": Measurement.Origin.COMPUTED,
            "starts_at": datetime(2026, 1, 1, 5, tzinfo=UTC),
            "ends_at": datetime(2026, 11, 1, 5, tzinfo=UTC),
            "value": found.value,
            "numerator": found.numerator,
            "denominator": found.denominator,
            "absence": "" if found.value is not None else Measurement.Absence.UNKNOWN,
            "formula": "median",
            "worksheet": worked_out.text,
            "seal": worked_out.seal,
            "as_of_entry": 0,
            "measured_at": MORNING - timedelta(hours=3),
            "measured_by": council.carmen,
            "reviewed_at": MORNING - timedelta(hours=2),
            "reviewed_by": council.jorge,
        }
        kept |= fields
        if approved:
            kept |= {"approved_at": MORNING - timedelta(hours=1), "approved_by": council.marta}
        return Measurement.objects.create(**kept)

    return measure
