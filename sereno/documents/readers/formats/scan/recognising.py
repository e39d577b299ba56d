"""From the picture of a page to its sheet: made straight and clean, rules taken, words read."""

import os
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import islice
from typing import Final

import numpy as np
from PIL import Image

from sereno.documents.readers.formats.scan import cleaning, ruling, tesseract, unread
from sereno.documents.readers.geometry.sheet import Rule, Sheet, Word

POINTS: Final = 72.0
BESIDE: Final = 2.5  # points
REMAINS: Final = "\"'|¡![]{}\u2018\u2019\u201c\u201d"
SHORT, DOUBTED = 3, 0.6  # a word of few letters that was read badly is read again
LEAST: Final = 0.2  # less than this is no reading at all
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
    straight, whole, dots = cleaning.cleaned(picture, dots)
    grey = np.array(straight)
    across, down = ruling.rules_of(np.array(whole), dots)
    unit = POINTS / dots
    edges = [line.at * unit for line in down]
    clear = ruling.without(grey, across, down)
    read = _with_marks(tesseract.words_of(clear, dots), clear, dots)
    words = [word for one in read if (word := _without_remains(one, edges))]
    return Sheet(
        number,
        straight.width * unit,
        straight.height * unit,
        tuple(words),
        tuple(Rule(line.at * unit, line.start * unit, line.end * unit) for line in across),
        tuple(Rule(line.at * unit, line.start * unit, line.end * unit) for line in down),
    )


def _with_marks(read: list[Word], clear: ruling.Grey, dots: float) -> list[Word]:
    """What stands alone is read once more, apart; the better reading counts."""
    doubted = [w for w in read if len(w.text) <= SHORT and w.confidence < DOUBTED]
    sure = [word for word in read if word not in doubted]
    marks = [w for w in unread.words_of(clear, sure, dots) if w.confidence >= LEAST]
    better = [
        mark
        for mark in marks
        if all(mark.confidence > old.confidence for old in doubted if _is_same(mark, old))
    ]
    left = [
        unread.single(old) for old in doubted if not any(_is_same(mark, old) for mark in better)
    ]
    return [*sure, *left, *better]


def _is_same(one: Word, other: Word) -> bool:
    return (
        one.left < other.right
        and other.left < one.right
        and one.top < other.bottom
        and other.top < one.bottom
    )


def _without_remains(word: Word, edges: list[float]) -> Word | None:
    """The word without the marks that a rule beside it left on it."""
    text = word.text
    if any(abs(word.left - at) < BESIDE for at in edges):
        text = text.lstrip(REMAINS)
    if any(abs(word.right - at) < BESIDE for at in edges):
        text = text.rstrip(REMAINS)
    return replace(word, text=text) if text else None
