"""A public copy shows what the photograph shows, upright, and tells nothing else."""

from io import BytesIO

import pytest
from PIL import Image, PngImagePlugin

from sereno.results.rules.photographs import LARGEST_SIDE, NotAPhotograph, public_copy

ORIENTATION, MAKE, GPS = 0x0112, 0x010F, 0x8825
SECRET = b"CamaraSecreta"


def photograph(width: int = 40, height: int = 20, *, orientation: int = 6) -> bytes:
    """A picture whose left half is red, taken with the telephone held upright."""
    picture = Image.new("RGB", (width, height), "white")
    picture.paste("red", (0, 0, width // 2, height))
    exif = Image.Exif()
    exif[ORIENTATION], exif[MAKE] = orientation, SECRET.decode()
    exif.get_ifd(GPS)[1] = "S"
    out = BytesIO()
    picture.save(out, "JPEG", exif=exif, comment=SECRET)
    return out.getvalue()


def test_nothing_that_the_camera_wrote_is_carried_over() -> None:
    taken = photograph()
    assert SECRET in taken
    shown = public_copy(taken)
    assert SECRET not in shown
    with Image.open(BytesIO(shown)) as opened:
        assert dict(opened.getexif()) == {}
        assert not {"exif", "comment", "icc_profile", "xmp"} & opened.info.keys()


def test_it_is_turned_upright_before_the_note_that_said_so_is_lost() -> None:
    with Image.open(BytesIO(public_copy(photograph(orientation=6)))) as opened:
        assert opened.size == (20, 40)
        top, bottom = opened.getpixel((10, 5)), opened.getpixel((10, 35))
    assert top != bottom
    assert isinstance(top, tuple)
    assert top[1] < 60


def test_what_follows_the_picture_in_the_file_is_left_behind() -> None:
    assert SECRET not in public_copy(photograph() + SECRET)


def test_a_png_loses_its_texts_and_what_nothing_covers_is_paper() -> None:
    told = PngImagePlugin.PngInfo()
    told.add_text("Author", SECRET.decode())
    out = BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(out, "PNG", pnginfo=told)
    shown = public_copy(out.getvalue())
    assert SECRET not in shown
    with Image.open(BytesIO(shown)) as opened:
        assert opened.getpixel((5, 5)) == (255, 255, 255)


def test_a_large_photograph_is_made_smaller_and_the_same_one_gives_the_same_copy() -> None:
    taken = photograph(3_000, 1_000)
    shown = public_copy(taken)
    assert shown == public_copy(taken)
    with Image.open(BytesIO(shown)) as opened:
        assert max(opened.size) == LARGEST_SIDE


def bomb() -> bytes:
    out = BytesIO()
    Image.new("1", (10_000, 7_000)).save(out, "PNG")
    return out.getvalue()


@pytest.mark.parametrize(
    "content", [b"\xff\xd8\xff", b"\x89PNG\r\n\x1a\nrest", photograph()[:300], bomb(), b"GIF89a"]
)
def test_what_cannot_be_drawn_is_refused(content: bytes) -> None:
    with pytest.raises(NotAPhotograph):
        public_copy(content)
