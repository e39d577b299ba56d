"""PDF: its letters and rules are taken as they are; the tables are found again by geometry."""

from sereno.documents.readers.formats.pdf import opening, pages, picturing
from sereno.documents.readers.geometry import assembling
from sereno.documents.readers.paper import Paper


def read(data: bytes) -> Paper:
    """Pages that are pictures are recognised, among pages with text too."""
    opening.refuse_unreadable(data)
    found = pages.pages_of(data)
    if not any(page.is_picture for page in found):
        return assembling.paper_of([page.sheet for page in found], notes=pages.notes_of(found))
    seen = picturing.sheets_of(data, [page for page in found if page.is_picture])
    sheets = [seen.get(page.sheet.number, page.sheet) for page in found]
    notes = ("ocr", *pages.notes_of(found))
    return assembling.paper_of(sheets, notes=notes)
