"""What can be done with a plan, and what is refused."""

from dataclasses import replace
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.logbook.models import Entry
from sereno.plans import actions
from sereno.plans.models import Alignment, Plan, Project, Target
from sereno.plans.rules import (
    ComponentDraft,
    IndicatorDraft,
    ObjectiveDraft,
    PlanDraft,
    ProjectDraft,
)
from tests.plans.conftest import ENDS, NOON, ODS, OPERATIONS, PARKS, STARTS, WHOLE, Council


@pytest.fixture
def plan(council: Council) -> Plan:
    actions.add_catalogue(ODS, by=council.carmen, at=NOON)
    return actions.draft_plan(WHOLE, by=council.carmen, at=NOON)


def test_a_whole_plan_is_entered_in_one_act_and_every_promise_has_its_line(plan: Plan) -> None:
    assert [part.name for part in plan.components.all()] == ["Tecnológico", "Cooperación"]
    parks, operations = Target.objects.order_by("pk")
    assert parks.indicator.project.objective.component.plan == plan
    assert parks.value == Decimal(50)
    assert operations.parish is not None
    assert operations.parish.name == "Malacatos"
    assert Alignment.objects.get().serves.number == "16"
    assert Project.objects.first().suggestion == "Que la tecnología sirva en los parques"  # type: ignore[union-attr]
    lines = [(entry.event, entry.subject) for entry in Entry.objects.order_by("number")]
    assert lines[1:] == [
        ("plan.drafted", f"plan:{plan.pk}"),
        ("target.set", f"target:{parks.pk}"),
        ("target.set", f"target:{operations.pk}"),
    ]
    assert Entry.objects.get(subject=f"target:{parks.pk}").after.subject == f"plan:{plan.pk}"  # type: ignore[union-attr]


def wide(projects: int) -> PlanDraft:
    """A plan with one component and so many projects, of one indicator and two targets each."""
    drafts = tuple(
        ProjectDraft(
            f"Proyecto {number}",
            f"Unidad {number % 7}",
            STARTS,
            ENDS,
            indicators=(
                IndicatorDraft(
                    slug=f"indicator-{projects}-{number}",
                    name="Algo",
                    unit="people",
                    direction="rise",
                    targets=(PARKS, OPERATIONS),
                ),
            ),
        )
        for number in range(projects)
    )
    objective = ObjectiveDraft("Mejorar", projects=drafts)
    return replace(
        WHOLE, slug=f"wide-{projects}", components=(ComponentDraft("Todo", (objective,)),)
    )


def test_a_large_plan_takes_as_many_questions_as_a_small_one(council: Council) -> None:
    asked = []
    for size in (2, 60):
        with CaptureQueriesContext(
            connection,
        ) as queries:
            actions.draft_plan(wide(size), by=council.carmen, at=NOON)
        asked.append(len(queries))
    assert Target.objects.count() == 124
    assert asked[0] <= 40
    assert asked[1] <= asked[0] + 4
