"""A percentage that does not follow from the two figures beside it."""

from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sereno.documents.readers.findings.case import Case, amount
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.reading import Finding
from sereno.documents.readers.values.numbers import spanish

# The share, its part, and its whole: the first whole that is there counts.
RULES: Final = (
    ("percent", "executed", ("planned",)),
    ("execution", "accrued", ("codified", "initial")),
)


def find(case: Case) -> Iterator[Finding]:
    for _table, row in case.rows():
        for share_name, part_name, wholes in RULES:
            whole_name = next((name for name in wholes if amount(row, name)), "")
            share, part = amount(row, share_name), amount(row, part_name)
            whole = amount(row, whole_name)
            if share is None or part is None or not whole:
                continue
            right = 100 * part / whole
            if not agrees(share, right) and not is_fraction(share, right):
                cells = [
                    place
                    for name in (share_name, part_name, whole_name)
                    for place in row.fields[name].source
                ]
                yield told(
                    "percent-not-from-parts",
                    cells,
                    said=spanish(share),
                    part=spanish(part),
                    whole=spanish(whole),
                    right=spanish(right, 2),
                )


def agrees(share: Decimal, right: Decimal) -> bool:
    """Rounded or cut at its own last digit."""
    exponent = share.as_tuple().exponent
    places = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    return abs(share - right) < Decimal(1).scaleb(-places)


def is_fraction(share: Decimal, right: Decimal) -> bool:
    """A spreadsheet keeps 75 % as 0.75."""
    return 0 < share <= 1 and abs(100 * share - right) < 1
