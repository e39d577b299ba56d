"""All goals at a glance: what each one says, in as many questions as ever."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from sereno.plans.models import Indicator, Plan, Target
from sereno.reports import actions
from sereno.reports.queries.glance import glance, of_plan
from sereno.reports.queries.goals import Goal, history, standings
from sereno.reports.rules.period import Period
from sereno.reports.rules.standing import Standing
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]
TODAY = date(2026, 11, 20)


def only(on: date = TODAY) -> Goal:
    (plan,) = glance(on)
    (goal,) = plan.goals
    return goal


def another(council: Council, number: int) -> Target:
    indicator = Indicator.objects.create(
        project=council.project,
        slug=f"otro-{number}",
        name=f"Otra cosa {number}",
        unit="%",
        direction="rise",
    )
    return Target.objects.create(
        indicator=indicator,
        kind="share",
        value=Decimal(60),
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )


def test_a_goal_says_its_number_its_promise_and_how_it_stands(
    council: Council, measured: Measured
) -> None:
    assert only().standing == Standing.NOT_DUE
    actions.publish(measured(), by=council.marta, at=MORNING)
    goal = only()
    assert goal.standing == Standing.HOLDING
    assert str(goal.printed) == "7,0\u00a0min"
    assert goal.aim == 8
    assert only(date(2027, 2, 1)).standing == Standing.KEPT


def test_a_goal_whose_time_is_over_without_a_number_is_unknown(council: Council) -> None:
    assert only(date(2027, 1, 1)).standing == Standing.UNKNOWN


def test_a_plan_that_is_a_draft_is_not_told(council: Council) -> None:
    Plan.objects.update(published_at=None, published_by=None)
    assert glance(TODAY) == ()
    assert history("arrive_median", TODAY) is None


def test_a_correction_takes_the_place_of_what_it_corrects(
    council: Council, measured: Measured
) -> None:
    figure = actions.publish(measured(), by=council.marta, at=MORNING)
    late = measured({"incident:1": "9"})
    later = actions.correct(figure, late, "Faltaba", by=council.marta, at=MORNING)
    assert only().figure == later
    assert only().standing == Standing.UNDER_WAY
    found = history("arrive_median", TODAY)
    assert found is not None
    assert set(found.figures) == {figure, later}


def test_the_newest_period_is_told_and_the_older_ones_are_its_past(
    council: Council, measured: Measured
) -> None:
    first = actions.publish(
        measured(ends_at=datetime(2026, 7, 1, 5, tzinfo=UTC)), by=council.marta, at=MORNING
    )
    second = actions.publish(measured(), by=council.marta, at=MORNING)
    assert only().past == (first, second)
    assert only().figure == second


def test_a_year_tells_only_what_was_promised_for_it(council: Council) -> None:
    assert glance(TODAY, within=Period(date(2025, 1, 1), date(2025, 12, 31))) == ()
    assert len(glance(TODAY, within=Period(date(2026, 1, 1), date(2026, 12, 31)))) == 1


def test_every_standing_is_counted_the_empty_ones_too(council: Council) -> None:
    counts = standings([only()])
    assert list(counts) == list(Standing)
    assert sum(counts.values()) == 1


@pytest.mark.parametrize("others", [1, 30])
def test_thirty_goals_ask_no_more_questions_than_one(
    council: Council,
    measured: Measured,
    django_assert_num_queries: DjangoAssertNumQueries,
    others: int,
) -> None:
    targets = [another(council, number) for number in range(others)]
    measurements = [measured(target=target) for target in targets]
    actions.publish_all(measurements, by=council.marta, at=MORNING)
    with django_assert_num_queries(9):
        plans = glance(TODAY)
        assert sum(len(plan.goals) for plan in plans) == others + 1
        assert all(goal.target is None or goal.target.said for plan in plans for goal in plan.goals)
    with django_assert_num_queries(9):
        own = of_plan(plans[0].plan, TODAY)
        assert own.goals == plans[0].goals
