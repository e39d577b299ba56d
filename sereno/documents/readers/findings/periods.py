"""Dates that fall outside the period the plan says it is for."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Place
from sereno.documents.readers.reading import Finding

PERIOD: Final = re.compile(
    r"\b(?:periodo|plan)\b(?: [a-z]+){0,7} ((?:19|20)\d\d) (?:al? |hasta )?(?:[a-z]+ ){0,3}"
    r"((?:19|20)\d\d)\b"
)
DATED: Final = ("years", "starts_on", "ends_on")
LONGEST: Final = 12


def find(case: Case) -> Iterator[Finding]:
    period = period_of(case)
    if not period:
        return
    first, last, place = period
    for _table, row in case.rows():
        for name in DATED:
            field = row.fields.get(name)
            outside = [year for year in years_in(field.value if field else None)
                       if not first <= year <= last]  # fmt: skip
            if field and outside:
                yield told(
                    "dates-outside-plan",
                    [*field.source, place],
                    said=", ".join(map(str, outside)),
                    period=f"{first}-{last}",
                )


def period_of(case: Case) -> tuple[int, int, Place] | None:
    """The first that the document's own words name."""
    for piece in case.paper.pieces():
        found = PERIOD.search(plain(piece.text))
        if found and 0 < int(found[2]) - int(found[1]) <= LONGEST:
            return int(found[1]), int(found[2]), piece.place
    return None


def years_in(value: object) -> list[int]:
    if isinstance(value, list):
        return [int(one) for one in value if isinstance(one, Decimal)]
    if isinstance(value, str) and re.match(r"(?:19|20)\d\d-", value):
        return [int(value[:4])]
    return []
