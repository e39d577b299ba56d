"""The process of a year as a calendar: phases, steps, how each stands, what it still lacks."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Prefetch

from sereno.assemblies.models import Process, ProcessStep, Proof, StepRecord
from sereno.assemblies.rules.process import Checked, Standing, missing, standing


@dataclass(frozen=True)
class Step:
    record: StepRecord
    due_on: date | None
    standing: Standing
    proofs: tuple[Proof, ...]
    lacks: bool  # done, but nothing that works shows it


@dataclass(frozen=True)
class Phase:
    number: int
    name: str
    steps: tuple[Step, ...]
    closed: bool
    missing: tuple[str, ...]

    @property
    def done(self) -> int:
        return sum(step.record.done_on is not None for step in self.steps)


def phases(process: Process, *, on: date) -> list[Phase]:
    records = (
        process.records.select_related("step", "responsible")
        .prefetch_related(Prefetch("proofs", Proof.objects.select_related("added_by")))
        .order_by("step__phase", "step__position")
    )
    closed = set(process.closed_phases.values_list("phase", flat=True))
    found: dict[int, list[Step]] = {}
    names: dict[int, str] = {}
    for record in records:
        record.process = process
        found.setdefault(record.step.phase, []).append(_step(record, on=on))
        names[record.step.phase] = record.step.phase_name
    return [
        Phase(
            number,
            names[number],
            tuple(steps),
            closed=number in closed,
            missing=missing(_checked(step) for step in steps),
        )
        for number, steps in sorted(found.items())
    ]


def warnings(drawn: list[Phase]) -> list[Step]:
    """What is late, and what soon will be: the earliest day first."""
    urgent = {Standing.LATE, Standing.SOON}
    steps = [step for phase in drawn for step in phase.steps if step.standing in urgent]
    return sorted(steps, key=lambda step: (step.due_on or date.max, step.record.pk))


def calendars() -> list[tuple[str, str]]:
    """The kinds of entity and calendars that steps are known for."""
    pairs = ProcessStep.objects.order_by("entity", "calendar").values_list("entity", "calendar")
    return list(pairs.distinct())


def _step(record: StepRecord, *, on: date) -> Step:
    proofs = tuple(record.proofs.all())
    done_on, due = record.done_on, record.due_on
    works = any(proof.verified_at for proof in proofs)
    stands = standing(due, done_on=done_on, on=on)
    return Step(record, due, stands, proofs, lacks=done_on is not None and not works)


def _checked(step: Step) -> Checked:
    done = step.record.done_on is not None
    return Checked(step.record.step.code, done=done, working_evidence=int(done and not step.lacks))
