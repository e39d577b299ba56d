"""The account of a year is opened, its steps are told, its phases are closed."""

import csv
from collections.abc import Mapping
from datetime import date, datetime
from pathlib import Path

from django.db import transaction

from sereno.assemblies import events
from sereno.assemblies.actions.proofs import in_open_phase
from sereno.assemblies.actions.refusals import (
    AlreadyOpen,
    NotYet,
    PhaseIsClosed,
    StepsMissing,
    UnknownCalendar,
)
from sereno.assemblies.models import ClosedPhase, Process, ProcessStep, StepRecord
from sereno.assemblies.rules.process import Checked, missing
from sereno.logbook.actions import write
from sereno.people.models import Person
from sereno.plans.models import OrgUnit

STEPS = Path(__file__).parent.parent / "data" / "process.csv"


@transaction.atomic
def load_steps(*, by: Person | None, at: datetime, path: Path = STEPS) -> int:
    """Add the steps of the file that are not there yet; how many. What is there stays as it is."""
    with path.open(encoding="utf-8", newline="") as file:
        rows = [_step(row) for row in csv.DictReader(file)]
    key = ("entity", "calendar", "from_year", "code")
    known = set(ProcessStep.objects.values_list(*key))
    new = [step for step in rows if tuple(getattr(step, name) for name in key) not in known]
    if new:
        made = ProcessStep.objects.bulk_create(new)
        write(events.ProcessLoaded(steps=len(made)), about=made[0], by=by, at=at)
    return len(new)


@transaction.atomic
def open_process(
    year: int,
    *,
    entity: str,
    calendar: str,
    by: Person,
    at: datetime,
    deliberation_on: date | None = None,
) -> Process:
    """Begin the account of a year by the steps in force for it.

    Refuses ``UnknownCalendar`` and ``AlreadyOpen``.
    """
    asked = ProcessStep.objects.filter(entity=entity, calendar=calendar, from_year__lte=year)
    steps = [step for step in asked if step.to_year is None or step.to_year >= year]
    if not steps:
        raise UnknownCalendar(year)
    process, is_new = Process.objects.get_or_create(
        year=year,
        defaults={
            "entity": entity,
            "calendar": calendar,
            "deliberation_on": deliberation_on,
            "opened_at": at,
            "opened_by": by,
        },
    )
    if not is_new:
        raise AlreadyOpen(year)
    StepRecord.objects.bulk_create(StepRecord(process=process, step=step) for step in steps)
    opened = events.ProcessOpened(year=year, entity=entity, calendar=calendar)
    write(opened, about=process, by=by, at=at)
    return process


@transaction.atomic
def date_deliberation(process: Process, day: date, *, by: Person, at: datetime) -> None:
    """Say when the deliberation is, as long as its phase is open: its steps hang on that day."""
    held = Process.objects.select_for_update().get(pk=process.pk)
    hanging = held.records.exclude(step__days_from_deliberation=None)
    phases = hanging.values_list("step__phase", flat=True)
    closed = held.closed_phases.filter(phase__in=list(phases)).first()
    if closed is not None:
        raise PhaseIsClosed(closed.phase)
    Process.objects.filter(pk=held.pk).update(deliberation_on=day)
    process.refresh_from_db()
    dated = events.ProcessDated(deliberation_on=day.isoformat())
    write(dated, about=process, by=by, at=at)


@transaction.atomic
def tell_step(
    record: StepRecord,
    *,
    done_on: date,
    by: Person,
    at: datetime,
    today: date,
    responsible: OrgUnit | None = None,
) -> None:
    """Say that a step was done on a day. Refuses ``NotYet`` and ``PhaseIsClosed``."""
    if done_on > today:
        raise NotYet(done_on)
    in_open_phase(record)
    told = {"done_on": done_on, "told_by": by, "responsible": responsible or record.responsible}
    StepRecord.objects.filter(pk=record.pk).update(**told)
    record.refresh_from_db()
    said = events.StepTold(code=record.step.code, done_on=done_on.isoformat())
    write(said, about=record, by=by, at=at, after=record.process)


@transaction.atomic
def close_phase(process: Process, phase: int, *, by: Person, at: datetime) -> ClosedPhase:
    """Say that a phase is complete.

    Refuses ``StepsMissing``, which names every step that is not done or that no working evidence
    shows, and ``PhaseIsClosed``.
    """
    held = Process.objects.select_for_update().get(pk=process.pk)
    if held.closed_phases.filter(phase=phase).exists():
        raise PhaseIsClosed(phase)
    records = list(held.records.filter(step__phase=phase).select_related("step"))
    checked = [
        Checked(
            record.step.code,
            done=record.done_on is not None,
            working_evidence=record.proofs.filter(verified_at__isnull=False).count(),
        )
        for record in records
    ]
    lacking = missing(checked)
    if lacking or not checked:
        names = {record.step.code: record.step.name for record in records}
        raise StepsMissing(tuple(names[code] for code in lacking))
    closed = ClosedPhase.objects.create(process=held, phase=phase, closed_at=at, closed_by=by)
    write(events.PhaseClosed(phase=phase), about=held, by=by, at=at)
    return closed


def _step(row: Mapping[str, str]) -> ProcessStep:
    def number(name: str) -> int | None:
        return int(row[name]) if row[name] else None

    words = ("entity", "calendar", "phase_name", "code", "name", "record", "source")
    return ProcessStep(
        **{name: row[name] for name in words},
        from_year=int(row["from_year"]),
        to_year=number("to_year"),
        phase=int(row["phase"]),
        position=int(row["position"]),
        due_month=number("due_month"),
        due_day=number("due_day"),
        days_from_deliberation=number("days_from_deliberation"),
    )
