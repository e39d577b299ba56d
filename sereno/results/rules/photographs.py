"""A photograph for the public: turned upright, drawn anew, and with nothing in it but what is seen.

A camera writes into a file where and when it was taken, by which device, and often a small picture
from before it was cropped. Only the pixels are carried over, so no field can be forgotten.
"""

import warnings
from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

LARGEST_SIDE = 2_400
PIXELS = 60_000_000


class NotAPhotograph(Exception):
    """The bytes begin like a picture and cannot be drawn, or would fill the memory."""


def public_copy(content: bytes) -> bytes:
    """A JPEG of what a JPEG or PNG shows, upright, without metadata, at most 2,400 pixels long."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(content), formats=("JPEG", "PNG")) as opened:
                if opened.width * opened.height > PIXELS:
                    raise NotAPhotograph
                seen = ImageOps.exif_transpose(opened)
                seen.thumbnail((LARGEST_SIDE, LARGEST_SIDE))
                return _drawn(seen)
    except (
        UnidentifiedImageError,
        Image.DecompressionBombError,
        Image.DecompressionBombWarning,
        OSError,
        SyntaxError,
        ValueError,
    ) as problem:
        raise NotAPhotograph from problem


def _drawn(seen: Image.Image) -> bytes:
    """The pixels alone, on white where nothing covered the paper."""
    layer = seen.convert("RGBA")
    bare = Image.new("RGB", layer.size, "white")
    bare.paste(layer, mask=layer.getchannel("A"))
    out = BytesIO()
    bare.save(out, "JPEG", quality=88, optimize=True)
    return out.getvalue()
