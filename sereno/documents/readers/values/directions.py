"""Which way a target points: its verb says whether the figure is to rise, to fall or to stay."""

import re
from typing import Final

VERBS: Final = (
    ("fall", r"reduc\w+|disminu\w+|bajar|baje|rebaj\w+|minimiz\w+|erradic\w+|elimin\w+"
             r"|descen\w+|evitar|decre\w+"),
    ("keep", r"manten\w+|mantien\w+|conserv\w+|sosten(?:er|ga)\w*|preserv\w+"),
    ("within", r"entre\s+\d[\d.,]*\s*%?\s+y\s+\d+|^\d[\d.,]*\s*(?:-|\u2013|a)\s*\d+"),
    ("rise", r"increment\w+|aument\w+|alcan[zc]\w+|llegar|lograr?|ampli\w+|mejor\w+|fortal\w+"
             r"|crecer|elev\w+|subir|cubrir|form(?:ar|e|en|ad|aci)\w*|capacit\w+|dotar"
             r"|implement\w+|realiz\w+"
             r"|ejecut\w+|constru\w+|instal\w+|apoy\w+|generar?|levant\w+|automatiz\w+|actualiz\w+"
             r"|renov\w+|beneficiar?|intervenir|entreg\w+|atend\w+|cumpl\w+|elabor\w+|crear?"
             r"|adquir\w+|contar|recuper\w+|sembrar|plantar|reforest\w+|conform\w+|organiz\w+"
             r"|moderniz\w+|otorgar|garantizar|promover|fomentar|impulsar|desarrollar|tener"),
)  # fmt: skip
OPENS: Final = tuple((name, re.compile(rf"(?:{words})\b")) for name, words in VERBS)


def direction(words: str) -> str:
    """``rise``, ``fall``, ``keep``, ``within`` or nothing; the earliest verb of the text decides.

    ``words`` are bare: small letters without accents.
    """
    first = [(found.start(), name) for name, wording in OPENS if (found := wording.search(words))]
    return min(first)[1] if first else ""


MOST: Final = (
    r"no mas de|menos de|m[aá]ximo(?: de)?|inferior(?:es)? a|menor(?:es)? (?:a|que)|a lo sumo"
)
LEAST: Final = (
    r"no menos de|al menos|por lo menos|m[ií]nimo(?: de)?|m[aá]s de|superior(?:es)? a"
    r"|mayor(?:es)? (?:a|que)"
)
LIMITS: Final = f"{MOST}|{LEAST}"
LIMIT: Final = re.compile(rf"(?:(no menos de|{MOST}|<=?|≤)|({LEAST}|>=?|≥))\s*(?:el |un )?\s*$")


def limit(before: str) -> str:
    """What a limit right before the figure says: ``al menos`` wants more, ``máximo`` less."""
    found = LIMIT.search(before.casefold())
    if not found:
        return ""
    return "fall" if found[1] and found[1] != "no menos de" else "rise"
