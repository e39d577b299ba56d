"""Facts of the territory that cannot be: the canton's own numbers are passed in."""

import re
from collections.abc import Iterator

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.reading import Finding
from sereno.documents.readers.values.frequencies import NUMERALS


def find(case: Case) -> Iterator[Finding]:
    """More of a thing than there are, or ``the`` so many where there are not so many."""
    for what, right in case.territory.items():
        wording = re.compile(
            rf"\b(las |los |todas las |todos los )?(\d{{1,3}}|{'|'.join(NUMERALS)}) "
            rf"{re.escape(plain(what))}\b"
        )
        for piece in case.paper.pieces():
            for found in wording.finditer(plain(piece.text)):
                number = NUMERALS.get(found[2]) or int(found[2])
                if number > right or (found[1] and number != right):
                    yield told(
                        "territory-impossible",
                        [piece.place],
                        said=found[0].strip(),
                        right=f"{right} {what}",
                    )
