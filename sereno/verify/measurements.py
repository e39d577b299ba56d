"""Whether every measurement is what was measured and signed: sheet, number, people and times."""

from collections.abc import Iterator
from decimal import Decimal

from django.utils import timezone

from sereno.logbook.models import Entry
from sereno.results.models import Measurement
from sereno.results.rules import rows
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, answers, gone, last, told, unsigned

MEASURED = "target.measured"
DECIDED = ("measurement.reviewed", "measurement.approved", "measurement.returned")


def faults() -> Iterator[Fault]:
    lines = told(MEASURED, *DECIDED)
    for measurement in Measurement.objects.order_by("pk").iterator(chunk_size=200):
        about = lines.pop(f"measurement:{measurement.pk}", [])
        what = f"La medición {measurement.pk}"
        for why in _worked_out(measurement):
            yield Fault(what, why)
        yield from _measured(what, measurement, last(about, MEASURED))
        yield from _decided(what, measurement, about)
    yield from gone("La medición", lines, "la cuenta")


def _worked_out(measurement: Measurement) -> Iterator[str]:
    """The seal and the number, worked out again from nothing but the worksheet."""
    if not measurement.is_whole():
        yield "su hoja o su valor no son los que se sellaron"
        return
    try:
        found = rows.recompute(measurement.worksheet)
    except rows.BadSheet as problem:
        yield f"su hoja no se puede volver a calcular ({problem})"
        return
    kept = (measurement.value, measurement.numerator, measurement.denominator)
    again = (found.value, found.numerator, found.denominator)
    if [_fine(one) for one in kept] != [_fine(one) for one in again]:
        yield "sus partes no son las que resultan de su hoja"
    head, _ = rows.read(measurement.worksheet)
    period = {
        "meta": f"target:{measurement.target_id}",
        "desde": timezone.localtime(measurement.starts_at).isoformat(),
        "hasta antes de": timezone.localtime(measurement.ends_at).isoformat(),
    }
    for name, said in period.items():
        if head.get(name) != said:
            yield f"su hoja dice «{name}: {head.get(name, '')}» y la medición «{said}»"


def _measured(what: str, measurement: Measurement, line: Entry | None) -> Iterator[Fault]:
    signed = Signed("medida", measurement.measured_at, measurement.measured_by_id)
    yield from unsigned(what, signed, line)
    if line is None:
        return
    value = measurement.value
    said = measurement.absence if value is None else rows.plain(value)
    if line.data["seal"] != measurement.seal or line.data["value"] != said:
        yield Fault(what, f"su valor o su sello no son los que dice la línea {line.number}")
    if answers(line) != f"target:{measurement.target_id}":
        yield Fault(what, f"no es de la meta que dice la línea {line.number}")
    if measurement.as_of_entry >= line.number:
        yield Fault(what, f"dice haberse tomado después de su propia línea {line.number}")


def _decided(what: str, measurement: Measurement, about: list[Entry]) -> Iterator[Fault]:
    one = measurement
    for event, signed in (
        ("measurement.reviewed", Signed("revisada", one.reviewed_at, one.reviewed_by_id)),
        ("measurement.approved", Signed("aprobada", one.approved_at, one.approved_by_id)),
        ("measurement.returned", Signed("devuelta", one.returned_at, one.returned_by_id)),
    ):
        yield from unsigned(what, signed, last(about, event))


def _fine(value: Decimal | None) -> Decimal | None:
    return None if value is None else rows.fine(value)
