"""The pages of a PDF that hold no text, drawn and given to the reader of pictures."""

from collections.abc import Iterator, Sequence

import pypdfium2
from PIL import Image

from sereno.documents.readers.formats.pdf.pages import Seen
from sereno.documents.readers.formats.scan import MOST_PAGES, recognising
from sereno.documents.readers.geometry.sheet import Sheet
from sereno.documents.readers.refusals import Unreadable


def sheets_of(data: bytes, wanted: Sequence[Seen]) -> dict[int, Sheet]:
    recognising.refuse_without_tesseract()
    if len(wanted) > MOST_PAGES:
        raise Unreadable("too-many-pages", pages=str(len(wanted)), most=str(MOST_PAGES))
    return {sheet.number: sheet for sheet in recognising.sheets_of(_drawn(data, wanted))}


def _drawn(data: bytes, wanted: Sequence[Seen]) -> Iterator[tuple[int, Image.Image, float]]:
    """Each at the dots an inch of its own picture, so that nothing is blurred."""
    with pypdfium2.PdfDocument(data) as document:
        for page in wanted:
            number = page.sheet.number
            # A poster is drawn coarser: no page may take the memory of the others.
            largest = max(page.sheet.width, page.sheet.height) / 72
            dots = min(page.dots, 7000 / largest)
            yield (
                number,
                document[number - 1].render(scale=dots / 72, grayscale=True).to_pil(),
                dots,
            )
