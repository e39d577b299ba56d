"""A card is a picture of 1200 by 630, and its SVG says in words what it shows."""

import io
from decimal import Decimal

from lxml import etree
from PIL import Image

from sereno.reports.formats.card.content import Card
from sereno.reports.formats.card.drawn import HEIGHT, WIDTH, drawn
from sereno.reports.formats.svg.chart import bar

SVG = "{http://www.w3.org/2000/svg}"
CARD = Card(
    council='Consejo de "Loja" <b>',
    name="Minutos que tarda en llegar la ayuda",
    number="7,0",
    unit="min",
    promise="Línea base: 12 min. Meta: 8 min.",
    standing="Cumplida",
    kind="alive",
    question="¿De dónde sale este número?",
    address="consejo.example/metas/llegar",
    bar=str(
        bar(Decimal(7), target=Decimal(8), baseline=Decimal(12), reached=True, title="La meta")
    ),
)


def test_the_png_has_the_size_that_networks_ask_for() -> None:
    with Image.open(io.BytesIO(drawn(CARD, "png"))) as opened:
        assert opened.size == (WIDTH, HEIGHT) == (1200, 630)


def test_the_svg_is_whole_and_tells_its_words() -> None:
    root = etree.fromstring(drawn(CARD, "svg"))
    assert root.get("role") == "img"
    assert root.findtext(f"{SVG}title") == CARD.name
    assert root.findtext(f"{SVG}desc") == CARD.text


def test_the_same_card_gives_the_same_bytes() -> None:
    assert drawn(CARD, "png") == drawn(CARD, "png")
