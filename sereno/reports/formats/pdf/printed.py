"""A document set by Typst as PDF/UA-1, and the sealed text taken out of one again."""

import io
import json
from pathlib import Path

import pikepdf

from sereno.reports.formats.pdf.columns import AIR, lies, room
from sereno.reports.formats.typeset import typeset
from sereno.reports.rules.document import Document

TEMPLATE = Path(__file__).parent / "document.typ"
ATTACHED = "contenido.json"


def pdf(document: Document, *, address: str, template: Path = TEMPLATE) -> bytes:
    """Set a document. ``address`` is where a reader finds it, on every page."""
    return typeset(template, given(document, address))


def given(document: Document, address: str) -> dict[str, str]:
    """What the template asks for: the sealed text, and what only paper needs to know."""
    is_lying = lies(document.tables)
    rooms = [part.table and room(part.table, is_lying=is_lying) for part in document.parts]
    return {
        "content": document.text,
        "seal": document.seal,
        "address": address,
        "room": json.dumps({"lies": is_lying, "air": AIR, "parts": rooms}),
    }


def sealed_text(data: bytes) -> str:
    """The text attached to a PDF of ours; raises ``KeyError`` where there is none."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return opened.attachments[ATTACHED].get_file().read_bytes().decode()
