"""Whether the logbook is whole: every seal follows from the one before it."""

from collections.abc import Iterator

from sereno.logbook import queries
from sereno.verify.fault import Fault

WHY = {"missing": "falta", "altered": "fue alterada"}


def faults() -> Iterator[Fault]:
    broken = queries.first_break()
    if broken is not None:
        yield Fault(f"La cadena se rompe en la línea {broken.number}", WHY[broken.why])
