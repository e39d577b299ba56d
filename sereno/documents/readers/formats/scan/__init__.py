"""Pictures of pages: PNG, JPEG, TIFF, and the pages of a PDF that hold no text."""

import io
from typing import Final

from PIL import Image, ImageSequence

from sereno.documents.readers.formats.scan import recognising
from sereno.documents.readers.geometry import assembling
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.refusals import Unreadable

MOST_PIXELS: Final = 60_000_000  # an A3 page at 450 dots an inch
MOST_PAGES: Final = 100
WIDE_INCHES: Final = 8.27  # of an A4 page, where the picture does not tell its dots an inch


def read(data: bytes) -> Paper:
    recognising.refuse_without_tesseract()
    sheets = recognising.sheets_of(
        (number, picture, dots) for number, (picture, dots) in enumerate(_frames(data), start=1)
    )
    return assembling.paper_of(sheets, notes=("ocr",))


def _frames(data: bytes) -> list[tuple[Image.Image, float]]:
    """Each page of a TIFF, or the one picture; with its dots an inch."""
    try:
        with Image.open(io.BytesIO(data), formats=("PNG", "JPEG", "TIFF")) as picture:
            if picture.width * picture.height > MOST_PIXELS:
                size = f"{picture.width} × {picture.height}"  # noqa: RUF001
                raise Unreadable("too-many-dots", size=size)
            pages = getattr(picture, "n_frames", 1)
            if pages > MOST_PAGES:
                raise Unreadable("too-many-pages", pages=str(pages), most=str(MOST_PAGES))
            return [(frame.convert("L"), _dots(frame)) for frame in ImageSequence.Iterator(picture)]
    except (OSError, SyntaxError, ValueError, Image.DecompressionBombError) as problem:
        raise Unreadable("truncated", what="la imagen no se abre entera") from problem


def _dots(picture: Image.Image) -> float:
    told = picture.info.get("dpi", (0, 0))[0]
    return float(told) if 100 <= told <= 1200 else min(picture.size) / WIDE_INCHES
