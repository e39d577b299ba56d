"""PDF: its letters and rules are taken as they are; the tables are found again by geometry."""

from sereno.documents.readers.formats.pdf import opening, pages
from sereno.documents.readers.geometry import assembling
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.refusals import Unreadable


def read(data: bytes) -> Paper:
    opening.refuse_unreadable(data)
    sheets, pictured = pages.sheets_of(data)
    if pictured and not any(sheet.words for sheet in sheets):
        raise Unreadable("pictures")
    return assembling.paper_of(sheets)
