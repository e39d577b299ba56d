"""Ink that no word was read from, such as a mark alone in its cell: laid in lines, read again."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

from sereno.documents.readers.formats.scan import tesseract
from sereno.documents.readers.geometry.sheet import Word

Grey = NDArray[np.uint8]
Room = tuple[float, float, float, float]
INK: Final = 140
COARSE: Final = 4  # dots that are taken together, so that a letter's parts are one
POINTS: Final = 72.0
# What may be letters: its height and its width in heights of the page's letters, its share of ink.
LOW, HIGH, WIDEST = 0.45, 1.9, 12.0
THIN, FULL = 0.08, 0.85
SAME_SHAPE: Final = frozenset("cosuvwxz")
NARROW: Final = 1.3  # widths of one letter, in its heights
# Marks this much alike, in a square of so many dots, have one shape; so many make it sure.
ALIKE, SIDE, SEVERAL = 0.8, 16, 3
MOST: Final = 400  # marks of one page
APART: Final = 3.0  # heights of letters between two marks, so that they are not one word
LINE: Final = 3200  # dots: how long a line of marks is laid
LINES_LAYOUT: Final = "6"  # one block of text


@dataclass(frozen=True)
class Mark:
    """The ink's box in dots of the page, and where it was laid."""

    left: int
    top: int
    right: int
    bottom: int


def words_of(grey: Grey, words: Sequence[Word], dots: float) -> list[Word]:
    """``grey`` is the page without its rules; ``words`` are what was read from it."""
    if not words:
        return []
    scale = dots / POINTS
    usual = float(np.median([word.bottom - word.top for word in words])) * scale
    marks = [
        mark
        for mark in _boxes(_rest(grey, words, scale))
        if _may_be_letters(grey, mark, usual) and _is_alone(mark, words, scale, usual)
    ]
    if not marks or len(marks) > MOST:
        return []
    laid, places = _laid(grey, marks, usual)
    read = tesseract.words_of(laid, dots, LINES_LAYOUT)
    found = [
        _placed(_joined(read, room, scale), mark, scale, usual)
        for mark, room in zip(marks, places, strict=True)
    ]
    alone = {mark: single(word) for mark, word in zip(marks, found, strict=True) if word}
    return _in_one_case(_by_shape(grey, alone))


def _by_shape(grey: Grey, alone: dict[Mark, Word]) -> list[Word]:
    """Marks of one shape say the same: what most of them were read as."""
    groups: list[tuple[NDArray[np.float64], list[Word]]] = []
    for mark, word in alone.items():
        shape = _shape(grey, mark)
        like = next((group for seen, group in groups if float(seen @ shape) > ALIKE), None)
        if like is None:
            groups.append((shape, [word]))
        else:
            like.append(word)
    said: list[Word] = []
    for _, group in groups:
        text, times = Counter(word.text for word in group).most_common(1)[0]
        share = times / len(group)
        known = len(group) >= SEVERAL and share > 0.5
        said += [
            replace(word, text=text, confidence=max(word.confidence, share * 0.8))
            if known and word.text != text
            else word
            for word in group
        ]
    return said


def _shape(grey: Grey, mark: Mark) -> NDArray[np.float64]:
    """The mark in a square of one size, so that two can be laid upon one another."""
    cut = Image.fromarray(grey[mark.top : mark.bottom, mark.left : mark.right])
    small = np.asarray(cut.resize((SIDE, SIDE), Image.Resampling.BOX), dtype=np.float64).ravel()
    small -= small.mean()
    length = float(np.linalg.norm(small))
    return small / length if length else small


def single(word: Word) -> Word:
    """A letter alone is read twice now and then: where there is room for one, it is one."""
    letters = set(word.text.upper())
    is_narrow = word.right - word.left < NARROW * (word.bottom - word.top)
    if len(word.text) in (2, 3) and len(letters) == 1 and word.text.isalpha() and is_narrow:
        return replace(word, text=letters.pop())
    return word


def _in_one_case(found: list[Word]) -> list[Word]:
    """A letter alone whose capital has the same shape is what most of its like were read as."""
    counts = Counter(word.text for word in found)

    def usual(text: str) -> str:
        if len(text) > 1 or text.lower() not in SAME_SHAPE:
            return text
        return max(text.upper(), text.lower(), key=lambda letter: counts[letter])

    return [replace(word, text=usual(word.text)) for word in found]


