"""The data of workload W1, put straight into the tables: what is measured is not how it came."""

from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

PER_OBJECTIVE = 10
FIRST_YEAR = 2026


def build(
    indicators: int, years: int, records: int, *, slug: str, at: datetime
) -> tuple[Any, list[Any], str]:
    """A published plan with its approved records; the planner, its targets, a program's token."""
    from sereno.api import actions as api
    from sereno.people.models import Appointment, Person

    people = [Person.objects.create_user(name, full_name=name.title()) for name in PEOPLE]
    for person, role in zip(people, PEOPLE.values(), strict=True):
        Appointment.objects.create(person=person, role=role, starts_at=at)
    planner, reviewer, director, publisher = people
    plan = _plan(slug, planner, director, at)
    targets = _targets(plan, indicators, years)
    _records(targets, records, (planner, reviewer, director, publisher), at)
    _token, shown = api.make_token("bench", ["read", "measure"], days=366, by=planner, at=at)
    _lasting()
    return planner, targets, shown


PEOPLE = {"carmen": "planner", "jorge": "finance", "marta": "director", "elena": "director"}


def _plan(slug: str, drafted_by: Any, published_by: Any, at: datetime) -> Any:
    from sereno.plans.models import Plan

    return Plan.objects.create(
        kind="pluriannual",
        slug=slug,
        title="W1",
        starts_on=date(FIRST_YEAR, 1, 1),
        ends_on=date(FIRST_YEAR + 3, 12, 31),
        drafted_at=at,
        drafted_by=drafted_by,
        published_at=at,
        published_by=published_by,
    )


def _targets(plan: Any, indicators: int, years: int) -> list[Any]:
    from sereno.plans.models import Component, Indicator, Objective, OrgUnit, Project, Target

    unit = OrgUnit.objects.create(name="Proyectos")
    component = Component.objects.create(plan=plan, position=1, name="Uno")
    made = []
    for number in range(indicators):
        if number % PER_OBJECTIVE == 0:
            objective = Objective.objects.create(
                component=component, position=number, text=f"Objetivo {number}"
            )
            project = Project.objects.create(
                objective=objective,
                name=f"Proyecto {number}",
                responsible=unit,
                starts_on=plan.starts_on,
                ends_on=plan.ends_on,
            )
        made.append(
            Indicator(
                project=project,
                slug=f"w1-{number}",
                name=f"Talleres {number}",
                unit="talleres",
                direction="rise",
                accumulates=True,
                over_time="sum",
            )
        )
    kept = Indicator.objects.bulk_create(made, batch_size=500)
    targets = [
        Target(
            indicator=indicator,
            kind="quantity",
            value=Decimal(24),
            starts_on=date(FIRST_YEAR + year, 1, 1),
            ends_on=date(FIRST_YEAR + year, 12, 31),
        )
        for indicator in kept
        for year in range(years)
    ]
    if not targets:
        return []
    # Only the first year has begun: every record and every figure is of it where one is loaded.
    return Target.objects.bulk_create([_first_year(target) for target in targets], batch_size=500)


def _first_year(target: Any) -> Any:
    target.starts_on, target.ends_on = date(FIRST_YEAR, 1, 1), date(FIRST_YEAR, 12, 31)
    return target


def _records(targets: list[Any], records: int, people: tuple[Any, ...], at: datetime) -> None:
    from sereno.reports.models import Figure
    from sereno.results.models import Measurement
    from sereno.results.rules import rows

    planner, reviewer, director, publisher = people
    made = []
    for target in targets:
        for number in range(records):
            sheet = rows.sheet("reported", [rows.Row("valor", Decimal(number + 1))])
            made.append(
                Measurement(
                    target=target,
                    origin="reported",
                    starts_at=datetime(FIRST_YEAR, 1, 1, 5, tzinfo=at.tzinfo),
                    ends_at=datetime(FIRST_YEAR, 1, 1, 5, tzinfo=at.tzinfo)
                    + timedelta(days=30 * (number + 1)),
                    value=sheet.found.value,
                    formula="reported",
                    worksheet=sheet.text,
                    seal=sheet.seal,
                    as_of_entry=0,
                    measured_at=at,
                    measured_by=planner,
                    reviewed_at=at,
                    reviewed_by=reviewer,
                    approved_at=at,
                    approved_by=director,
                )
            )
    kept = Measurement.objects.bulk_create(made, batch_size=300)
    figures = (
        [
            Figure(
                slug=f"cifra-{measurement.pk}",
                caption="W1",
                measurement=measurement,
                printed_value=f"{measurement.value} talleres",
                published_at=at,
                published_by=publisher,
            )
            for measurement in kept[records - 1 :: records]
        ]
        if records
        else []
    )
    Figure.objects.bulk_create(figures, batch_size=300)


def _lasting() -> None:
    """A bench of any year finds its token alive."""
    from sereno.api.models import Token

    Token.objects.update(expires_at=datetime.fromisoformat("9000-01-01T00:00:00+00:00"))
