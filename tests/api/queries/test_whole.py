"""A plan as rows says what its objects say, and asks as much of a large plan as of a small one."""

import gc
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from sereno.api.queries import whole
from sereno.plans.models import (
    Alignment,
    Catalogue,
    CatalogueObjective,
    Component,
    Indicator,
    Objective,
    Plan,
    Target,
    Task,
    TaskProgress,
)
from sereno.reports import actions as reports
from sereno.reports.models import Figure
from sereno.reports.queries.goals import judged
from sereno.results.models import Measurement
from tests.api.conftest import MADE, Council

ON = date(2026, 11, 25)
Measured = Callable[..., Measurement]
KINDS: tuple[dict[str, Any], ...] = (
    {"kind": "quantity", "value": Decimal(500)},
    {"kind": "quantity", "value": Decimal(4), "high": Decimal(9)},
    {"kind": "share", "value": Decimal(60), "universe": "Parques", "universe_size": 40},
    {"kind": "frequency", "every_days": 15},
    {"kind": "milestone", "condition": "Ordenanza aprobada"},
    {"kind": "scale", "value": Decimal(2), "scale": "malo\nregular\nbueno"},
    {"kind": "observed"},
)


def grow(council: Council, measured: Measured, *, to: int) -> None:
    """So many more of everything that a plan has, each target with its figure."""
    national = Catalogue.objects.create(code=f"pnd-{to}", name="Plan nacional", starts_on=ON)
    component = council.project.objective.component
    for number in range(to):
        serves = CatalogueObjective.objects.create(catalogue=national, number=str(number))
        above = Component.objects.create(plan=component.plan, position=2, name="Sin objetivos")
        Objective.objects.create(component=above, position=1, text="Sin proyectos")
        Alignment.objects.create(objective=council.project.objective, serves=serves)
        task = Task.objects.create(
            project=council.project, name="Taller", starts_on=ON, ends_on=ON, shares=["100"]
        )
        for month, done in ((2, 40), (1, 30)):
            TaskProgress.objects.create(
                task=task,
                year=2026,
                month=month,
                done=done,
                evidence="https://loja.example/acta.pdf",
                told_at=MADE,
                told_by=council.carmen,
                confirmed_at=MADE,
                confirmed_by=council.marta,
            )
        target = promise(council, f"meta-{to}-{number}", kind="quantity", value=Decimal(8))
        reports.publish(measured(target=target), by=council.ana, at=MADE)


def promise(council: Council, slug: str, **amount: Any) -> Target:
    indicator = Indicator.objects.create(
        project=council.project, slug=slug, name="Otro", unit="personas", direction="rise"
    )
    return Target.objects.create(
        indicator=indicator,
        starts_on=council.target.starts_on,
        ends_on=council.target.ends_on,
        **amount,
    )


def asked(plan: Plan) -> int:
    with CaptureQueriesContext(connection) as questions:
        whole(plan, on=ON)
    return len(questions)


def targets(told: dict[str, Any]) -> dict[int, dict[str, Any]]:
    projects = told["components"][0]["objectives"][0]["projects"]
    indicators = [one for project in projects for one in project["indicators"]]
    return {one["id"]: one for indicator in indicators for one in indicator["targets"]}


def test_a_large_plan_takes_as_many_questions_as_a_small_one(
    council: Council, measured: Measured
) -> None:
    plan = council.project.objective.component.plan
    grow(council, measured, to=1)
    small = asked(plan)
    grow(council, measured, to=12)
    assert asked(plan) == small
    assert small <= 8


def test_every_kind_of_promise_is_said_and_judged_as_its_own_page_does(
    council: Council, measured: Measured
) -> None:
    for number, amount in enumerate(KINDS):
        target = promise(council, f"meta-{number}", **amount)
        reports.publish(measured(target=target), by=council.ana, at=MADE)
    found = targets(whole(council.project.objective.component.plan, on=ON))
    for figure in Figure.objects.select_related("measurement__target__indicator"):
        target = figure.measurement.target
        goal, told = judged(target, [figure], on=ON), found[target.pk]
        assert told["said"] == target.said
        assert told["figure"] == figure.slug
        assert told["progress"] == {**vars(goal.progress), "standing": goal.standing}


def test_of_several_figures_the_one_of_the_latest_period_stands(
    council: Council, measured: Measured
) -> None:
    last = reports.publish(measured(), by=council.ana, at=MADE)
    until_june = datetime(2026, 6, 1, 5, tzinfo=MADE.tzinfo)
    reports.publish(measured(ends_at=until_june), by=council.ana, at=MADE)
    told = targets(whole(council.project.objective.component.plan, on=ON))
    assert told[council.target.pk]["figure"] == last.slug


def test_a_plan_is_told_down_to_its_activities_and_what_it_serves(
    council: Council, measured: Measured
) -> None:
    grow(council, measured, to=1)
    first, empty = whole(council.project.objective.component.plan, on=ON)["components"]
    objective = first["objectives"][0]
    assert objective["serves"] == ["pnd-1 0"]
    (activity,) = objective["projects"][0]["activities"]
    assert activity["responsible"] == "Centro de monitoreo"
    assert activity["shares"] == [Decimal(100)]
    assert (activity["done"], activity["done_until"]) == (Decimal(40), "2026-02")
    assert empty["objectives"][0]["projects"] == []


@pytest.mark.parametrize("more", [0, 30])
def test_what_was_read_goes_at_once_and_leaves_the_collector_nothing(
    council: Council, measured: Measured, more: int
) -> None:
    plan = council.project.objective.component.plan
    if more:
        grow(council, measured, to=more)
    whole(plan, on=ON)
    gc.collect()
    gc.disable()
    try:
        whole(plan, on=ON)
        left = gc.collect()
    finally:
        gc.enable()
    assert left < 100
