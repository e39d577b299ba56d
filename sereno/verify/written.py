"""Whether what people wrote by hand for an edition is what the logbook tells of it.

The words themselves are in no line, for they may name somebody; the seal of the edition holds them.
"""

from collections.abc import Callable, Iterator
from hashlib import sha256
from typing import TypeVar

from django.db.models import Model, QuerySet

from sereno.logbook.models import Entry
from sereno.reports.models import FreeText, RegisterPage, TemplateChoice, WordTemplate
from sereno.verify.fault import Fault
from sereno.verify.lines import Signed, gone, told, unsigned

Kept = TypeVar("Kept", bound=Model)


def faults() -> Iterator[Fault]:
    yield from _told(FreeText.objects.all(), "text.kept", "El texto", _text)
    yield from _told(RegisterPage.objects.all(), "register.kept", "El registro", _register)
    yield from _told(WordTemplate.objects.all(), "template.kept", "La plantilla", _template)
    chosen = TemplateChoice.objects.select_related("template")
    yield from _told(chosen, "template.adopted", "La elección de plantilla", _choice)


def _told(
    rows: QuerySet[Kept], event: str, word: str, says: Callable[[Kept, Entry], bool]
) -> Iterator[Fault]:
    lines = told(event)
    for row in rows.order_by("pk").iterator(chunk_size=200):
        about = lines.pop(f"{row._meta.model_name}:{row.pk}", [])
        line, what = about[-1] if about else None, f"{word} {row.pk}"
        yield from unsigned(what, _signed(row), line)
        if line and not says(row, line):
            yield Fault(what, f"no es lo que dice la línea {line.number}")
    yield from gone(word, lines)


def _signed(row: Model) -> Signed:
    word = "chosen" if isinstance(row, TemplateChoice) else "kept"
    return Signed("guardado", getattr(row, f"{word}_at"), getattr(row, f"{word}_by_id"))


def _text(row: FreeText, line: Entry) -> bool:
    return (line.data["document"], line.data["code"]) == (row.document, row.code)


def _register(row: RegisterPage, line: Entry) -> bool:
    said = (line.data["numeral"], line.data["state"], line.data["rows"])
    return said == (row.numeral, row.state, len(row.rows))


def _template(row: WordTemplate, line: Entry) -> bool:
    found = sha256(bytes(row.content)).hexdigest()
    said = (line.data["document"], line.data["sha256"])
    return found == row.sha256 and said == (row.kind, found)


def _choice(row: TemplateChoice, line: Entry) -> bool:
    seal = row.template.sha256 if row.template else ""
    return (line.data["document"], line.data["sha256"]) == (row.kind, seal)
