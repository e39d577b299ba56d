"""Whether the logbook is whole: every seal follows from the one before it, and so does time."""

from collections.abc import Iterator

from django.db.models import F

from sereno.logbook import queries
from sereno.logbook.events import Audience, known
from sereno.logbook.models import Entry
from sereno.verify.fault import Fault

WHY = {"missing": "falta", "altered": "fue alterada"}


def faults() -> Iterator[Fault]:
    broken = queries.first_break()
    if broken is not None:
        yield Fault(f"La cadena se rompe en la línea {broken.number}", WHY[broken.why])
    for line in backdated():
        yield Fault(
            f"La línea {line.number} ({line.event} {line.subject})",
            f"dice ser anterior a la línea {line.after_id}, de la que sigue",
        )


def backdated() -> Iterator[Entry]:
    """Lines about the accounts that say a time before what they follow: somebody moved a clock."""
    accounts = [name for name, kind in known().items() if kind.audience == Audience.ACCOUNTS]
    return (
        Entry.objects.filter(event__in=accounts, at__lt=F("after__at"))
        .order_by("number")
        .iterator()
    )
