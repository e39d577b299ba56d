"""Lines of a cell put together again: words cut by a hyphen at the end of a line are mended."""

import re
from collections.abc import Iterable, Sequence

LETTERS = "A-Za-zÁÉÍÓÚÜÑáéíóúüñ"
HYPHENS = "-\u00ad\u2010"
CUT = re.compile(rf"([{LETTERS}]+)[{HYPHENS}]$")
GOES_ON = re.compile(rf"^([{LETTERS}]+)")
WORD = re.compile(rf"[{LETTERS}]+(?:-[{LETTERS}]+)*")


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in the document, with their inner hyphens."""
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def joined(lines: Sequence[str], vocabulary: frozenset[str]) -> str:
    """The lines kept apart by line feeds, but for a word that a hyphen cut in two."""
    text = ""
    for line in lines:
        if not text:
            text = line
        elif (mended := _mended(text, line, vocabulary)) is not None:
            text = mended
        else:
            text = f"{text}\n{line}"
    return text.replace("\u00ad", "")


def _mended(text: str, line: str, vocabulary: frozenset[str]) -> str | None:
    before, after = CUT.search(text), GOES_ON.match(line)
    if not before or not after:
        return None
    first, second = before.group(1), after.group(1)
    if second[0].isupper() and not first.isupper():
        return None if first[0].islower() else f"{text}{line}"
    together, hyphened = (first + second).lower(), f"{first}-{second}".lower()
    if text.endswith("-") and hyphened in vocabulary and together not in vocabulary:
        return f"{text}{line}"
    return f"{text[:-1]}{line}"
