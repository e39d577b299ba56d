"""The findings of a document as a letter to the unit that wrote it: plain, and without blame."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

import typst
from django.utils.translation import gettext as _

from sereno.documents.models import Document
from sereno.documents.rules.doubts import where
from sereno.documents.rules.rows import plain
from sereno.documents.rules.values import said
from sereno.web.personal import without

TEMPLATE = Path(__file__).parent / "letter.typ"
MOST = 6  # cells quoted for one finding


class CannotPrint(Exception):
    """The letter could not be set; the message is Typst's own first line."""


@dataclass(frozen=True)
class Point:
    """One thing to look at: what is said, where it stands, and the words there."""

    says: str
    at: str
    quotes: tuple[str, ...]


@dataclass(frozen=True)
class Letter:
    """Everything that the page and the PDF print, so that they cannot differ."""

    title: str
    name: str
    seal: str
    on: str
    opening: str
    points: tuple[Point, ...]
    closing: str


def letter_of(document: Document, *, on: date) -> Letter:
    texts = _texts(document)
    points = tuple(_point(finding, texts) for finding in document.findings)
    return Letter(
        title=_("Observaciones al documento"),
        name=without(document.name),
        seal=document.sha256,
        on=f"{on:%d/%m/%Y}",
        opening=_opening(len(points)),
        points=points,
        closing=_(
            "Le pedimos revisarlas y enviar la edición corregida, o decirnos si alguna está bien "
            "como está. El documento original queda guardado tal como llegó. Gracias por su "
            "trabajo."
        ),
    )


def _opening(points: int) -> str:
    if not points:
        return _("Leímos su documento y no encontramos nada que observar.")
    return _(
        "Leímos su documento para incorporarlo al plan. Encontramos %(points)s puntos que conviene "
        "mirar juntos antes de publicarlo. Cada uno dice dónde está y qué llamó la atención."
    ) % {"points": points}


def _point(finding: Mapping[str, Any], texts: Mapping[tuple[Any, ...], str]) -> Point:
    """Words that the sentence says already are not quoted again."""
    says = str(finding["says"])
    quotes = dict.fromkeys(
        texts[where(cell)] for cell in finding["cells"] if texts.get(where(cell))
    )
    told = [quote for quote in quotes if plain(quote) not in plain(says)]
    places = list(dict.fromkeys(place_said(cell) for cell in finding["cells"]))
    at = "; ".join(places[:MOST])
    if len(places) > MOST:
        at = _("%(places)s y %(more)s lugares más") % {
            "places": at,
            "more": len(places) - MOST,
        }
    return Point(says=without(says), at=at, quotes=tuple(map(without, told[:MOST])))


def place_said(place: Mapping[str, Any]) -> str:
    """``página 2, tabla 1, fila 4, columna 3``."""
    words = (
        ("sheet", _("hoja %(at)s")),
        ("page", _("página %(at)s")),
        ("table", _("tabla %(at)s")),
        ("row", _("fila %(at)s")),
        ("column", _("columna %(at)s")),
    )
    return ", ".join(word % {"at": place[name]} for name, word in words if place.get(name))


def _texts(document: Document) -> dict[tuple[Any, ...], str]:
    """The words of every cell that was read, by where it stands."""
    found: dict[tuple[Any, ...], str] = {}
    for item in document.items.in_order():
        for field in item.read.values():
            for place in field["source"]:
                found[where(place)] = said(field)
    return found


def pdf(letter: Letter) -> bytes:
    """Set the letter; the machine's own fonts are not used, so it is the same everywhere."""
    try:
        printed: bytes = typst.compile(
            TEMPLATE,
            format="pdf",
            sys_inputs={"letter": json.dumps(asdict(letter), ensure_ascii=False)},
            ignore_system_fonts=True,
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as problem:
        raise CannotPrint(problem.message) from problem
    return printed
