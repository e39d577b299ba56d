"""The calendar of a year: what is late, what comes due, what lacks proof."""

from datetime import date

import pytest
from pytest_django import DjangoAssertNumQueries

from sereno.assemblies import actions
from sereno.assemblies.models import Process
from sereno.assemblies.queries import calendar
from sereno.assemblies.rules.drafts import ProofDraft
from sereno.assemblies.rules.process import Standing
from sereno.people.models import Person
from tests.assemblies.conftest import AT


@pytest.fixture
def process(carmen: Person) -> Process:
    actions.load_steps(by=carmen, at=AT)
    return actions.open_process(2025, entity="GAD", calendar="normal", by=carmen, at=AT)


def test_it_warns_of_the_earliest_first(process: Process) -> None:
    drawn = calendar.phases(process, on=date(2026, 4, 20))
    warned = calendar.warnings(drawn)
    assert [phase.number for phase in drawn] == [1, 2, 3, 4]
    assert [step.standing for step in warned[:6]] == [Standing.LATE] * 6
    assert {step.standing for step in warned[6:]} == {Standing.SOON}
    assert warned[0].due_on == date(2026, 3, 31)


def test_a_step_without_working_proof_is_done_and_lacking(
    process: Process, carmen: Person, elena: Person
) -> None:
    record = process.records.get(step__code="equipo")
    day = date(2026, 2, 10)
    actions.tell_step(record, done_on=day, by=carmen, at=AT, today=day)
    link = ProofDraft("Acta", "https://example.org/")
    proof = actions.add_proof(link, step=record, by=carmen, at=AT)
    step = calendar.phases(process, on=day)[0].steps[0]
    assert (step.standing, step.lacks) == (Standing.DONE, True)
    actions.verify_proof(proof, works=True, by=elena, at=AT)
    phase = calendar.phases(process, on=day)[0]
    assert not phase.steps[0].lacks
    assert "equipo" not in phase.missing
    assert len(phase.missing) == 5


def test_a_year_is_drawn_in_a_few_questions(
    process: Process, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(3):
        calendar.phases(process, on=date(2026, 4, 20))


def test_the_calendars_on_offer_are_those_of_the_data(process: Process) -> None:
    assert len(calendar.calendars()) == 4
