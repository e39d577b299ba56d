"""Months of an operating plan become shares or money, and what adds to nothing is refused."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sereno.documents.rules.goals import NoGoal, Unfit, goal_of
from sereno.documents.rules.months import Unprogrammed, of_a_hundred, programming_of
from sereno.plans.rules import Programming, misprogrammed

STARTS, ENDS = date(2026, 1, 1), date(2026, 12, 31)


def row(months: dict[int, str], **more: str) -> dict[str, dict[str, Any]]:
    said = {f"month_{month}": text for month, text in months.items()} | more
    return {name: {"text": text, "value": None, "source": []} for name, text in said.items()}


def read(months: dict[int, str], **more: str) -> Programming:
    said = programming_of(row(months, **more), STARTS, ENDS)
    assert misprogrammed(said, plan_starts_on=STARTS, plan_ends_on=ENDS) is None
    return said


def months(**parts: str) -> tuple[Decimal, ...]:
    return tuple(Decimal(parts.get(f"m{month}", "0")) for month in range(1, 13))


@pytest.mark.parametrize(
    ("said", "more", "shares"),
    [
        ({3: "20%", 4: "30%", 6: "50%"}, {}, months(m3="20", m4="30", m6="50")),
        ({3: "0,25", 4: "0,75"}, {}, months(m3="25", m4="75")),
        ({3: "2", 4: "-", 9: "6"}, {"target": "8"}, months(m3="25", m9="75")),
        ({2: "x", 3: "X", 5: "✓"}, {}, months(m2="33.34", m3="33.33", m5="33.33")),
    ],
)
def test_shares_of_a_hundred_of_one_or_of_the_target_and_marks(
    said: dict[int, str], more: dict[str, str], shares: tuple[Decimal, ...]
) -> None:
    assert read(said, **more).shares == shares


def test_the_days_are_those_of_the_months_that_are_used() -> None:
    said = read({2: "50", 9: "50"}, budget="1.200,50")
    assert (said.starts_on, said.ends_on) == (date(2026, 2, 1), date(2026, 9, 30))
    assert (said.cost, said.spending) == (Decimal("1200.50"), ())


def test_months_that_add_to_the_budget_are_money() -> None:
    said = read({5: "400", 6: "800,50"}, budget="1.200,50")
    assert said.spending == months(m5="400", m6="800.50")
    assert said.shares == ()


def test_a_quarter_is_due_at_its_end() -> None:
    said = programming_of(row({}, quarter_1="40", quarter_4="60"), STARTS, ENDS)
    assert said.shares == months(m3="40", m12="60")


@pytest.mark.parametrize(
    ("said", "words"),
    [({1: "50", 2: "46"}, "96"), ({1: "0,96"}, "0.96"), ({1: "pronto"}, "pronto")],
)
def test_months_that_add_to_nothing_are_refused_with_what_they_say(
    said: dict[int, str], words: str
) -> None:
    with pytest.raises(Unprogrammed) as refused:
        programming_of(row(said), STARTS, ENDS)
    assert refused.value.text == words
    fields = row(said, activity="Talleres")
    with pytest.raises(NoGoal) as no_goal:
        goal_of(fields, title="", starts_on=STARTS, ends_on=ENDS)
    assert no_goal.value == NoGoal(Unfit.NOT_PROGRAMMED, words)


def test_an_activity_stands_under_the_project_it_belongs_to() -> None:
    fields = row({4: "100"}, project="Alarmas", activity="Instalar", responsible="Soporte")
    goal = goal_of(fields, title="", starts_on=STARTS, ends_on=ENDS)
    (task,) = goal.project.tasks
    assert (goal.project.name, task.name, task.responsible) == ("Alarmas", "Instalar", "Soporte")
    assert task.programming.shares == months(m4="100")
    bare = goal_of(row({}, activity="Talleres"), title="", starts_on=STARTS, ends_on=ENDS)
    assert bare.project.tasks == ()


def test_nothing_is_lost_to_rounding() -> None:
    parts = of_a_hundred(tuple(Decimal(part) for part in (1,) * 7 + (0,) * 5))
    assert sum(parts) == 100
    assert max(parts) - min(part for part in parts if part) == Decimal("0.01")
