"""A file is known by its content, whatever it is called."""

from contextlib import suppress
from io import BytesIO
from zipfile import ZipFile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.results.rules import evidence
from sereno.results.rules.evidence import NotEvidence, Refusal, media_type


def archive(**files: bytes) -> bytes:
    """A zip; names are written with __ for a slash and _DOT_ for a point."""
    held = BytesIO()
    with ZipFile(held, "w") as made:
        for name, content in files.items():
            made.writestr(name.replace("__", "/").replace("_DOT_", "."), content)
    return held.getvalue()


def office(part: str, *more: str) -> bytes:
    held = BytesIO()
    with ZipFile(held, "w") as made:
        for name in ("[Content_Types].xml", part, *more):
            made.writestr(name, "<x/>")
    return held.getvalue()


GOOD = [
    (b"%PDF-1.7\n%...", evidence.PDF),
    (b"\xff\xd8\xff\xe0\x00\x10JFIF", evidence.JPEG),
    (b"\x89PNG\r\n\x1a\n....", evidence.PNG),
    (b"parroquia,barrios\nMalacatos,12\n", evidence.CSV),
    ("\ufeffparroquia;año\nSucre;2026\n".encode(), evidence.CSV),
    ("parroquia;año\nEl Cisne;2026\n".encode("cp1252"), evidence.CSV),
    (office("xl/workbook.xml"), evidence.XLSX),
    (office("word/document.xml"), evidence.DOCX),
    (archive(mimetype=evidence.ODS.encode(), content_DOT_xml=b"<x/>"), evidence.ODS),
    (archive(mimetype=evidence.ODT.encode(), content_DOT_xml=b"<x/>"), evidence.ODT),
]
BAD = [
    (b"", Refusal.EMPTY),
    (b"%PDF-" + b"0" * evidence.LARGEST, Refusal.TOO_LARGE),
    (b"MZ\x90\x00\x03", Refusal.UNKNOWN_TYPE),
    (b"<html><script>a,b</script></html>", Refusal.UNKNOWN_TYPE),
    (b"<svg xmlns='http://www.w3.org/2000/svg'/>", Refusal.UNKNOWN_TYPE),
    (b"solo una frase", Refusal.UNKNOWN_TYPE),
    (b"a,b\n1,2,3\n", Refusal.UNKNOWN_TYPE),
    (b"a,b\x00\n1,2\n", Refusal.UNKNOWN_TYPE),
    (b"PK\x03\x04 nothing", Refusal.UNKNOWN_TYPE),
    (archive(readme=b"hola"), Refusal.UNKNOWN_TYPE),
    (archive(mimetype=b"application/epub+zip", content_DOT_xml=b""), Refusal.UNKNOWN_TYPE),
    (office("xl/workbook.xml", "xl/vbaProject.bin"), Refusal.HAS_MACROS),
]


@pytest.mark.parametrize(("content", "kind"), GOOD)
def test_the_eight_kinds_are_known_by_their_content(content: bytes, kind: str) -> None:
    assert media_type(content) == kind
    assert kind in evidence.ENDINGS


@pytest.mark.parametrize(("content", "why"), BAD)
def test_anything_else_is_refused_with_its_reason(content: bytes, why: Refusal) -> None:
    with pytest.raises(NotEvidence) as refusal:
        media_type(content)
    assert refusal.value.why == why


@given(st.binary(max_size=200) | st.binary(max_size=60).map(lambda tail: b"PK\x03\x04" + tail))
def test_no_bytes_do_more_than_be_known_or_refused(content: bytes) -> None:
    kind = ""
    with suppress(NotEvidence):
        kind = media_type(content)
    assert kind in {"", *evidence.ENDINGS}
