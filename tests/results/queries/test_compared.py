"""What was approved beside what the records say now, and what became of it."""

from datetime import timedelta
from decimal import Decimal

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.community.models import Activity
from sereno.plans.models import Plan, Target
from sereno.results import actions
from sereno.results.models import Measurement
from sereno.results.queries.compared import Change, Compared, compared
from tests.results.conftest import NOON, Council, Promise
from tests.results.street import MORNING, hold

LATER = NOON + timedelta(days=7)


@pytest.fixture
def target(council: Council, promise: Promise) -> Target:
    hold(council.carmen, 3)
    return promise("community.joint_operations", "count")


def approve(target: Target, council: Council) -> Measurement:
    kept = actions.measure(target, by=council.carmen, at=NOON)
    actions.review(kept, by=council.jorge, at=NOON)
    actions.approve(kept, by=council.marta, at=NOON)
    return kept


def told() -> Compared:
    (found,) = compared(Plan.objects.get(), at=LATER)
    return found


def one_more(council: Council, *, days: int) -> None:
    Activity.objects.create(
        kind="joint_operation",
        title="Operativo",
        planned_for=MORNING,
        planned_by=council.carmen,
        held_at=NOON + timedelta(days=days),
    )


def test_nothing_approved_yet_then_a_draft_then_the_same(council: Council, target: Target) -> None:
    assert (told().change, told().now.found.value) == (Change.NEVER, Decimal(3))
    kept = actions.measure(target, by=council.carmen, at=NOON)
    assert told().change == Change.WAITING
    assert not told().is_measured
    actions.review(kept, by=council.jorge, at=NOON)
    actions.approve(kept, by=council.marta, at=NOON)
    assert (told().change, told().again) == (Change.SAME, None)


def test_what_came_after_is_more_and_what_came_late_is_told_apart(
    council: Council, target: Target
) -> None:
    approve(target, council)
    one_more(council, days=2)
    assert told().change == Change.MORE
    one_more(council, days=-2)
    late = told()
    assert late.change == Change.LATE
    assert late.now.found.value == 5
    assert late.again is not None
    assert late.again.said.number == "4"
    assert late.standing.approved is not None
    assert late.standing.approved.value == 3


@pytest.mark.parametrize("times", [2, 12])
def test_questions_do_not_grow_with_the_targets(
    council: Council, promise: Promise, times: int
) -> None:
    hold(council.carmen, 3)
    promise("community.joint_operations", "count", times=times)
    for target in Target.objects.select_related("indicator"):
        approve(target, council)
    with CaptureQueriesContext(connection) as asked:
        found = compared(Plan.objects.get(), at=LATER)
    assert len(found) == times
    assert len(asked) <= 6


def test_only_what_has_begun_and_is_computed(promise: Promise, target: Target) -> None:
    promise()
    Target.objects.update(starts_on=LATER.date() + timedelta(days=1), ends_on="2027-01-01")
    assert [compared(plan, at=LATER) for plan in Plan.objects.all()] == [[], []]
