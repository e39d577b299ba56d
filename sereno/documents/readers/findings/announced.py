"""Parts that are announced and then are fewer or more."""

import re
from collections.abc import Iterator
from typing import Final

from sereno.documents.readers.findings.case import Case
from sereno.documents.readers.findings.sentences import told
from sereno.documents.readers.kinds.headings import plain
from sereno.documents.readers.paper import Cell, Line
from sereno.documents.readers.reading import Finding
from sereno.documents.readers.values.frequencies import NUMERALS

COUNTED: Final = re.compile(
    rf"\b(\d{{1,2}}|{'|'.join(NUMERALS)}) (?:grandes )?(ejes|componentes|programas)\b"
)
# An announcement is a numbered line; what follows opens with its own word.
ANNOUNCED: Final = re.compile(
    r"^\s*\d{1,2}\s*[.\])-]?\s*(eje|componente|programa)\b", re.IGNORECASE
)
WRITTEN: Final = re.compile(r"(eje|componente|programa) (?:\d{1,2} )?(?:de |del )?[a-z]")
FEWEST: Final = 2
Piece = Cell | Line


def find(case: Case) -> Iterator[Finding]:
    pieces = list(case.paper.pieces())
    listed = [piece for piece in pieces if ANNOUNCED.match(piece.text) and short(piece)]
    last = pieces.index(listed[-1]) if listed else -1
    written = distinct([piece for piece in pieces[last + 1 :] if is_heading(piece)])
    if len(listed) >= FEWEST and written and len(listed) != len(written):
        yield of(listed, written, str(len(listed)))
    elif not listed:
        yield from in_words(pieces, distinct([piece for piece in pieces if is_heading(piece)]))


def in_words(pieces: list[Piece], written: list[Piece]) -> Iterator[Finding]:
    """``se organiza en tres ejes`` and then headings of that very word."""
    for piece in pieces:
        for count, what in COUNTED.findall(plain(piece.text)):
            announced = NUMERALS.get(count) or int(count)
            own = [one for one in written if plain(one.text).startswith(what[:-1])]
            if announced >= FEWEST and len(own) >= FEWEST and len(own) != announced:
                yield told(
                    "parts-not-as-announced",
                    [piece.place, *(one.place for one in own)],
                    announced=str(announced),
                    what=what,
                    found=str(len(own)),
                )


def of(listed: list[Piece], written: list[Piece], announced: str) -> Finding:
    places = [piece.place for piece in (*listed, *written)]
    return told(
        "parts-not-as-announced",
        places,
        announced=announced,
        what="partes",
        found=f"{len(written)}: " + "; ".join(" ".join(one.text.split()) for one in written),
    )


def short(piece: Piece) -> bool:
    return len(piece.text) <= 140


def is_heading(piece: Piece) -> bool:
    return len(piece.text) <= 80 and bool(WRITTEN.match(plain(piece.text)))


def distinct(pieces: list[Piece]) -> list[Piece]:
    """Each once: a page repeats its headings."""
    return list({plain(piece.text): piece for piece in reversed(pieces)}.values())[::-1]
