"""A figure is walked back to the first signal, and whatever was changed on the way shows."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from pytest_django import DjangoAssertNumQueries

from sereno.logbook.actions import subject_of
from sereno.logbook.models import Entry
from sereno.plans.models import Target
from sereno.reports import actions
from sereno.reports.models import Figure
from sereno.reports.queries.trace import Check, Trace, case, find, trace
from sereno.results.models import Measurement
from sereno.territory.models import Parish
from tests.reports.conftest import MORNING, Council
from tests.reports.story import answered

Measured = Callable[..., Measurement]
TODAY = date(2026, 11, 20)


def walked(figure: Figure) -> Trace:
    found = find(figure.slug)
    assert found is not None
    return trace(found, on=TODAY)


@pytest.fixture
def figure(council: Council, measured: Measured) -> Figure:
    return actions.publish(measured(), by=council.marta, at=MORNING)


def test_a_figure_leads_to_its_promise_its_sheet_and_its_plan(figure: Figure) -> None:
    found = walked(figure)
    assert found.intact
    assert [row.record for row in found.rows] == ["incident:1", "incident:2", "incident:3"]
    assert found.target.source_words == "mediana de 8 minutos"
    assert found.target.indicator.project.objective.component.plan.title == "Plan operativo 2026"
    assert found.line is not None
    assert found.line.event == "figure.published"


def test_a_record_leads_to_the_first_signal(council: Council, figure: Figure) -> None:
    answered(2, by=subject_of(council.carmen))
    found = case(walked(figure), "incident:2")
    assert found is not None
    assert [step.entry.event for step in found.steps] == [
        "signal.kept",
        "alert.raised",
        "alert.acknowledged",
        "incident.opened",
        "incident.unit_sent",
        "incident.unit_arrived",
        "incident.closed",
    ]
    assert found.value == 7
    assert all(step.author is None for step in found.steps)


def test_an_auditor_sees_who_did_each_step(council: Council, figure: Figure) -> None:
    answered(2, by=subject_of(council.carmen))
    found = case(walked(figure), "incident:2", with_authors=True)
    assert found is not None
    assert {step.author for step in found.steps} == {None, council.carmen}


def test_a_record_that_was_not_counted_is_not_opened(council: Council, figure: Figure) -> None:
    answered(9, by=subject_of(council.carmen))
    assert case(walked(figure), "incident:9") is None


def tamper(figure: Figure, **changed: object) -> Trace:
    """Somebody with the database in hand, past every action."""
    Measurement.objects.filter(pk=figure.measurement_id).update(**changed)
    return walked(figure)


@pytest.mark.parametrize(
    ("what", "broken"),
    [
        ("row", {Check.SEAL, Check.FORMULA}),
        ("value", {Check.SEAL, Check.FORMULA, Check.PRINTED}),
        ("seal", {Check.SEAL, Check.LOGBOOK}),
        ("no sheet at all", {Check.SEAL, Check.FORMULA}),
    ],
)
def test_what_was_changed_in_the_database_shows(
    figure: Figure, what: str, broken: set[Check]
) -> None:
    sheet = figure.measurement.worksheet
    changes: dict[str, dict[str, object]] = {
        "row": {"worksheet": sheet.replace("incident:2,7", "incident:2,6.5")},
        "value": {"value": Decimal("6.5")},
        "seal": {"seal": "0" * 64},
        "no sheet at all": {"worksheet": "esto no es una hoja"},
    }
    found = tamper(figure, **changes[what])
    assert {check for check, holds in found.checks.items() if not holds} == broken
    assert not found.intact


def test_a_printed_value_changed_by_hand_shows(figure: Figure) -> None:
    Figure.objects.filter(pk=figure.pk).update(printed_value="3,0\u00a0min")
    found = walked(figure)
    assert not found.checks[Check.PRINTED]
    assert not found.checks[Check.LOGBOOK]


def test_a_figure_without_its_line_is_not_intact(figure: Figure) -> None:
    Entry.objects.filter(subject=subject_of(figure)).update(event="figure.forgotten")
    assert not walked(figure).checks[Check.LOGBOOK]


def of_parish(council: Council, name: str) -> Target:
    parish = Parish.objects.create(canton=council.parish.canton, name=name, kind="rural")
    return Target.objects.create(
        indicator=council.indicator,
        kind="quantity",
        value=Decimal(8),
        parish=parish,
        starts_on=date(2026, 1, 1),
        ends_on=date(2026, 12, 31),
    )


def minutes(first: int, count: int) -> dict[str, str]:
    return {f"incident:{number}": "7" for number in range(first, first + count)}


def test_a_parish_with_few_cases_keeps_its_number_and_rows_to_itself(
    council: Council, measured: Measured
) -> None:
    measurements = [
        measured(minutes(1, 3), target=of_parish(council, "Gualel")),
        measured(minutes(10, 6), target=of_parish(council, "Jimbilla")),
        measured(minutes(20, 30), target=of_parish(council, "Malacatos")),
    ]
    few, next_one, many = actions.publish_all(measurements, by=council.marta, at=MORNING)
    assert walked(few).cell == "small"
    assert walked(next_one).cell == "kept-back"
    assert walked(many).is_shown
    answered(1, by="")
    assert case(walked(few), "incident:1") is None


def test_the_whole_canton_is_always_told(figure: Figure) -> None:
    assert len(walked(figure).rows) < 5
    assert walked(figure).is_shown


def test_the_walk_does_not_ask_more_for_more_rows(
    council: Council, measured: Measured, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    figure = actions.publish(measured(minutes(1, 800)), by=council.marta, at=MORNING)
    with django_assert_num_queries(3):
        assert len(walked(figure).rows) == 800
