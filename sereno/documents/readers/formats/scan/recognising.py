"""From the picture of a page to its sheet: made straight and clean, rules taken, words read."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from itertools import islice
from typing import Final

import numpy as np
from PIL import Image

from sereno.documents.readers.formats.scan import cleaning, ruling, tesseract
from sereno.documents.readers.geometry.sheet import Rule, Sheet

POINTS: Final = 72.0
refuse_without_tesseract = tesseract.refuse_without_it


def sheets_of(pictures: Iterable[tuple[int, Image.Image, float]]) -> list[Sheet]:
    """``pictures`` are a page's number, what is seen of it, and its dots an inch."""
    at_once = min(4, os.cpu_count() or 1)
    left, found = iter(pictures), list[Sheet]()
    with ThreadPoolExecutor(at_once) as workers:
        # A few at a time: the pictures of a long document do not fit into memory together.
        while few := list(islice(left, at_once)):
            found += workers.map(lambda page: sheet_of(*page), few)
    return found


def sheet_of(number: int, picture: Image.Image, dots: float) -> Sheet:
    """One page; every place in points, as in a PDF."""
    straight, dots = cleaning.cleaned(picture, dots)
    grey = np.array(straight)
    across, down = ruling.rules_of(grey, dots)
    words = tesseract.words_of(ruling.without(grey, across, down), dots)
    unit = POINTS / dots
    return Sheet(
        number,
        straight.width * unit,
        straight.height * unit,
        tuple(words),
        tuple(Rule(line.at * unit, line.start * unit, line.end * unit) for line in across),
        tuple(Rule(line.at * unit, line.start * unit, line.end * unit) for line in down),
    )
