"""How the account of a year stands, phase by phase, as whoever controls it would look at it."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext_lazy as _

from sereno.assemblies.models import Process, StepRecord
from sereno.reports.queries.words import Words
from sereno.reports.rules.phases import Lacking, Told, Why, lacking

WHY: dict[Why, Words] = {
    Why.NOT_DONE: _("todavía no consta que se hizo"),
    Why.NO_PROOF: _("no tiene prueba: suba el registro o ponga su enlace"),
    Why.BROKEN: _("su prueba no sirve: otra persona la abrió y no encontró lo que dice"),
    Why.NOT_OPENED: _("nadie más ha abierto su prueba: pida a otra persona que la abra"),
}
SHOWN = 2


@dataclass(frozen=True)
class Phase:
    """A phase with the steps that would not count; ``is_closed`` once it was said complete."""

    number: int
    name: str
    steps: int
    lacking: tuple[Lacking, ...]
    is_closed: bool

    @property
    def counted(self) -> int:
        return self.steps - len(self.lacking)


@dataclass(frozen=True)
class Account:
    """The account of a year. It counts as fulfilled only where every step of every phase does."""

    year: int
    phases: tuple[Phase, ...]

    @property
    def lacking(self) -> tuple[Lacking, ...]:
        return tuple(each for phase in self.phases for each in phase.lacking)

    @property
    def is_fulfilled(self) -> bool:
        return bool(self.phases) and not self.lacking


def of_year(year: int, *, on: date) -> Account | None:
    """Nothing where nobody opened the process of that year."""
    process = Process.objects.filter(year=year).first()
    return _account(process, on=on) if process else None


def newest(*, on: date) -> list[Account]:
    return [_account(process, on=on) for process in Process.objects.order_by("-year")[:SHOWN]]


def why(found: Lacking) -> str:
    """``Acta de sugerencias: todavía no consta que se hizo``."""
    return f"{found.step.name}: {WHY[found.why]}"


def _account(process: Process, *, on: date) -> Account:
    records = process.records.select_related("step").prefetch_related("proofs")
    steps: dict[int, list[Told]] = {}
    names: dict[int, str] = {}
    for record in records.order_by("step__phase", "step__position"):
        record.process = process
        names[record.step.phase] = record.step.phase_name
        steps.setdefault(record.step.phase, []).append(_told(record))
    closed = set(process.closed_phases.values_list("phase", flat=True))
    return Account(
        process.year,
        tuple(
            Phase(number, names[number], len(told), lacking(told, on=on), number in closed)
            for number, told in sorted(steps.items())
        ),
    )


def _told(record: StepRecord) -> Told:
    works = tuple(
        True if proof.verified_at else False if proof.rejected_at else None
        for proof in record.proofs.all()
    )
    step = record.step
    return Told(record.pk, step.phase, step.name, record.done_on, record.due_on, works)
