"""The words of a cell made comparable: without accents, capitals, marks of HTML or odd spaces."""

import html
import re
import unicodedata
from typing import Final

TAG: Final = re.compile(r"<[a-zA-Z/!][^<>]{0,500}>")
SPACES: Final = re.compile(r"[\s\u00a0\u202f\u200b]+")


def tidy(text: str) -> str:
    """One space between words and no HTML; the letters stay as they were."""
    if "<" in text or "&" in text:
        text = html.unescape(TAG.sub(" ", text))
    return SPACES.sub(" ", text).strip()


def bare(text: str) -> str:
    """Small letters without accents, so that words can be looked up."""
    flat = unicodedata.normalize("NFKD", tidy(text).casefold())
    return "".join(sign for sign in flat if not unicodedata.combining(sign))
