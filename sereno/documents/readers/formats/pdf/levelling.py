"""A page that stands on its side or its head is turned until most of its letters stand level."""

import io
import math
from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Final

import pdfplumber
import pikepdf
from pdfminer.layout import LTChar

from sereno.documents.readers.formats.pdf import drawing

MOST: Final = 0.8
FEWEST: Final = 20  # letters: a stamp alone says nothing of how its page stands


def turn_of(letters: Iterable[LTChar]) -> int:
    """By how many degrees clockwise the page is to be turned: 0, 90, 180 or 270."""
    angles = Counter(
        round(math.degrees(math.atan2(char.matrix[1], char.matrix[0])) / 90) * 90 % 360
        for char in letters
        if char.get_text().strip()
    )
    if not angles:
        return 0
    angle, count = angles.most_common(1)[0]
    return angle if count >= FEWEST and count >= MOST * angles.total() else 0


def turned(data: bytes, turns: Mapping[int, int]) -> bytes:
    """The file with these pages, counted from 1, turned clockwise."""
    if not turns:
        return data
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as document:
        for number, degrees in turns.items():
            document.pages[number - 1].rotate(degrees, relative=True)
        document.save(kept)
    return kept.getvalue()


def levelled(data: bytes, number: int) -> bytes:
    """The file with one page as it was read, so that its picture fits the boxes of its words."""
    with pdfplumber.open(io.BytesIO(data), pages=[number]) as document:
        turns = {
            page.page_number: turn
            for page in document.pages
            if (turn := turn_of(drawing.drawn_on(page).letters))
        }
    return turned(data, turns)
