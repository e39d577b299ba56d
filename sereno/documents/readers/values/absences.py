"""What may stand in place of a value: the two declared absences, and what only looks like one."""

import re
from typing import Final

from sereno.documents.readers.reading import Value
from sereno.documents.readers.values.parsed import Parsed
from sereno.documents.readers.values.words import bare, tidy

DECLARED: Final = {
    "not-applicable": re.compile(r"no\s+aplica(?:ble)?\b\.?"),
    "not-available": re.compile(r"informacion\s+no\s+disponible\b\.?"),
}
UNDECLARED: Final = re.compile(
    r"n\s*[/.]?\s*[ad]\.?|s\s*/\s*n|sin (?:dato|informacion|numero)s?|ningun[oa]?|-+|no hay|"
    r"pendiente|por definir|nulo|null|none|#n/?a|x{3,}|\?+"
)


def absence(text: str) -> Parsed | None:
    """None where the text is no absence; ``undeclared-absence`` where no law accepts it."""
    words = bare(text)
    for name, wording in DECLARED.items():
        if found := wording.match(words):
            because = tidy(tidy(text)[found.end() :].lstrip(" ,.:;-"))
            told: dict[str, Value] = {"kind": "absent", "absence": name, "because": because}
            return Parsed(told)
    if UNDECLARED.fullmatch(words):
        return Parsed(None, code="undeclared-absence")
    return None
