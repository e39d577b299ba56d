"""The target of a row is the one its words promise, typed by the reader or by a correction."""

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from sereno.documents.rules.goals import Goal, NoGoal, Unfit, goal_of
from sereno.plans.rules import TargetDraft

STARTS, ENDS = date(2025, 1, 1), date(2027, 12, 31)


def field(text: str, value: Any = None, **more: Any) -> dict[str, Any]:
    return {"text": text, "value": value, "unit": "", "source": [], "confidence": 1, **more}


def goal(**fields: dict[str, Any]) -> Goal:
    fields.setdefault("activity", field("Talleres"))
    return goal_of(fields, title="", starts_on=STARTS, ends_on=ENDS)


def promised(value: Any, text: str = "la meta") -> TargetDraft:
    (indicator,) = goal(target=field(text, value)).project.indicators
    return indicator.targets[0]


def number(text: str) -> dict[str, str]:
    return {"decimal": text}


@pytest.mark.parametrize(
    ("value", "kind", "amount"),
    [
        ({"kind": "quantity", "value": number("12.5")}, "quantity", Decimal("12.5")),
        ({"kind": "share", "value": number("30"), "of": "colegios"}, "share", Decimal(30)),
        ({"kind": "milestone", "what": "ordenanza"}, "milestone", None),
        ({"kind": "qualitative", "what": "mejorar"}, "milestone", None),
    ],
)
def test_what_the_reader_typed_stands(value: Any, kind: str, amount: Decimal | None) -> None:
    target = promised(value)
    assert (target.kind, target.value) == (kind, amount)
    assert target.source_words == "la meta"


def test_how_it_is_worked_out_is_the_definition_of_the_indicator() -> None:
    typed = field("60 %", {"kind": "share", "value": number("60"), "of": "barrios"})
    formula = field("Barrios con alarma / barrios * 100")
    (indicator,) = goal(target=typed, definition=formula, note=field("Otra")).project.indicators
    assert indicator.definition == "Barrios con alarma / barrios * 100"


def test_a_range_has_two_bounds_and_a_rhythm_its_days() -> None:
    both = promised({"kind": "quantity", "from": number("5"), "to": number("8")})
    assert (both.value, both.high) == (Decimal(5), Decimal(8))
    twice = {"kind": "frequency", "times": number("2"), "every": number("1"), "period": "month"}
    assert promised(twice).every_days == 15


def test_a_target_refused_by_name_is_no_target_until_it_is_corrected() -> None:
    refused = {"kind": "refused", "code": "several-quantities"}
    with pytest.raises(NoGoal) as problem:
        promised(refused, "3 o 4 parques")
    assert problem.value.why is Unfit.NOT_MEASURABLE
    corrected = field("3 o 4 parques", refused, corrected="4 parques")
    (indicator,) = goal(target=corrected).project.indicators
    assert (indicator.targets[0].value, indicator.unit) == (Decimal(4), "parques")


def test_what_is_declared_absent_promises_nothing() -> None:
    absent = field("NO APLICA", {"kind": "absent", "absence": "not-applicable"})
    assert goal(target=absent).project.indicators == ()


def test_each_year_that_has_a_column_has_a_target() -> None:
    yearly = goal(target_2025=field("10 talleres"), target_2026=field("20 talleres"))
    (indicator,) = yearly.project.indicators
    told = [(one.starts_on.year, one.ends_on.year, str(one.value)) for one in indicator.targets]
    assert told == [(2025, 2025, "10"), (2026, 2026, "20")]


def test_years_outside_the_plan_are_refused_by_name() -> None:
    with pytest.raises(NoGoal) as problem:
        goal(target=field("4 talleres"), years=field("2029"))
    assert problem.value.why is Unfit.OUTSIDE_THE_PLAN


def test_a_row_that_does_nothing_is_no_goal() -> None:
    with pytest.raises(NoGoal) as problem:
        goal_of({"target": field("4")}, title="", starts_on=STARTS, ends_on=ENDS)
    assert problem.value.why is Unfit.NOTHING_DONE


def test_a_target_that_says_where_it_starts_gives_the_indicator_its_baseline() -> None:
    typed = {"kind": "quantity", "value": number("20"), "baseline": number("30")}
    (indicator,) = goal(target=field("de 30 a 20", typed)).project.indicators
    assert indicator.baseline == Decimal(30)
    corrected = field("de 30 a 20", typed, corrected="20 incendios")
    (indicator,) = goal(target=corrected).project.indicators
    assert indicator.baseline is None


def test_a_row_whose_document_gives_no_target_enters_without_an_indicator() -> None:
    untold = field("", {"kind": "refused", "code": "no-target"})
    assert goal(target=untold, indicator=field("Porcentaje")).project.indicators == ()
