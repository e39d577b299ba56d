"""PDF: its letters and rules are taken as they are; the tables are found again by geometry."""

from dataclasses import replace

from sereno.documents.readers.formats.pdf import levelling, opening, pages, picturing
from sereno.documents.readers.geometry import assembling
from sereno.documents.readers.paper import Paper


def read(data: bytes) -> Paper:
    """Pages that are pictures are recognised, among pages with text too."""
    opening.refuse_unreadable(data)
    found = pages.pages_of(data)
    turns = {page.sheet.number: page.turn for page in found if page.turn}
    if turns:
        data = levelling.turned(data, turns)
        found = pages.pages_of(data)
    sideways = tuple(number for number, turn in turns.items() if turn != 180)
    if not any(page.is_picture for page in found):
        sheets = [page.sheet for page in found]
        return replace(assembling.paper_of(sheets, notes=pages.notes_of(found)), sideways=sideways)
    seen = picturing.sheets_of(data, [page for page in found if page.is_picture])
    sheets = [seen.get(page.sheet.number, page.sheet) for page in found]
    notes = ("ocr", *pages.notes_of(found))
    return replace(assembling.paper_of(sheets, notes=notes), sideways=sideways)
