"""Amounts as people of Ecuador write them, and a reason for each that cannot be read for sure."""

import re
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

LARGEST = Decimal(10) ** 13


class Unread(StrEnum):
    """Why a text is no amount."""

    NOT_A_NUMBER = "not_a_number"
    POINT_FOR_DECIMALS = "point_for_decimals"
    MORE_THAN_CENTS = "more_than_cents"
    TOO_LARGE = "too_large"


@dataclass(frozen=True)
class NotAnAmount(Exception):
    """The text cannot be read as an amount; reading it by guess could move a decimal."""

    reason: Unread
    text: str


_MINUS = {"-", "\u2212", "\u2013"}
_SPACES = re.compile(r"[\s\u00a0\u202f]")
_HERE = re.compile(r"[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?|\d+(?:,\d+)?")
_PLAIN = re.compile(r"\d+\.(?:\d{1,2})")
_THERE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+\.\d+")


def amount(text: str) -> Decimal | None:
    """``4.884,15``, ``4884,15``, ``4884`` and a spreadsheet's ``4884.15``; nothing for a blank.

    ``4,884.15`` and ``4,884`` are refused: one is written as elsewhere, the other could be
    either. A minus before, or the accountant's brackets around, make it negative.
    """
    bare = _SPACES.sub("", text).upper().removeprefix("USD").replace("$", "")
    if not bare:
        return None
    negative = bare[0] in _MINUS or (bare[0] == "(" and bare[-1] == ")")
    digits = bare.strip("()") if bare[0] == "(" else bare[1:] if negative else bare
    value = _digits(digits, text)
    return -value if negative and value else value


def _digits(digits: str, text: str) -> Decimal:
    if _PLAIN.fullmatch(digits):
        plain = digits
    elif _HERE.fullmatch(digits):
        plain = digits.replace(".", "").replace(",", ".")
    elif _THERE.fullmatch(digits):
        raise NotAnAmount(Unread.POINT_FOR_DECIMALS, text)
    else:
        raise NotAnAmount(Unread.NOT_A_NUMBER, text)
    if len(plain.partition(".")[2]) > 2:
        raise NotAnAmount(Unread.MORE_THAN_CENTS, text)
    value = Decimal(plain).quantize(Decimal("0.01")) if len(plain) < 20 else LARGEST
    if value >= LARGEST:
        raise NotAnAmount(Unread.TOO_LARGE, text)
    return value
