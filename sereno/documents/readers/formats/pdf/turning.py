"""Letters that are printed turned, as in a narrow column's heading: each line of them one piece."""

import math
from collections import defaultdict
from collections.abc import Iterable

from pdfminer.layout import LTChar

from sereno.documents.readers.geometry.sheet import TextLine, Word, lines_of
from sereno.documents.readers.geometry.words import Letter, words_of


def turned_words(chars: Iterable[LTChar], height: float) -> tuple[Word, ...]:
    """A line that runs upwards or downwards becomes one word, spaces and all, in its place."""
    by_angle: dict[int, list[Letter]] = defaultdict(list)
    for char in chars:
        if is_turned(char):
            angle = round(math.degrees(math.atan2(char.matrix[1], char.matrix[0])))
            by_angle[angle].append(_levelled(char, math.radians(angle)))
    return tuple(
        _stood(line, math.radians(angle), height)
        for angle, letters in by_angle.items()
        for line in lines_of(words_of(letters))
    )


def is_turned(char: LTChar) -> bool:
    """By the way the line runs: what the library calls upright hangs on rounding."""
    a, b = char.matrix[:2]
    return not char.upright or bool(abs(b) > 0.2 * abs(a))


def _levelled(char: LTChar, angle: float) -> Letter:
    """The letter as if the page were turned until its line stands level."""
    a, b, _, _, x, y = char.matrix
    along = x * math.cos(angle) + y * math.sin(angle)
    base = x * math.sin(angle) - y * math.cos(angle)
    size = abs(char.width * math.sin(angle)) + abs(char.height * math.cos(angle))
    wide = char.adv * math.hypot(a, b)
    return Letter(char.get_text(), along, base - size, along + wide, base, size or 1.0)


def _stood(line: TextLine, angle: float, height: float) -> Word:
    """The line back in its place on the page, as one word."""
    corners = [(p, q) for p in (line.left, line.right) for q in (line.top, line.bottom)]
    xs = [p * math.cos(angle) + q * math.sin(angle) for p, q in corners]
    ys = [height - (p * math.sin(angle) - q * math.cos(angle)) for p, q in corners]
    return Word(line.text, min(xs), min(ys), max(xs), max(ys), line.size)
