"""Lines of a cell put together again, and the words that the end of a line cut in two.

Most are cut by a hyphen. In a column too narrow for them office programs cut words anywhere, and
without one: such a word stands alone on its line and fills it.
"""

import re
from collections.abc import Iterable, Sequence

LETTERS = "A-Za-zÁÉÍÓÚÜÑáéíóúüñ"
HYPHENS = "-\u00ad\u2010"
CUT = re.compile(rf"([{LETTERS}]+)[{HYPHENS}]$")
GOES_ON = re.compile(rf"^([{LETTERS}]+)")
WORD = re.compile(rf"[{LETTERS}]+(?:-[{LETTERS}]+)*")
# What no Spanish word ends in, and what none begins with.
UNENDED = re.compile(r"[bcfghjkmñpqtvw]$", re.IGNORECASE)
UNBEGUN = re.compile(r"(?![bcfgp][lr]|[dt]r|ll|ch)[bcdfghjklmnñpqrstvwxyz]{2}")
REMNANT = 3  # letters of a rest that is no word by itself, mostly
SMALL = re.compile(
    r"a|al|con|de|del|e|el|en|era|es|fin|han|hay|las?|les?|los?|más|me|mi|muy|ni|no|nos|os?|por|que"
    r"|red|se|ser|s[ií]|sin|son|sus?|te|tu|u|un|una|uno|vía|ya?"
)


def vocabulary_of(texts: Iterable[str]) -> frozenset[str]:
    """The words that stand whole in the document, with their inner hyphens."""
    return frozenset(word.lower() for text in texts for word in WORD.findall(text))


def joined(
    lines: Sequence[str],
    vocabulary: frozenset[str],
    *,
    full: Sequence[bool] = (),
    whole: frozenset[str] = frozenset(),
) -> str:
    """The lines kept apart by line feeds, but for a word that was cut in two.

    ``full`` says of which lines nothing more would have fitted in; ``whole`` are words of the
    document that stand within a line, so that no end of a line can have cut them.
    """
    text = ""
    for number, line in enumerate(lines):
        if not text:
            text = line
        elif full and full[number - 1] and _is_cut(lines[number - 1], line, whole):
            text = f"{text}{line}"
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


def _is_cut(before: str, line: str, whole: frozenset[str]) -> bool:
    """A word alone, of which the next line opens with the rest, or with the comma behind it."""
    if " " in before or not before[-1].isalpha():
        return False
    if line[0] in ",.;:)":
        return True
    opens = GOES_ON.match(line)
    if not opens or not line[0].islower():
        return False
    rest, together = opens.group(1).lower(), (before + opens.group(1)).lower()
    if together in whole or UNENDED.search(before) or UNBEGUN.match(rest):
        return True
    return len(rest) <= REMNANT and not SMALL.fullmatch(rest) and rest not in whole
