"""The process of a year: loaded from data, told with proof, closed only when it is whole."""

import csv
from datetime import date

import pytest

from sereno.assemblies import actions
from sereno.assemblies.actions.process import STEPS
from sereno.assemblies.models import Process, ProcessStep, StepRecord
from sereno.assemblies.rules.drafts import ProofDraft
from sereno.people.models import Person
from tests.assemblies.conftest import AT, TODAY

ENTITY = "entidad vinculada a un GAD"


@pytest.fixture
def process(carmen: Person) -> Process:
    actions.load_steps(by=carmen, at=AT)
    return actions.open_process(
        2025,
        entity=ENTITY,
        calendar="normal",
        deliberation_on=date(2026, 5, 15),
        by=carmen,
        at=AT,
    )


def first_phase(process: Process) -> list[StepRecord]:
    return list(process.records.filter(step__phase=1))


def done(record: StepRecord, by: Person, opened_by: Person | None) -> None:
    actions.tell_step(record, done_on=TODAY, by=by, at=AT, today=TODAY)
    link = ProofDraft("Acta", "https://example.org/acta")
    proof = actions.add_proof(link, step=record, by=by, at=AT)
    if opened_by:
        actions.verify_proof(proof, works=True, by=opened_by, at=AT)


def test_every_step_of_the_file_cites_where_it_comes_from(carmen: Person) -> None:
    with STEPS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert actions.load_steps(by=carmen, at=AT) == len(rows) == 80
    assert all(row["source"] and row["record"] for row in rows)
    assert max(len(row["source"]) for row in rows) <= 300
    assert actions.load_steps(by=carmen, at=AT) == 0


def test_the_two_calendars_differ_in_their_days(carmen: Person) -> None:
    actions.load_steps(by=carmen, at=AT)
    months = ProcessStep.objects.filter(entity="GAD", code="equipo").values_list(
        "calendar", "due_month"
    )
    assert dict(months) == {"normal": 3, "año electoral": 2}


def test_a_year_is_opened_once_and_by_steps_in_force(process: Process, carmen: Person) -> None:
    assert process.records.count() == 20
    named = {"entity": ENTITY, "by": carmen, "at": AT}
    with pytest.raises(actions.AlreadyOpen):
        actions.open_process(2025, calendar="normal", **named)  # type: ignore[arg-type]
    with pytest.raises(actions.UnknownCalendar):
        actions.open_process(2012, calendar="normal", **named)  # type: ignore[arg-type]


def test_a_step_hangs_on_the_day_of_the_deliberation(process: Process, carmen: Person) -> None:
    record = process.records.get(step__code="convocatoria")
    assert record.due_on == date(2026, 4, 30)
    actions.date_deliberation(process, date(2026, 5, 29), by=carmen, at=AT)
    assert process.records.get(step__code="convocatoria").due_on == date(2026, 5, 14)


def test_a_phase_names_every_step_that_it_lacks(
    process: Process, carmen: Person, elena: Person
) -> None:
    first, second, *others = first_phase(process)
    for record in others:
        done(record, carmen, elena)
    done(second, carmen, None)
    with pytest.raises(actions.StepsMissing) as refused:
        actions.close_phase(process, 1, by=carmen, at=AT)
    assert refused.value.names == (first.step.name, second.step.name)
    assert not process.closed_phases.exists()


def test_a_whole_phase_is_closed_and_stays_as_it_is(
    process: Process, carmen: Person, elena: Person
) -> None:
    for record in first_phase(process):
        done(record, carmen, elena)
    actions.close_phase(process, 1, by=carmen, at=AT)
    record = first_phase(process)[0]
    with pytest.raises(actions.PhaseIsClosed):
        actions.close_phase(process, 1, by=carmen, at=AT)
    with pytest.raises(actions.PhaseIsClosed):
        actions.tell_step(record, done_on=TODAY, by=carmen, at=AT, today=TODAY)
    with pytest.raises(actions.PhaseIsClosed):
        actions.add_proof(ProofDraft("x", "https://example.org/"), step=record, by=carmen, at=AT)
    actions.date_deliberation(process, date(2026, 5, 30), by=carmen, at=AT)


def test_a_phase_nobody_knows_is_not_complete(process: Process, carmen: Person) -> None:
    with pytest.raises(actions.StepsMissing):
        actions.close_phase(process, 9, by=carmen, at=AT)


def test_a_step_is_not_done_in_the_future(process: Process, carmen: Person) -> None:
    record = first_phase(process)[0]
    with pytest.raises(actions.NotYet):
        actions.tell_step(record, done_on=date(2026, 5, 21), by=carmen, at=AT, today=TODAY)
