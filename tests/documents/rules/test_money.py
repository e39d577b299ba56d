"""Amounts without a code are money all the same, by the name of what they pay for."""

from typing import Any

import pytest

from sereno.documents.rules.doubts import doubts_of
from sereno.documents.rules.money import asked_of, code_of, line_of
from sereno.documents.rules.rows import Belongs, belongs


def fields(**texts: str) -> dict[str, dict[str, Any]]:
    return {name: {"text": text, "value": text, "source": []} for name, text in texts.items()}


REPORTED = fields(programme="Plazas seguras", codified="5.500,00", accrued="4.884,15")


def test_a_programme_with_amounts_is_money_with_a_doubt_and_asks_for_the_rest() -> None:
    assert belongs(REPORTED, "management_report") is Belongs.MONEY
    doubts = doubts_of(REPORTED, repeats=None, findings=[])
    assert doubts == [{"field": "", "why": "no-code"}]
    assert asked_of(REPORTED) == ["code", "initial", "committed", "paid"]


def test_its_provisional_code_is_the_same_each_month_and_another_for_another_name() -> None:
    again = fields(programme="PLAZAS  SEGURAS", codified="6.000,00")
    other = fields(programme="Plazas limpias", codified="6.000,00")
    assert code_of(REPORTED) == code_of(again)
    assert code_of(REPORTED).startswith("SC-")
    assert code_of(other) != code_of(REPORTED)
    assert line_of(REPORTED)[1] == "Plazas seguras"


def test_a_code_that_somebody_writes_stands() -> None:
    told = REPORTED | {"code": {"text": "", "corrected": "730606.01", "source": []}}
    assert (code_of(told), asked_of(told)) == ("730606.01", [])
    assert doubts_of(told, repeats=None, findings=[]) == []


@pytest.mark.parametrize(
    "told",
    [
        fields(description="TOTAL", codified="10", accrued="5"),
        fields(project="Rondas", indicator="Rondas hechas", codified="10"),
        fields(programme="Rondas"),
        fields(project="Rondas", budget="10"),
    ],
)
def test_totals_goals_and_names_alone_are_no_money(told: dict[str, dict[str, Any]]) -> None:
    assert belongs(told, "management_report") is not Belongs.MONEY
    assert asked_of(told) == []


@pytest.mark.parametrize("name", ["Subtotal programa 1", "TOTAL"])
def test_a_row_that_adds_up_others_becomes_no_money_and_no_goal(name: str) -> None:
    total = fields(description=name, codified="5.500,00", programme="Plazas seguras")
    assert belongs(total, "budget_statement") is Belongs.NOTHING
    assert doubts_of(total, repeats=None, findings=[]) == []
    task = fields(activity=name, budget="5.500,00", objective="Plazas seguras")
    assert belongs(task, "operating_plan") is Belongs.NOTHING
