"""The letters and rules of each page, as pdfplumber gives them."""

import io
from collections.abc import Iterable
from typing import Any, Final

import pdfplumber
from pdfplumber.page import Page

from sereno.documents.readers.geometry.sheet import Rule, Sheet
from sereno.documents.readers.geometry.words import Letter, words_of

# A drawn rectangle thinner than this is a line.
THIN: Final = 2.5
SHORTEST: Final = 4.0
Drawn = dict[str, Any]


def sheets_of(data: bytes) -> tuple[list[Sheet], list[int]]:
    """A sheet for each page, and the numbers of those that show a picture over most of them."""
    sheets: list[Sheet] = []
    pictured: list[int] = []
    with pdfplumber.open(io.BytesIO(data)) as document:
        for page in document.pages:
            sheets.append(_sheet(page))
            if _is_pictured(page):
                pictured.append(page.page_number)
            page.close()
    return sheets, pictured


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
        if char["upright"] and char["size"] > 1
    )
    return Sheet(
        page.page_number,
        float(page.width),
        float(page.height),
        tuple(words_of(letters)),
        tuple(across),
        tuple(down),
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
