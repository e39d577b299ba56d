"""A council with a published figure, a statement and evidence, made by its own actions."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from django.test import override_settings

from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.plans import actions as planning
from sereno.plans.budget import actions as money
from sereno.plans.models import Plan, Target
from sereno.plans.rules import (
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    Programming,
    ProjectDraft,
    TargetDraft,
    TaskDraft,
)
from sereno.reports import actions as printing
from sereno.reports.models import Figure
from sereno.results import actions as results
from sereno.results.models import Measurement
from sereno.verify import locks
from tests.people.cast import enrol
from tests.plans.budget.paper import PAPER

AT = datetime(2026, 6, 15, 17, tzinfo=UTC)


@dataclass
class Account:
    """What was published, and by whom."""

    carmen: Person  # plans and measures
    jorge: Person  # keeps the money, reviews
    marta: Person  # directs
    plan: Plan
    target: Target
    measurement: Measurement
    figure: Figure


def draft() -> PlanDraft:
    starts, ends = date(2026, 1, 1), date(2026, 12, 31)
    target = TargetDraft("quantity", starts, ends, Decimal(50))
    indicator = IndicatorDraft(
        slug="personas-formadas",
        name="Personas formadas",
        unit="personas",
        direction="rise",
        targets=(target,),
    )
    task = TaskDraft("Dar los talleres", Programming(starts, ends))
    project = ProjectDraft(
        "Formación", "Unidad", starts, ends, indicators=(indicator,), tasks=(task,)
    )
    part = ComponentDraft("Prevención", (ObjectiveDraft("Formar", (), (project,)),))
    return PlanDraft("yearly", "poa-2026", "Plan operativo", starts, ends, components=(part,))


@pytest.fixture
def account(db: None, tmp_path: Path) -> Iterator[Account]:
    """Everything signed, whole, in an evidence folder of its own; the locks are not on yet."""
    with override_settings(MEDIA_ROOT=tmp_path / "evidence"):
        yield account_for()


def account_for() -> Account:
    carmen, jorge, marta = (
        enrol("carmen", Role.PLANNER),
        enrol("jorge", Role.FINANCE),
        enrol("marta", Role.DIRECTOR),
    )
    plan = planning.draft_plan(draft(), by=carmen, at=AT)
    planning.publish_plan(plan, by=marta, at=AT)
    target = Target.objects.select_related("indicator").get()
    measurement = results.report(
        target,
        results.Report(value=Decimal(12)),
        by=carmen,
        at=AT + timedelta(minutes=1),
        evidence=[results.EvidenceDraft("Lista", file=b"nombre,firma\n1,si\n")],
    )
    results.review(measurement, by=jorge, at=AT + timedelta(minutes=2))
    results.approve(measurement, by=marta, at=AT + timedelta(minutes=3))
    figure = printing.publish(measurement, by=marta, at=AT + timedelta(minutes=4))
    taken = money.take_statement(2026, 5, PAPER, by=jorge, at=AT, creates=True)
    money.close_month(taken.month, by=jorge, at=AT)
    return Account(carmen, jorge, marta, plan, target, measurement, figure)


@pytest.fixture
def locked(account: Account) -> Account:
    """The same with the locks on, as ``prepare`` leaves them."""
    locks.lay()
    return account
