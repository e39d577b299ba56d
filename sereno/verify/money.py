"""Whether the statements of the budget are those that were taken, and closed months stay closed."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import datetime

from sereno.logbook.models import Entry
from sereno.plans.budget.actions.seal import seal_of
from sereno.plans.budget.models import Month, Snapshot
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, answers, last, told, unsigned

TAKEN, AGREED, CLOSED = "budget.statement_taken", "budget.correction_agreed", "budget.month_closed"
WITHDRAWN = "budget.snapshot_withdrawn"


def faults() -> Iterator[Fault]:
    about_months = told(TAKEN, CLOSED, WITHDRAWN)
    told_of = _statements(about_months)
    for month in Month.objects.order_by("pk"):
        what = f"El presupuesto de {month}"
        closed = last(about_months.get(f"month:{month.pk}", []), CLOSED)
        yield from unsigned(what, Signed("cerrado", month.closed_at, month.closed_by_id), closed)
        taken: dict[datetime, list[Snapshot]] = defaultdict(list)
        newest: dict[int, Snapshot] = {}
        withdrawn = {
            (line.data["code"], line.at)
            for line in about_months.get(f"month:{month.pk}", [])
            if line.event == WITHDRAWN
        }
        for snapshot in month.snapshots.select_related("line").order_by("taken_at", "pk"):
            taken[snapshot.taken_at].append(snapshot)
            before = newest.get(snapshot.line_id)
            if before and not (
                before.replaced_at == snapshot.taken_at or _is_gone(before, withdrawn)
            ):
                yield Fault(what, f"no consta cuándo se reemplazó la partida {snapshot.line.code}")
            newest[snapshot.line_id] = snapshot
        for snapshot in newest.values():
            if snapshot.replaced_at is not None and not _is_gone(snapshot, withdrawn):
                yield Fault(what, f"la partida {snapshot.line.code} quedó sin cifra vigente")
        yield from _compared(what, taken, told_of.pop(month.pk, {}))
    for pk, statements in told_of.items():
        for line in statements.values():
            yield Fault(f"El mes {pk}", f"la línea {line.number} lo cuenta y ya no está")


def _is_gone(snapshot: Snapshot, withdrawn: set[tuple[str, datetime]]) -> bool:
    """Whether a line of the logbook says that the figure was taken back at that moment."""
    return (snapshot.line.code, snapshot.replaced_at) in withdrawn


def _statements(about_months: dict[str, list[Entry]]) -> dict[int, dict[datetime, Entry]]:
    """The line of every statement and correction, by the month and the moment it was kept."""
    found: dict[int, dict[datetime, Entry]] = defaultdict(dict)
    for subject, lines in about_months.items():
        for line in lines:
            if line.event == TAKEN:
                found[_number(subject)][line.at] = line
    for lines in told(AGREED).values():
        for line in lines:
            found[_number(answers(line))][line.at] = line
    return found


def _compared(
    what: str, taken: dict[datetime, list[Snapshot]], lines: dict[datetime, Entry]
) -> Iterator[Fault]:
    for at, snapshots in taken.items():
        line = lines.pop(at, None)
        if line is None:
            yield Fault(what, f"ninguna línea cuenta lo que se guardó el {at:%Y-%m-%d %H:%M}")
        elif line.data["kept"] != len(snapshots) or (
            line.data.get("seal", "") not in {"", seal_of(snapshots)}
        ):
            yield Fault(what, f"sus sumas no son las que se guardaron en la línea {line.number}")
    for line in lines.values():
        yield Fault(what, f"falta lo que se guardó en la línea {line.number}")


def _number(subject: str) -> int:
    return int(subject.partition(":")[2] or 0)
