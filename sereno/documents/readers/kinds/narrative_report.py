"""A report in prose: what it counts is proposed as facts, never accepted by itself."""

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from sereno.documents.readers.kinds.likeness import Likeness
from sereno.documents.readers.paper import Cell, Line, Paper
from sereno.documents.readers.reading import Fact, Reading, Unplaced
from sereno.documents.readers.values.frequencies import NUMERALS
from sereno.documents.readers.values.words import bare, tidy

NAME = "narrative_report"
SPOKEN: Final = [word for word, value in NUMERALS.items() if value > 1]
COUNTED: Final = re.compile(
    rf"(?<![\w.,/-])(?:(\d{{1,3}}(?:\.\d{{3}})+|\d{{1,6}})|\b({'|'.join(SPOKEN)}))\s+"
    r"(?:de (?:los|las) |de )?(?=((?!de\b|y\b|a\b|por\b|al\b|del\b)[a-z]{4,}(?: [a-z]+){0,5}))"
)
MONTHS: Final = {
    "enero", "febrero", "marzo", "abril", "mayo", "junio", "julio", "agosto", "septiembre",
    "octubre", "noviembre", "diciembre",
}  # fmt: skip
# What is numbered is not counted, and neither is a span of time.
NUMBERED: Final = re.compile(
    r"(?:articulo|art\.?|no\.?|nro\.?|numero|ordenanza|lista|ano|literal|numeral|fase|etapa|zona)\s*$"
)
TIMES: Final = {
    "dias", "meses", "anos", "semanas", "horas", "minutos", "porciento",
}  # fmt: skip
STOP: Final = {
    "que", "donde", "para", "con", "por", "entre", "se", "este", "esta", "estos", "estas", "como",
    "mediante", "en", "al", "a", "y", "e", "o", "u", "ubicadas", "ubicados", "dirigidas",
    "dirigidos", "durante", "desde", "hasta", "sobre",
}  # fmt: skip
LONG: Final = 80
FEWEST: Final = 2


def recognise(paper: Paper) -> Likeness:
    """Mostly paragraphs, and at least two countable statements in them."""
    prose = sum(len(line.text) for line in paper.lines if len(line.text) >= LONG)
    whole = sum(len(piece.text) for piece in paper.pieces()) or 1
    found = sum(1 for line in paper.lines for _fact in facts_in(line))
    if prose < 0.6 * whole or found < FEWEST:
        return Likeness(0.0, "no es un relato con cifras")
    return Likeness(
        min(0.6, 0.3 + 0.05 * found),
        f"es un relato: {100 * prose // whole} % son párrafos, con {found} cantidades",
    )


def read(paper: Paper) -> Reading:
    """No row: the facts are proposals, and every word stays with whoever reviews."""
    likeness = recognise(paper)
    facts = tuple(fact for line in paper.lines for fact in facts_in(line))
    left = tuple(
        Unplaced(piece.text, piece.place) for piece in paper.pieces() if piece.text.strip()
    )
    return Reading(NAME, likeness.score, likeness.because, facts=facts, unplaced=left)


def facts_in(piece: Line | Cell) -> Iterator[Fact]:
    text = tidy(piece.text)
    flat = bare(text)
    if len(flat) != len(text):
        text = flat
    for found in COUNTED.finditer(flat):
        counts = counted(found[3])
        first = counts.split(" ", 1)[0]
        if not counts or first in MONTHS | TIMES or NUMBERED.search(flat[: found.start()]):
            continue
        digits = (found[1] or "").replace(".", "")
        value = Decimal(digits) if digits else Decimal(NUMERALS[found[2]])
        if 1900 <= value <= 2100 and digits:
            continue
        yield Fact(clause(text, found.start(), found.end()), counts, value, first, piece.place)


def counted(words: str) -> str:
    """The thing that is counted, up to where the sentence goes on."""
    kept: list[str] = []
    for word in words.split():
        if word in STOP:
            break
        kept.append(word)
    while kept and kept[-1] in {"de", "del", "los", "las", "la", "el"}:
        kept.pop()
    return " ".join(kept)


def clause(text: str, start: int, end: int) -> str:
    """The words around the figure, from comma to comma."""
    first = max(text.rfind(sign, 0, start) for sign in ",;.") + 1
    last = min((at for sign in ",;." if (at := text.find(sign, end)) >= 0), default=len(text))
    return text[first:last].strip()
