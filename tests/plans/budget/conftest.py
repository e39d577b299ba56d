"""A council with a plan and a budget on paper: Jorge and Ana keep the money, Marta directs."""

from dataclasses import dataclass
from datetime import UTC, datetime

import pytest

from sereno.people.models import Person
from sereno.people.rules import Role
from sereno.plans import actions as planning
from sereno.plans.budget import actions
from sereno.plans.budget.models import Line, Month
from sereno.plans.models import Plan, Project
from tests.plans.budget.paper import PAPER
from tests.plans.conftest import ODS, WHOLE, Council, enrol

AT = datetime(2026, 10, 5, 15, tzinfo=UTC)


@dataclass(frozen=True)
class Money:
    council: Council
    ana: Person  # keeps the money with Jorge
    plan: Plan

    @property
    def jorge(self) -> Person:
        return self.council.jorge

    @property
    def marta(self) -> Person:
        return self.council.marta

    @property
    def project(self) -> Project:
        return Project.objects.order_by("pk")[0]

    def line(self, code: str = "840104.01") -> Line:
        return Line.objects.get(code=code)

    def month(self, number: int = 9) -> Month:
        return Month.objects.get(number=number)


@pytest.fixture
def money(council: Council) -> Money:
    planning.add_catalogue(ODS, by=council.carmen, at=AT)
    plan = planning.draft_plan(WHOLE, by=council.carmen, at=AT)
    return Money(council, enrol("Ana Contadora", Role.FINANCE), plan)


@pytest.fixture
def taken(money: Money) -> Money:
    """September was taken from paper, and entered its two lines."""
    actions.take_statement(2026, 9, PAPER, by=money.jorge, at=AT, creates=True)
    return money