def _placed(word: Word | None, mark: Mark, scale: float, usual: float) -> Word | None:
    return word and replace(
        word,
        left=mark.left / scale,
        top=mark.top / scale,
        right=mark.right / scale,
        bottom=mark.bottom / scale,
        size=usual / scale,
    )


def _joined(read: Sequence[Word], room: Room, scale: float) -> Word | None:
    """What was read in the room of one mark."""
    left, top, right, bottom = (side / scale for side in room)
    mine = [one for one in read if left <= one.centre <= right and top <= one.middle <= bottom]
    if not mine:
        return None
    ordered = sorted(mine, key=lambda word: word.left)
    least = min(word.confidence for word in mine)
    return replace(ordered[0], text=" ".join(word.text for word in ordered), confidence=least)


def _rest(grey: Grey, words: Sequence[Word], scale: float) -> NDArray[np.bool_]:
    """Where ink is left, coarsely, once the words are taken away."""
    rest = grey.copy()
    for word in words:
        top, bottom = int(word.top * scale) - 4, int(word.bottom * scale) + 5
        rest[
            max(0, top) : bottom, max(0, int(word.left * scale) - 4) : int(word.right * scale) + 5
        ] = 255
    high, wide = (side - side % COARSE for side in rest.shape)
    blocks = rest[:high, :wide].reshape(high // COARSE, COARSE, wide // COARSE, COARSE)
    inked: NDArray[np.bool_] = (blocks < INK).sum(axis=(1, 3)) >= 2
    return inked


def _boxes(inked: NDArray[np.bool_]) -> list[Mark]:
    """What touches, or nearly, is one mark."""
    points = {(int(y), int(x)) for y, x in np.argwhere(inked)}
    found: list[Mark] = []
    while points:
        stack = [points.pop()]
        ys, xs = [stack[0][0]], [stack[0][1]]
        while stack:
            y, x = stack.pop()
            for near in [(y + dy, x + dx) for dy in (-2, -1, 0, 1, 2) for dx in (-2, -1, 0, 1, 2)]:
                if near in points:
                    points.remove(near)
                    stack.append(near)
                    ys.append(near[0])
                    xs.append(near[1])
        found.append(
            Mark(
                min(xs) * COARSE,
                min(ys) * COARSE,
                (max(xs) + 1) * COARSE,
                (max(ys) + 1) * COARSE,
            )
        )
    return sorted(found, key=lambda mark: (mark.top, mark.left))


def _may_be_letters(grey: Grey, mark: Mark, usual: float) -> bool:
    high, wide = mark.bottom - mark.top, mark.right - mark.left
    ink = float((grey[mark.top : mark.bottom, mark.left : mark.right] < INK).mean())
    return (
        LOW * usual <= high <= HIGH * usual
        and 0.15 * usual <= wide <= WIDEST * usual
        and THIN <= ink <= FULL
    )


def _is_alone(mark: Mark, words: Sequence[Word], scale: float, usual: float) -> bool:
    """No word stands beside it: what is left within a line is a part of what was read there."""
    return not any(
        word.top * scale < mark.bottom
        and mark.top < word.bottom * scale
        and mark.left < word.right * scale + usual
        and word.left * scale - usual < mark.right
        for word in words
    )


def _laid(grey: Grey, marks: Sequence[Mark], usual: float) -> tuple[Grey, list[Room]]:
    """The marks beside one another on white, line under line, and the room that each was given."""
    gap, step = round(APART * usual), round(3 * usual)
    places: list[tuple[int, int]] = []
    x, y = gap, step
    for mark in marks:
        if x + mark.right - mark.left > LINE:
            x, y = gap, y + step
        places.append((x, y))
        x += mark.right - mark.left + gap
    laid = np.full((y + step, LINE + 2 * gap), 255, dtype=np.uint8)
    rooms: list[Room] = []
    for mark, (left, foot) in zip(marks, places, strict=True):
        high, wide = mark.bottom - mark.top, mark.right - mark.left
        laid[foot - high : foot, left : left + wide] = grey[
            mark.top : mark.bottom, mark.left : mark.right
        ]
        half = step / 2
        rooms.append((left - gap / 2, foot - high - half, left + wide + gap / 2, foot + half))
    return laid, rooms
