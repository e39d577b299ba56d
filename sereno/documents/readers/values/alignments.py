"""Which objectives of a national plan or of the world's goals a text names: ``(catalogue, 9)``."""

import re
from collections.abc import Mapping
from typing import Final

from sereno.documents.readers.values.words import bare

NUMBERED: Final = re.compile(
    r"(?:objetivo|ods)s?(?: nacional(?:es)?)?\s*(?:n[o°º.]*\s*)?"
    r"(\d{1,2}(?:\s*(?:,|y)\s*\d{1,2})*)(?![\d.]*\d)"
)
GOALS: Final = "ods"
OF_THE_WORLD: Final = re.compile(r"objetivos? de desarrollo sostenible|\bods\b|agenda 2030")
SMALL: Final = frozenset(("de", "del", "la", "el", "los", "las", "para", "y", "en", "no", "se"))


def aligned(text: str, catalogues: Mapping[str, str]) -> list[tuple[str, str]]:
    """In the order of the text; ``catalogues`` are names by their code.

    The catalogue is the one whose name the text says, by most of its words; the world's goals by
    their own name. A number under no known name is none.
    """
    code = catalogue_of(text, catalogues)
    if not code:
        return []
    found: dict[tuple[str, str], None] = {}
    for match in NUMBERED.finditer(bare(text)):
        for number in re.findall(r"\d+", match[1]):
            found[code, number.lstrip("0") or "0"] = None
    return list(found)


def catalogue_of(text: str, catalogues: Mapping[str, str]) -> str:
    """Plans that share most of a name are told apart by their years, or else by none."""
    flat = bare(text)
    if OF_THE_WORLD.search(flat):
        return GOALS if GOALS in catalogues else ""
    said = set(re.findall(r"[a-z]{2,}|\d{4}", flat))
    scored: list[tuple[float, str]] = []
    for code, name in catalogues.items():
        own = set(re.findall(r"[a-z]{2,}", bare(name))) - SMALL
        years = set(re.findall(r"\d{4}", name))
        told = {word for word in said if word.isdigit()}
        if own and (not told & {str(year) for year in range(2000, 2100)} or told & years):
            scored.append((len(own & said) / len(own), code))
    scored.sort(reverse=True)
    if not scored or scored[0][0] < 0.75:
        return ""
    is_tie = len(scored) > 1 and scored[1][0] == scored[0][0]
    return "" if is_tie else scored[0][1]
