"""Personal data located in a text: national ids, tax numbers, telephones, mails. The one place.

All are flagged where a document is read, and hidden before its words enter a plan. What reaches an
edition, a picture or a matrix is refused while it is private: an office may give its own telephone
line and its institutional mail, a person's never goes out unless a rule names that field.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

RUC: Final = re.compile(r"(?<![\d.,-])\d{13}(?!\d|[.,-]\d)", re.ASCII)
ID: Final = re.compile(r"(?<![\d.,-])(\d{9})[- ]?(\d)(?!\d|[.,-]\d)", re.ASCII)
MAIL: Final = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}", re.ASCII)
PHONE: Final = re.compile(
    r"(?<![\w.,/-])(?:"
    r"\+?\(?593[- )]*\(?0?[2-9]\d?\)?(?:[ .-]?\d){7,8}"  # with the country
    r"|09\d(?:\s?-?\s?\d){7}"  # a mobile
    r"|\(?0[2-7]\)?[ -]?\d{3}[ -]?\d{4}"  # a line
    r")(?!\d)(?:\s*ext\.?\s*\d{1,5})?",
    re.IGNORECASE | re.ASCII,
)


MOBILE: Final = re.compile(r"(?:593[- )]*\(?0?|0)9")
OFFICES: Final = re.compile(r"@(?:[\w-]+\.)*(?:gob|gov|edu|mil|fin)\.[a-z]{2}$", re.IGNORECASE)
HIDDEN: Final = "[dato personal]"


class Datum(StrEnum):
    NATIONAL_ID = "national-id"
    TAX_ID = "tax-id"
    TELEPHONE = "telephone"
    MAIL = "mail"


@dataclass(frozen=True)
class Found:
    """What it is and where in the text; ``is_private`` where it is a person's, not an office's."""

    kind: Datum
    start: int
    end: int
    is_private: bool = True


def personal(text: str) -> list[Found]:
    """Everything personal that a text holds, in order, without overlaps."""
    found = sorted(everything(text), key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def holds(text: str) -> bool:
    """Whether a text tells of a person or an office."""
    return bool(personal(text))


def is_private(text: str) -> bool:
    """Whether a text tells what no edition may: of a person, not of an office."""
    return any(one.is_private for one in personal(text))


def without(text: str) -> str:
    """The text as it may enter a plan."""
    for one in reversed(personal(text)):
        text = text[: one.start] + HIDDEN + text[one.end :]
    return text


def everything(text: str) -> Iterator[Found]:
    for mark in MAIL.finditer(text):
        yield Found(Datum.MAIL, *mark.span(), is_private=not OFFICES.search(mark[0]))
    for mark in RUC.finditer(text):
        if is_tax_id(mark[0]):
            yield Found(Datum.TAX_ID, *mark.span(), is_private=mark[0][2] < "6")
    for mark in ID.finditer(text):
        if is_national_id(mark[1] + mark[2]):
            yield Found(Datum.NATIONAL_ID, *mark.span())
    for mark in PHONE.finditer(text):
        is_mobile = bool(MOBILE.match(mark[0].lstrip("+(")))
        yield Found(Datum.TELEPHONE, *mark.span(), is_private=is_mobile)


def is_national_id(digits: str) -> bool:
    """A person's ten digits: a province, a third digit under 6, and a check digit that follows."""
    if not re.fullmatch(r"\d{10}", digits, re.ASCII) or not is_province(digits[:2]):
        return False
    if digits[2] > "5":
        return False
    total = 0
    for at, digit in enumerate(digits[:9]):
        double = int(digit) * (2 - at % 2)
        total += double - 9 if double > 9 else double
    return (10 - total % 10) % 10 == int(digits[9])


def is_tax_id(digits: str) -> bool:
    """A person's id with its establishment, or a company's or entity's number."""
    if not re.fullmatch(r"\d{13}", digits, re.ASCII) or not is_province(digits[:2]):
        return False
    if digits[2] in "69":
        return not digits.endswith("000")
    return digits[10:] != "000" and is_national_id(digits[:10])


def is_province(digits: str) -> bool:
    return 1 <= int(digits) <= 24 or int(digits) == 30
