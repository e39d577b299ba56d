"""Whether every edition is what was frozen, signed and published, and by whom."""

from collections.abc import Iterator

from sereno.logbook.models import Entry
from sereno.reports.models import Edition, SignedCopy, WordTemplate
from sereno.reports.rules.document import NotADocument
from sereno.verify.evidence import changed
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, gone, last, told, unsigned

PREPARED, PUBLISHED = "edition.prepared", "edition.published"
RETURNED, SIGNED = "edition.returned", "edition.signed"


def faults() -> Iterator[Fault]:
    lines = told(PREPARED, PUBLISHED, RETURNED, SIGNED)
    templates = set(WordTemplate.objects.values_list("kind", "sha256"))
    editions = Edition.objects.prefetch_related("signed_copies").order_by("pk")
    for edition in editions.iterator(chunk_size=50):
        about = lines.pop(f"edition:{edition.pk}", [])
        what = f"La edición {edition.slug}"
        yield from _told(what, edition, about)
        yield from _frozen(what, edition, templates)
        yield from _copies(what, edition, [line for line in about if line.event == SIGNED])
    yield from gone("La edición", lines, "la cuenta")


def _told(what: str, edition: Edition, about: list[Entry]) -> Iterator[Fault]:
    prepared, published = last(about, PREPARED), last(about, PUBLISHED)
    for event, signed in (
        (PREPARED, Signed("preparada", edition.prepared_at, edition.prepared_by_id)),
        (PUBLISHED, Signed("publicada", edition.published_at, edition.published_by_id)),
        (RETURNED, Signed("devuelta", edition.returned_at, edition.returned_by_id)),
    ):
        yield from unsigned(what, signed, last(about, event))
    for line in (prepared, published):
        if line and line.data["seal"] != edition.seal:
            yield Fault(what, f"su sello no es el que dice la línea {line.number}")
    corrects = f"edition:{edition.corrects_id}" if edition.corrects_id else ""
    if published and published.data["corrects"] != corrects:
        yield Fault(what, f"la edición que corrige no es la que dice la línea {published.number}")


def _frozen(what: str, edition: Edition, templates: set[tuple[str, str]]) -> Iterator[Fault]:
    """Its text gives its seal, and names a line and a template that are there."""
    if not edition.is_whole:
        yield Fault(what, "su contenido no da su sello")
    try:
        document = edition.document
    except NotADocument:
        yield Fault(what, "su contenido no se puede leer")
        return
    if not Entry.objects.filter(number=document.line, seal=document.line_seal).exists():
        yield Fault(what, f"la línea {document.line} en la que se congeló no está o es otra")
    if document.template and (edition.kind, document.template) not in templates:
        yield Fault(what, "falta la plantilla de Word con la que salió")


def _copies(what: str, edition: Edition, about: list[Entry]) -> Iterator[Fault]:
    lines = {line.data["act"]: line for line in about}
    for copy in edition.signed_copies.all():
        line = lines.pop(copy.act, None)
        of = f"{what}, firma «{copy.act}»"
        yield from unsigned(of, Signed("puesta", copy.signed_at, copy.signed_by_id), line)
        if line and not _same(copy, line):
            yield Fault(of, f"no es la que dice la línea {line.number}")
        for why in changed(copy.file, copy.sha256):
            yield Fault(of, why)
    for act, line in lines.items():
        yield Fault(f"{what}, firma «{act}»", f"la línea {line.number} la cuenta y ya no está")


def _same(copy: SignedCopy, line: Entry) -> bool:
    said = (line.data["sha256"], line.data["certificate"])
    return said == (copy.sha256, copy.fingerprint)
