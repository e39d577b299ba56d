"""Letters with their places become words."""

from collections.abc import Iterable
from dataclasses import dataclass

from sereno.documents.readers.geometry.sheet import Word


@dataclass(frozen=True, slots=True)
class Letter:
    text: str
    left: float
    top: float
    right: float
    bottom: float
    size: float
    is_bold: bool = False


def words_of(letters: Iterable[Letter]) -> list[Word]:
    """Words end at a space, and where more than a fifth of the letter's size stands empty."""
    words: list[Word] = []
    for line in _lines(letters):
        run: list[Letter] = []
        for letter in line:
            if run and _is_twin(run[-1], letter):
                continue
            if not letter.text.strip():
                _close(run, words)
                run = []
                continue
            if run and letter.left - run[-1].right > 0.2 * letter.size:
                _close(run, words)
                run = []
            run.append(letter)
        _close(run, words)
    return words


def _lines(letters: Iterable[Letter]) -> list[list[Letter]]:
    lines: list[list[Letter]] = []
    for letter in sorted(letters, key=lambda letter: (letter.bottom, letter.left)):
        if lines and letter.bottom - lines[-1][0].bottom < 0.2 * letter.size:
            lines[-1].append(letter)
        else:
            lines.append([letter])
    for line in lines:
        line.sort(key=lambda letter: letter.left)
    return lines


def _is_twin(one: Letter, other: Letter) -> bool:
    """Some programs print a letter twice, a hair apart, to make it bold."""
    return one.text == other.text and abs(one.left - other.left) < 0.08 * one.size


def _close(run: list[Letter], words: list[Word]) -> None:
    if run:
        words.append(
            Word(
                "".join(letter.text for letter in run),
                run[0].left,
                min(letter.top for letter in run),
                run[-1].right,
                max(letter.bottom for letter in run),
                run[0].size,
                all(letter.is_bold for letter in run),
            )
        )
