"""A page as the readers see it: words and rules with their places, nothing understood yet."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Self

from sereno.documents.readers.paper import Box


@dataclass(frozen=True, slots=True)
class Word:
    """Letters that stand together. ``size`` is that of the font, in points."""

    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False
    confidence: float = 1.0

    @property
    def middle(self) -> float:
        return (self.top + self.bottom) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Rule:
    """A drawn line: at ``at`` across its direction, from ``start`` to ``end`` along it."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Sheet:
    number: int
    width: float
    height: float
    words: tuple[Word, ...]
    across: tuple[Rule, ...] = ()  # horizontal: at is y
    down: tuple[Rule, ...] = ()  # vertical: at is x
    turned: tuple[Word, ...] = ()  # lines that run upwards or downwards, each as one word


@dataclass(frozen=True)
class TextLine:
    """Words on one base line, from left to right."""

    words: tuple[Word, ...]

    @property
    def left(self) -> float:
        return self.words[0].left

    @property
    def right(self) -> float:
        return max(word.right for word in self.words)

    @property
    def top(self) -> float:
        return min(word.top for word in self.words)

    @property
    def bottom(self) -> float:
        return max(word.bottom for word in self.words)

    @property
    def size(self) -> float:
        return max(word.size for word in self.words)

    @property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @property
    def is_bold(self) -> bool:
        return all(word.is_bold for word in self.words)


@dataclass
class Slot:
    """A cell in the making: its words, how many rows and columns it covers, where it went on."""

    page: int
    words: list[Word] = field(default_factory=list)
    rows: int = 1
    columns: int = 1
    is_covered: bool = False  # by a merged cell above or to the left
    is_guessed: bool = False  # a border was guessed, not seen
    further: list[Self] = field(default_factory=list)  # the rest of it, on the next page
    repeated: list[list[Word]] = field(default_factory=list)  # the same words on later pages
    repeated_on: list[int] = field(default_factory=list)

    @property
    def is_filled(self) -> bool:
        return bool(self.words) or any(part.is_filled for part in self.further)


@dataclass
class TableRow:
    """``is_cut`` says that no border closes it below: the page ended first."""

    slots: list[Slot]
    is_cut: bool = False

    @property
    def filled(self) -> set[int]:
        return {number for number, slot in enumerate(self.slots) if slot.is_filled}


@dataclass
class Table:
    """A table on one page, or over several once joined. ``borders`` are those of columns."""

    page: int
    borders: tuple[float, ...]
    rows: list[TableRow]
    top: float
    bottom: float
    is_continued: bool = False

    @property
    def width(self) -> int:
        return len(self.borders) - 1


def lines_of(words: Iterable[Word]) -> list[TextLine]:
    """Words put into lines by their middle; a line's words run from left to right."""
    lines: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (word.middle, word.left)):
        if lines and abs(word.middle - lines[-1][0].middle) < 0.35 * word.size:
            lines[-1].append(word)
        else:
            lines.append([word])
    return [TextLine(tuple(sorted(line, key=lambda word: word.left))) for line in lines]


def box_of(words: Iterable[Word]) -> Box | None:
    kept = list(words)
    if not kept:
        return None
    return Box(
        round(min(word.left for word in kept), 1),
        round(min(word.top for word in kept), 1),
        round(max(word.right for word in kept), 1),
        round(max(word.bottom for word in kept), 1),
    )
