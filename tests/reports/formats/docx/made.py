"""Word templates as a council would give them, some with a fault."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from hashlib import sha256

import docx

from sereno.reports.formats.docx.template import default
from sereno.reports.rules.document import Document


def with_paragraph(text: str) -> bytes:
    """The house's own with one more paragraph."""
    page = docx.Document(io.BytesIO(default()))
    page.add_paragraph(text)
    kept = io.BytesIO()
    page.save(kept)
    return kept.getvalue()


def changed(parts: Mapping[str, bytes]) -> bytes:
    """The house's own with more files inside, or other ones."""
    made = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(default())) as old,
        zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, data in parts.items():
            new.writestr(name, data)
    return made.getvalue()


def with_template(document: Document, template: bytes) -> Document:
    return replace(document, template=sha256(template).hexdigest())
