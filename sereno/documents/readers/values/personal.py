"""Personal data located in a text: national ids, tax numbers, telephones, mails."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Found:
    """``kind`` is ``national-id``, ``tax-id``, ``telephone`` or ``mail``; where in the text."""

    kind: str
    start: int
    end: int


def personal(text: str) -> list[Found]:
    """Everything personal that a text holds, in order, without overlaps."""
    found = sorted(everything(text), key=lambda one: (one.start, -one.end))
    kept: list[Found] = []
    for one in found:
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def everything(text: str) -> Iterator[Found]:
    for mark in MAIL.finditer(text):
        yield Found("mail", *mark.span())
    for mark in RUC.finditer(text):
        if is_tax_id(mark[0]):
            yield Found("tax-id", *mark.span())
    for mark in ID.finditer(text):
        if is_national_id(mark[1] + mark[2]):
            yield Found("national-id", *mark.span())
    for mark in PHONE.finditer(text):
        yield Found("telephone", *mark.span())


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
