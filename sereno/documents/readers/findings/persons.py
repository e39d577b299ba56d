"""Personal data anywhere in the document: told by kind and place, never by its words."""

from collections.abc import Iterator
from typing import Final

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.reading import Finding
from sereno.web.personal import Datum, personal

SPOKEN: Final = {
    Datum.NATIONAL_ID: "cédulas",
    Datum.TAX_ID: "números de RUC",
    Datum.TELEPHONE: "teléfonos",
    Datum.MAIL: "correos",
}


def find(case: Case) -> Iterator[Finding]:
    found = [(piece.place, personal(piece.text)) for piece in case.paper.pieces()]
    cells = [place for place, data in found if data]
    kinds = {SPOKEN[one.kind] for _place, data in found for one in data}
    if cells:
        yield told("personal-data", cells, kinds=", ".join(sorted(kinds)), rows=str(len(cells)))
