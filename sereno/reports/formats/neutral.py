"""Cells that a spreadsheet would run as a formula, made harmless, and made whole again."""

import re

RUNS = ("=", "+", "-", "@", "\t", "\r")
GUARD = "'"
NUMBER = re.compile(r"[+-]?[\d.,]+( ?%)?")


def neutral(text: str) -> str:
    """With an apostrophe before it, where a spreadsheet would take it for a formula.

    A number may begin with its sign. A text that begins with an apostrophe gets one more, so that
    ``as_it_was`` gives back every text.
    """
    if text.startswith(GUARD) or (text.startswith(RUNS) and not NUMBER.fullmatch(text)):
        return GUARD + text
    return text


def as_it_was(text: str) -> str:
    return text.removeprefix(GUARD)
