"""What programs send has the words of the models and the limits of their columns."""

from datetime import date
from typing import Any, get_args

import pytest
from django.db import models

from sereno.api.views import incoming
from sereno.plans.models import Component, Indicator, Plan, Problem, Project, Target, Task
from sereno.plans.rules.calculation import PLACES, TIMES

PAIRS: list[tuple[Any, type[models.Model]]] = [
    (incoming.PlanIn, Plan),
    (incoming.ComponentIn, Component),
    (incoming.ProblemIn, Problem),
    (incoming.ProjectIn, Project),
    (incoming.IndicatorIn, Indicator),
    (incoming.TargetIn, Target),
    (incoming.ActivityIn, Task),
]


def test_ways_of_calculating_are_those_of_the_rules() -> None:
    assert sorted(get_args(incoming.OverTime)) == sorted(["", *TIMES])
    assert sorted(get_args(incoming.OverPlace)) == sorted(["", *PLACES])


@pytest.mark.parametrize(("shape", "model"), PAIRS)
def test_no_text_is_longer_than_its_column(shape: Any, model: type[models.Model]) -> None:
    tried = 0
    properties = shape.model_json_schema()["properties"]
    for field in model._meta.get_fields():
        longest = getattr(field, "max_length", None)
        told = properties.get(field.name, {})
        if longest and told.get("type") == "string" and "maxLength" in told:
            assert told["maxLength"] <= longest, field.name
            tried += 1
    assert tried or model is Plan


def test_a_draft_is_nested_as_it_was_sent() -> None:
    day = "2026-01-01"
    target = {"kind": "quantity", "starts_on": day, "ends_on": day, "value": "3"}
    told = incoming.ComponentIn.model_validate(
        {
            "name": " Tecnología ",
            "objectives": [
                {
                    "text": "x",
                    "projects": [
                        {
                            "name": "p",
                            "responsible": "u",
                            "starts_on": day,
                            "ends_on": day,
                            "indicators": [
                                {
                                    "slug": "s",
                                    "name": "n",
                                    "unit": "u",
                                    "direction": "rise",
                                    "targets": [target],
                                }
                            ],
                        }
                    ],
                }
            ],
        }
    )
    kept = incoming.draft(told)
    indicator = kept.objectives[0].projects[0].indicators[0]
    assert (kept.name, type(indicator.direction), indicator.direction) == (
        "Tecnología",
        str,
        "rise",
    )
    assert indicator.targets[0].starts_on == date(2026, 1, 1)
