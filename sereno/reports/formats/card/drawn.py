"""A card as a picture, PNG for the networks or SVG for print, with its words inside the SVG."""

from html import escape
from pathlib import Path
from typing import Literal

from sereno.reports.formats.card.content import Card
from sereno.reports.formats.typeset import picture

TEMPLATE = Path(__file__).parent / "card.typ"
WIDTH, HEIGHT = 1200, 630
Ending = Literal["png", "svg"]


def drawn(card: Card, ending: Ending) -> bytes:
    """Raises ``CannotPrint``. One point of the page is one dot of the picture."""
    made = picture(TEMPLATE, {"card": card.data}, ending)
    return made if ending == "png" else _told(made.decode(), card).encode()


def _told(svg: str, card: Card) -> str:
    """Typst draws letters as shapes: what they say goes into the title of the picture."""
    head, _, rest = svg.partition(">")
    return (
        f'{head} role="img" aria-labelledby="titulo texto">'
        f'<title id="titulo">{escape(card.name)}</title>'
        f'<desc id="texto">{escape(card.text)}</desc>{rest}'
    )
