"""What tells of a person: national ids, telephones and mails, found and kept out of plans."""

import re
from dataclasses import dataclass

_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_DIGITS = re.compile(r"(?<![\d.,])\d{10}(?![\d.,]?\d)")
_TELEPHONE = re.compile(
    r"(?<![\d.,])(?:\+593[\s-]?\d{1,2}|0[2-7]|09\d)[\s-]?\d{3}[\s-]?\d{3,4}(?![\d.,]?\d)"
)
HIDDEN = "[dato personal]"


@dataclass(frozen=True)
class Personal:
    """``kind`` is ``id``, ``telephone`` or ``mail``."""

    kind: str
    start: int
    end: int


def found(text: str) -> tuple[Personal, ...]:
    """Every piece of a text that tells of a person, in order; none is told twice."""
    pieces = [Personal("mail", *match.span()) for match in _MAIL.finditer(text)]
    pieces += [Personal("id", *match.span()) for match in _DIGITS.finditer(text) if is_id(match[0])]
    taken = [(piece.start, piece.end) for piece in pieces]
    pieces += [
        Personal("telephone", *match.span())
        for match in _TELEPHONE.finditer(text)
        if not any(start < match.end() and match.start() < end for start, end in taken)
    ]
    return tuple(sorted(pieces, key=lambda piece: piece.start))


def is_id(digits: str) -> bool:
    """A cédula: province 01 to 24 or 30, third digit under 6, and its check digit right."""
    if len(digits) != 10 or not digits.isdigit():
        return False
    province, third = int(digits[:2]), int(digits[2])
    if not (1 <= province <= 24 or province == 30) or third > 5:
        return False
    total = 0
    for place, digit in enumerate(digits[:9]):
        doubled = int(digit) * (2 if place % 2 == 0 else 1)
        total += doubled - 9 if doubled > 9 else doubled
    return (10 - total % 10) % 10 == int(digits[9])


def without(text: str) -> str:
    """The text as it may enter a plan that anyone will read."""
    for piece in reversed(found(text)):
        text = text[: piece.start] + HIDDEN + text[piece.end :]
    return text
