"""Whether every file of evidence is still the one that was put there."""

from collections.abc import Iterator
from hashlib import file_digest

from django.db.models import Model
from django.db.models.fields.files import FieldFile

from sereno.assemblies.models import Proof
from sereno.logbook.models import Entry
from sereno.results.models import Evidence
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, answers, gone, last, told, unsigned

WORDS = {Evidence: "La evidencia", Proof: "El documento"}
EVENTS = {Evidence: "evidence.added", Proof: "proof.added"}


def faults() -> Iterator[Fault]:
    yield from _of(Evidence)
    yield from _of(Proof)


def _of(kind: type[Evidence] | type[Proof]) -> Iterator[Fault]:
    event, word = EVENTS[kind], WORDS[kind]
    lines = told(event)
    for kept in kind._default_manager.order_by("pk"):
        about = lines.pop(subject(kept), [])
        line, what = last(about, event), f"{word} {kept.pk}"
        yield from unsigned(what, Signed("entregada", kept.added_at, kept.added_by_id), line)
        if line and line.data["sha256"] != kept.sha256:
            yield Fault(what, f"su SHA-256 no es el que dice la línea {line.number}")
        if isinstance(kept, Evidence):
            yield from _of_measurement(kept, what, line)
        if kept.file:
            for why in changed(kept.file, kept.sha256):
                yield Fault(what, why)
    yield from gone(word, lines, "la cuenta")


def _of_measurement(kept: Evidence, what: str, line: Entry | None) -> Iterator[Fault]:
    """It belongs to the measurement it was given for, and the public sees the copy of it."""
    if line and answers(line) != f"measurement:{kept.measurement_id}":
        yield Fault(what, f"no es de la medición que dice la línea {line.number}")
    if line and line.data.get("public", "") != kept.public_sha256:
        yield Fault(what, f"su copia pública no es la que dice la línea {line.number}")
    if kept.public_file:
        for why in changed(kept.public_file, kept.public_sha256):
            yield Fault(what, why)


def subject(kept: Model) -> str:
    return f"{kept._meta.model_name}:{kept.pk}"


def changed(file: FieldFile, sha256: str) -> Iterator[str]:
    name = file.name or ""
    if not file.storage.exists(name):
        yield f"falta su archivo {name}"
        return
    with file.storage.open(name) as content:
        if file_digest(content, "sha256").hexdigest() != sha256:
            yield f"su archivo {name} no es el que se entregó"
