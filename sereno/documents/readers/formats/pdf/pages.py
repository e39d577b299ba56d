"""The letters and rules of each page, as pdfplumber gives them."""

import io
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Final

import pdfplumber
from pdfplumber.page import Page

from sereno.documents.readers.formats.pdf.turning import is_turned, turned_words
from sereno.documents.readers.geometry.sheet import Rule, Sheet
from sereno.documents.readers.geometry.words import Letter, words_of

# A drawn rectangle thinner than this is a line.
THIN: Final = 2.5
SHORTEST: Final = 4.0
TINY: Final = 1.0
FEW_LETTERS: Final = 60
COARSE, FINE = 150.0, 300.0  # dots an inch at which a picture is drawn
Drawn = dict[str, Any]


@dataclass(frozen=True)
class Seen:
    """A page; ``is_picture`` where it shows a picture instead of text, of so many dots an inch."""

    sheet: Sheet
    is_picture: bool = False
    dots: float = 200.0
    has_tiny: bool = False


def pages_of(data: bytes) -> list[Seen]:
    found: list[Seen] = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            found.append(_seen(page))
            page.close()
    return found


def notes_of(found: Iterable[Seen]) -> tuple[str, ...]:
    return ("tiny-letters",) if any(page.has_tiny for page in found) else ()


def _seen(page: Page) -> Seen:
    sheet = _sheet(page)
    letters = sum(len(word.text) for word in (*sheet.words, *sheet.turned))
    images = [image for image in page.images if image["width"] > 1 and image["height"] > 1]
    largest = max(images, key=lambda image: image["width"] * image["height"], default=None)
    # A page number or a stamp over a scan is not the text of its page.
    is_picture = largest is not None and letters < FEW_LETTERS and _is_pictured(page)
    dots = 72 * largest["srcsize"][0] / largest["width"] if largest and is_picture else 200.0
    return Seen(
        sheet,
        is_picture,
        min(max(dots, COARSE), FINE),
        any(0 < char["size"] <= TINY and char["text"].strip() for char in page.chars),
    )


def _sheet(page: Page) -> Sheet:
    across, down = _rules(page)
    letters = (
        Letter(
            char["text"],
            char["x0"],
            char["top"],
            char["x1"],
            char["bottom"],
            char["size"],
            "bold" in char["fontname"].lower() or "black" in char["fontname"].lower(),
        )
        for char in page.chars
        if not is_turned(char) and char["size"] > TINY
    )
    return Sheet(
        page.page_number,
        float(page.width),
        float(page.height),
        tuple(words_of(letters)),
        tuple(across),
        tuple(down),
        turned_words(page),
    )


def _rules(page: Page) -> tuple[list[Rule], list[Rule]]:
    across: list[Rule] = []
    down: list[Rule] = []
    for left, top, right, bottom in _strokes(page):
        if bottom - top <= THIN and right - left >= SHORTEST:
            across.append(Rule((top + bottom) / 2, left, right))
        elif right - left <= THIN and bottom - top >= SHORTEST:
            down.append(Rule((left + right) / 2, top, bottom))
    return across, down


def _strokes(page: Page) -> Iterable[tuple[float, float, float, float]]:
    for line in page.lines:
        yield line["x0"], line["top"], line["x1"], line["bottom"]
    for shape in (*page.rects, *page.curves):
        left, top, right, bottom = shape["x0"], shape["top"], shape["x1"], shape["bottom"]
        if right - left <= THIN or bottom - top <= THIN:
            yield left, top, right, bottom
        elif shape.get("stroke") and _is_box(shape):
            yield left, top, right, top
            yield left, bottom, right, bottom
            yield left, top, left, bottom
            yield right, top, right, bottom


def _is_box(shape: Drawn) -> bool:
    return shape["object_type"] == "rect" or (
        len({round(x) for x, _ in shape["pts"]}) == 2
        and len({round(y) for _, y in shape["pts"]}) == 2
    )


def _is_pictured(page: Page) -> bool:
    shown = sum(image["width"] * image["height"] for image in page.images)
    return bool(shown > 0.5 * float(page.width) * float(page.height))
