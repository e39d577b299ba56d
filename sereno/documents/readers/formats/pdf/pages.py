"""The letters and rules of each page, as pdfplumber gives them."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

import pdfplumber
from pdfminer.layout import LTChar
from pdfplumber.page import Page

from sereno.documents.readers.formats.pdf import drawing
from sereno.documents.readers.formats.pdf.levelling import turn_of
from sereno.documents.readers.formats.pdf.ruling import THIN, rules_of
from sereno.documents.readers.formats.pdf.turning import is_turned, turned_words
from sereno.documents.readers.geometry.sheet import Sheet
from sereno.documents.readers.geometry.words import Letter, words_of
from sereno.documents.readers.refusals import Unreadable

TINY: Final = 1.0
FEW_LETTERS: Final = 60
# No document that people read comes near these; one that does would only hold up the next.
MOST_PAGES: Final = 1500
MOST_SHAPES: Final = 20_000
MOST_UPRIGHT: Final = 1000
MOST_LETTERS: Final = 60_000
COARSE, FINE = 150.0, 300.0  # dots an inch at which a picture is drawn


@dataclass(frozen=True)
class Seen:
    """A page; ``is_picture`` where it shows a picture instead of text, of so many dots an inch."""

    sheet: Sheet
    is_picture: bool = False
    dots: float = 200.0
    has_tiny: bool = False
    is_drawing: bool = False
    turn: int = 0  # degrees clockwise that make its letters level


def pages_of(data: bytes) -> list[Seen]:
    found: list[Seen] = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        if len(document.pages) > MOST_PAGES:
            told = {"pages": str(len(document.pages)), "most": str(MOST_PAGES)}
            raise Unreadable("too-long", **told)
        for page in document.pages:
            drawn = drawing.drawn_on(page)
            _refuse_dense(page.page_number, drawn)
            found.append(_seen(page, drawn))
            page.close()
    return found


def _refuse_dense(number: int, drawn: drawing.Drawn) -> None:
    if len(drawn.letters) > MOST_LETTERS:
        raise Unreadable("too-dense", page=str(number))


def _is_drawing(drawn: drawing.Drawn) -> bool:
    """A map or a plan: its lines are no table's, and its words are read without them."""
    return len(drawn.shapes) > MOST_SHAPES or _stands(drawn) > MOST_UPRIGHT


def _stands(drawn: drawing.Drawn) -> int:
    """In how many places upright lines stand: more than any table has columns."""
    return len({round(shape.left) for shape in drawn.shapes if shape.right - shape.left <= THIN})


def notes_of(found: Iterable[Seen]) -> tuple[str, ...]:
    kept = list(found)
    tiny = ("tiny-letters",) if any(page.has_tiny for page in kept) else ()
    return (*tiny, "drawing") if any(page.is_drawing for page in kept) else tiny


def _seen(page: Page, drawn: drawing.Drawn) -> Seen:
    sheet = _sheet(page, drawn)
    letters = sum(len(word.text) for word in (*sheet.words, *sheet.turned))
    images = [image for image in drawn.images if image.width > 1 and image.height > 1]
    largest = max(images, key=lambda image: image.width * image.height, default=None)
    # A page number or a stamp over a scan is not the text of its page.
    is_picture = largest is not None and letters < FEW_LETTERS and _is_pictured(page, drawn)
    dots = 72 * largest.srcsize[0] / largest.width if largest and is_picture else 200.0
    return Seen(
        sheet,
        is_picture,
        min(max(dots, COARSE), FINE),
        any(0 < char.size <= TINY and char.get_text().strip() for char in drawn.letters),
        _is_drawing(drawn),
        turn_of(drawn.letters),
    )


def _sheet(page: Page, drawn: drawing.Drawn) -> Sheet:
    across, down = ([], []) if _is_drawing(drawn) else rules_of(drawn.shapes)
    height = float(page.height)
    level = (char for char in drawn.letters if not is_turned(char) and char.size > TINY)
    return Sheet(
        page.page_number,
        float(page.width),
        height,
        tuple(words_of(_letter(char, height) for char in level)),
        tuple(across),
        tuple(down),
        turned_words(drawn.letters, height),
    )


def _letter(char: LTChar, height: float) -> Letter:
    font = char.fontname.lower()
    return Letter(
        char.get_text(),
        char.x0,
        height - char.y1,
        char.x1,
        height - char.y0,
        char.size,
        "bold" in font or "black" in font,
    )


def _is_pictured(page: Page, drawn: drawing.Drawn) -> bool:
    shown = sum(image.width * image.height for image in drawn.images)
    return bool(shown > 0.5 * float(page.width) * float(page.height))
