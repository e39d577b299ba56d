"""Everything of an edition in one ZIP: the sealed text, and every file drawn from it."""

import io
import zipfile
from datetime import datetime
from hashlib import sha256

from sereno.reports.formats.csv import triplet
from sereno.reports.formats.docx.word import word
from sereno.reports.formats.pdf.printed import pdf
from sereno.reports.formats.xlsx.workbook import workbook
from sereno.reports.rules.document import Document

SEALED = "contenido.json"
SEAL = "sello.txt"
ADDRESS = "direccion.txt"
TEMPLATE = "plantilla.docx"
MANIFEST = "SHA256SUMS"
MADE_AT = datetime(2000, 1, 1).timetuple()[:6]  # noqa: DTZ001 -- a ZIP knows no zone


def files(document: Document, *, address: str, template: bytes | None = None) -> dict[str, bytes]:
    """Every file, by its name in the pack; the same document gives the same bytes.

    The manifest names each with its SHA-256, so that ``sha256sum -c`` checks them as well.
    """
    drawn = {
        SEALED: document.text.encode(),
        SEAL: document.seal.encode(),
        ADDRESS: address.encode(),
        "documento.pdf": pdf(document, address=address),
        "documento.docx": word(document, template=template),
        "documento.xlsx": workbook(document),
        **{f"csv/{name}": data for name, data in triplet.files(document).items()},
        **({TEMPLATE: template} if template else {}),
    }
    sums = (f"{sha256(data).hexdigest()}  {name}\n" for name, data in sorted(drawn.items()))
    return drawn | {MANIFEST: "".join(sums).encode()}


def pack(document: Document, *, address: str, template: bytes | None = None) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files(document, address=address, template=template).items():
            archive.writestr(zipfile.ZipInfo(name, MADE_AT), data, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
