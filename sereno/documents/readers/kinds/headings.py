"""Headings matched by meaning: accents, case, order, plural and noise do not count."""

import re
import unicodedata
from collections.abc import Iterable

from sereno.documents.readers.paper import Cell


def plain(text: str) -> str:
    """Small letters and figures only, without accents, one space between words."""
    flat = unicodedata.normalize("NFKD", text.casefold())
    bare = "".join(sign for sign in flat if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^a-z0-9%$]+", " ", bare).split())


def signature(cells: Iterable[Cell]) -> str:
    """What a table's heading is remembered by."""
    return " | ".join(plain(cell.text) for cell in cells)
