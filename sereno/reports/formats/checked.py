"""A published file opened and held against what it seals: PDF, XLSX, a CSV triplet, or a pack."""

import io
import zipfile
from hashlib import sha256
from pathlib import PurePath

import pikepdf

from sereno.reports.formats import pack
from sereno.reports.formats.csv import triplet
from sereno.reports.formats.docx import accepted
from sereno.reports.formats.docx.word import BrokenTemplate
from sereno.reports.formats.pdf import printed, signing
from sereno.reports.formats.typeset import CannotPrint
from sereno.reports.formats.xlsx import workbook
from sereno.reports.rules import checking
from sereno.reports.rules.checking import Astray
from sereno.reports.rules.document import Document, seal_of

MOST = 200 * 1024 * 1024
FAULTS = (
    *(KeyError, ValueError, OSError, EOFError, IndexError, NotImplementedError),
    *(zipfile.BadZipFile, pikepdf.PdfError, CannotPrint, BrokenTemplate, signing.CannotSign),
)


class NotOurs(Exception):
    """The file carries no sealed text: Sereno did not publish it, or it was taken out."""


def check(data: bytes, name: str, *, beside: dict[str, bytes] | None = None) -> list[Astray]:
    """Everything in a file that is not as it was sealed; an empty list is a whole file.

    ``beside`` are the files of the same folder: a CSV is checked with its metadata.
    """
    kind = PurePath(name).suffix.lower()
    try:
        if kind == ".pdf":
            return _pdf(data)
        if kind == ".xlsx":
            return _xlsx(data)
        if kind == ".csv":
            return _csv(data, name, beside or {})
        if kind == ".zip":
            return _pack(data)
    except FAULTS as problem:
        return [Astray("broken", name, str(problem))]
    raise NotOurs(name)


def _pdf(data: bytes) -> list[Astray]:
    """The file against the same document set anew; signatures come after its last byte."""
    text = printed.sealed_text(data)
    document, astray = checking.of_text(text, seal_of(text))
    if document is None:
        return astray
    fresh = printed.pdf(document, address=_address(data))
    if data == fresh:
        return astray
    if data.startswith(fresh):
        return [*astray, *_signed(data)]
    try:
        changed = list(checking.of_cells(_objects(data), _objects(fresh)))
    except (pikepdf.PdfError, AttributeError):
        # What cannot even be taken apart was certainly changed.
        changed = []
    return [*astray, *(changed or [Astray("bytes", "documento")])]


def _signed(data: bytes) -> list[Astray]:
    """What comes after the drawn file must be signatures that hold, and nothing besides."""
    found = signing.signatures(data)
    if not found:
        return [Astray("appended", "documento")]
    return [Astray("signature", each.act, each.name) for each in found if not each.holds]


def _objects(data: bytes) -> dict[str, str]:
    """The digest of every object of a PDF, by its number."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return {
            f"objeto {number}": sha256(_raw(each) + each.unparse()).hexdigest()
            for number, each in enumerate(opened.objects, 1)
        }


def _raw(each: pikepdf.Object) -> bytes:
    return each.read_raw_bytes() if isinstance(each, pikepdf.Stream) else b""


def _address(data: bytes) -> str:
    """The address printed on every page, which the sealed text does not hold."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return str(opened.docinfo.get("/Keywords", ""))


def _xlsx(data: bytes) -> list[Astray]:
    seal, text = workbook.sealed_text(data)
    document, astray = checking.of_text(text, seal)
    if document is None:
        return astray
    found = checking.by_place(workbook.cells(data))
    return [
        *astray,
        *checking.of_cells(found, checking.by_place(workbook.cells(workbook.workbook(document)))),
    ]


def _template(template: bytes | None, document: Document) -> list[Astray]:
    """The council's Word template must be the one that the sealed text names, to draw with it."""
    if template is None:
        return [Astray("missing", pack.TEMPLATE)]
    if sha256(template).hexdigest() != document.template:
        return [Astray("file", pack.TEMPLATE)]
    found = accepted.flaws(template, document)
    return [Astray("broken", pack.TEMPLATE, each.found or each.where) for each in found]


def _csv(data: bytes, name: str, beside: dict[str, bytes]) -> list[Astray]:
    """A data set against the SHA-256 that its own metadata names."""
    stem = name.removesuffix(f"_{triplet.DATA}.csv")
    told = beside.get(f"{stem}_{triplet.METADATA}.csv")
    if stem == name or told is None:
        raise NotOurs(name)
    facts = {row[0]: row[1] for row in triplet.read(told) if len(row) > 1}
    sealed, found = facts.get(triplet.SEAL_OF_DATA, ""), sha256(data).hexdigest()
    return [] if found == sealed else [Astray("file", name, found, sealed)]


def _pack(data: bytes) -> list[Astray]:
    found = pack.unpack(data)
    text, seal = found[pack.SEALED].decode(), found[pack.SEAL].decode()
    document, astray = checking.of_text(text, seal)
    if document is None:
        return astray
    template = found.get(pack.TEMPLATE) if document.template else None
    if document.template:
        faults = _template(template, document)
        if faults:
            return [*astray, *faults]
    fresh = pack.files(document, address=found[pack.ADDRESS].decode(), template=template)
    return [*astray, *checking.of_files(found, fresh, same=lambda one, other: one == other)]
