"""A picture as it came off the glass, made ready to be read: without specks, straight, large."""

from typing import Final

import numpy as np
from PIL import Image, ImageFilter

MOST_DEGREES: Final = 4.0
FINEST: Final = 0.05
SMALL: Final = 1000  # the width at which the slant is measured
DOTS: Final = 300.0  # an inch: what the recognition wants


def cleaned(picture: Image.Image, dots: float) -> tuple[Image.Image, Image.Image, float]:
    """The picture in grey without specks, the same with them, and its dots an inch, about 300.

    What takes the specks away takes thin rules too: these are looked for where all is left.
    """
    whole = picture.convert("L")
    grey = whole.filter(ImageFilter.MedianFilter(3))
    times = DOTS / dots
    if times > 1.15 or times < 0.85:
        size = (round(grey.width * times), round(grey.height * times))
        grey = grey.resize(size, Image.Resampling.BICUBIC)
        whole = whole.resize(size, Image.Resampling.BICUBIC)
        dots = DOTS
    slant = slant_of(grey)
    if abs(slant) >= FINEST:
        grey = grey.rotate(slant, Image.Resampling.BICUBIC, fillcolor=255)
        whole = whole.rotate(slant, Image.Resampling.BICUBIC, fillcolor=255)
    return grey, whole, dots


def slant_of(grey: Image.Image) -> float:
    """The degrees by which the lines lean: where they stand level, rows are ink or white."""
    times = min(1.0, SMALL / grey.width)
    small = grey.resize((round(grey.width * times), round(grey.height * times)))
    ink = Image.fromarray(np.where(np.array(small) < 160, 255, 0).astype(np.uint8))
    best, reach, step = 0.0, MOST_DEGREES, 0.5
    while step >= FINEST:
        tried = np.arange(best - reach, best + reach + step / 2, step)
        best = float(max(tried, key=lambda degrees: _evenness(ink, float(degrees))))
        reach, step = step, step / 4
    return best


def _evenness(ink: Image.Image, degrees: float) -> float:
    rows = np.array(ink.rotate(degrees, Image.Resampling.BILINEAR), dtype=np.float32).sum(axis=1)
    return float(((rows[1:] - rows[:-1]) ** 2).sum())
