"""A file accepted from the command line: kept, read and taken in without anyone looking first."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sereno.documents import actions, watch
from sereno.documents.models import Document
from sereno.documents.readers.formats import MOST_BYTES, megabytes
from sereno.documents.readers.refusals import Unreadable
from sereno.documents.views.refusals import said
from sereno.people.models import Person
from sereno.people.rules import may
from sereno.plans.models import Plan


class CannotAccept(Exception):
    """Something the person at the keyboard can mend; the text says how."""


@dataclass(frozen=True)
class Order:
    """Who accepts, into which plan, and for which year and month a statement is."""

    by: str
    plan: str = ""
    year: int | None = None
    month: int | None = None


def accept_file(path: Path, order: Order, *, kind: str, at: datetime) -> str:
    """What became of it, in a sentence; the same file twice changes nothing."""
    person = Person.objects.filter(username=order.by, is_active=True).first()
    if person is None:
        raise CannotAccept(f"no hay nadie activo con el usuario {order.by!r}: revise --by")
    plan = Plan.objects.filter(slug=order.plan).first() if order.plan else None
    if order.plan and plan is None:
        raise CannotAccept(f"no hay un plan {order.plan!r}: revise --plan")
    if not may(person.roles(), "document.accept"):
        raise CannotAccept(f"{order.by} no puede aceptar documentos: pídalo a quien planifica")
    size = path.stat().st_size
    if size > MOST_BYTES:
        refusal = Unreadable("too-large", size=megabytes(size), most=megabytes(MOST_BYTES))
        raise CannotAccept(f"{path.name}: {refusal.says}")
    try:
        document = actions.keep(
            path.name, path.read_bytes(), kind=kind, begun=True, by=person, at=at
        )
    except actions.AlreadyKept:
        return f"{path.name}: ya estaba guardado y nada cambió. Revíselo en la página."
    watch.read_now(document)
    document.refresh_from_db()
    if document.state == Document.State.REFUSED:
        raise CannotAccept(f"{path.name}: {document.says}")
    actions.direct(
        document, plan=plan, year=order.year, month=order.month, corrects=None, by=person, at=at
    )
    rows = [item for item in document.items.all() if item.repeats is None]
    done = actions.accept(document, rows, say=said, by=person, at=at, unreviewed=True)
    return (
        f"{path.name}: entraron {done.accepted} filas sin revisar y {done.rejected} quedaron "
        "fuera. Revíselas en la página."
    )
