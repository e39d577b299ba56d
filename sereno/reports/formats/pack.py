"""Everything of an edition in one ZIP: the sealed text, and every file drawn from it."""

import io
import zipfile
from datetime import datetime

from sereno.reports.formats.csv import triplet
from sereno.reports.formats.docx.word import word
from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.formats.xlsx.workbook import workbook
from sereno.reports.rules.document import Document

SEALED = "contenido.json"
SEAL = "sello.txt"
ADDRESS = "direccion.txt"
MADE_AT = datetime(2000, 1, 1).timetuple()[:6]  # noqa: DTZ001 -- a ZIP knows no zone


def files(document: Document, *, address: str) -> dict[str, bytes]:
    """Every file, by its name in the pack; the same document gives the same bytes."""
    return {
        SEALED: document.text.encode(),
        SEAL: document.seal.encode(),
        ADDRESS: address.encode(),
        "documento.pdf": pdf(document, address=address),
        "documento.docx": word(document),
        "documento.xlsx": workbook(document),
        **{f"csv/{name}": data for name, data in triplet.files(document).items()},
    }


def pack(document: Document, *, address: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files(document, address=address).items():
            archive.writestr(zipfile.ZipInfo(name, MADE_AT), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
