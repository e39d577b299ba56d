"""Files made to hold up whoever opens them: each small on the disk and endless inside."""

import io
import zipfile
import zlib

import pikepdf
from pikepdf import Array, Dictionary, Name

WORDS = b"BT /F1 9 Tf 50 700 Td (Meta) Tj ET\n"
A4 = (0, 0, 595, 842)


def pdf(content: bytes, box: tuple[int, ...] = A4, copies: int = 1) -> bytes:
    document = pikepdf.new()
    page = a_page(document, content, box)
    for _ in range(copies - 1):
        document.pages.append(page)
    return saved(document)


def a_page(document: pikepdf.Pdf, content: bytes, box: tuple[int, ...] = A4) -> pikepdf.Page:
    page = document.add_blank_page()
    page.obj.Contents = document.make_stream(content)
    page.obj.MediaBox = Array(list(box))
    font = Dictionary(Type=Name.Font, Subtype=Name.Type1, BaseFont=Name.Helvetica)
    page.obj.Resources = Dictionary(Font=Dictionary(F1=font))
    return page


def saved(document: pikepdf.Pdf) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def plain(kids: bytes, count: int, catalogue: bytes = b"") -> bytes:
    """A PDF written by hand, for what no library would write."""
    return (
        b"%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R" + catalogue + b">>\nendobj\n"
        b"2 0 obj\n<</Type/Pages/Kids[" + kids + b"]/Count " + str(count).encode() + b">>\nendobj\n"
        b"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>\nendobj\n"
        b"trailer<</Root 1 0 R/Size 4>>\n%%EOF"
    )


def nested_pdf() -> bytes:
    return plain(b"3 0 R", 1, b"/X " + b"[" * 50_000 + b"]" * 50_000)


def nested_text_pdf() -> bytes:
    return pdf(b"BT /F1 9 Tf 50 700 Td " + b"[" * 20_000 + b"(Meta)" + b"]" * 20_000 + b" TJ ET")


def looped_pages_pdf() -> bytes:
    return plain(b"2 0 R 2 0 R", 1)


def false_count_pdf() -> bytes:
    return plain(b"3 0 R", 2_000_000_000)


def many_pages_pdf() -> bytes:
    return pdf(WORDS, copies=2000)


def looped_form_pdf() -> bytes:
    """A drawing that draws itself twice."""
    document = pikepdf.new()
    page = a_page(document, b"/A Do " + WORDS)
    form = document.make_indirect(a_form(document, b"/A Do /A Do"))
    form.Resources = Dictionary(XObject=Dictionary(A=form))
    page.obj.Resources.XObject = Dictionary(A=form)
    return saved(document)


def branching_pdf() -> bytes:
    """A drawing that draws three, each of which draws three, thirty times over."""
    document = pikepdf.new()
    page = a_page(document, b"/A Do")
    form = document.make_indirect(a_form(document, WORDS))
    form.Resources = page.obj.Resources
    for _ in range(30):
        above = document.make_indirect(a_form(document, b"/A Do /A Do /A Do"))
        above.Resources = Dictionary(XObject=Dictionary(A=form))
        form = above
    page.obj.Resources.XObject = Dictionary(A=form)
    return saved(document)


def a_form(document: pikepdf.Pdf, content: bytes) -> pikepdf.Stream:
    form = document.make_stream(content)
    form.Type, form.Subtype, form.BBox = Name.XObject, Name.Form, Array(list(A4))
    return form


def swollen_pdf() -> bytes:
    """A page of a few kilobytes that opens, in two steps, to a thousand million blanks."""
    document = pikepdf.new()
    page = a_page(document, b"")
    grown = zlib.compressobj(9)
    packed = b"".join(grown.compress(b" " * 10_000_000) for _ in range(100)) + grown.flush()
    filters = Array([Name.FlateDecode, Name.FlateDecode])
    page.obj.Contents.write(zlib.compress(packed, 9), filter=filters)
    return saved(document)


def dense_pdf() -> bytes:
    return pdf(b"BT /F1 9 Tf 50 700 Td " + b"(Meta) Tj 0 0 Td " * 20_000 + b"ET")


def drawing_pdf() -> bytes:
    """A map: thirty thousand lines under a few words."""
    lines = b"".join(b"0 %d.%03d m 595 %d.%03d l S\n" % (*divmod(n, 40), *divmod(n, 40))
                     for n in range(30_000))  # fmt: skip
    return pdf(lines + WORDS)


def wall_pdf() -> bytes:
    return pdf(WORDS, (0, 0, 10**9, 10**9))


def scripted_pdf() -> bytes:
    document = pikepdf.new()
    a_page(document, WORDS)
    document.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")
    return saved(document)


def bomb(part: str, mimetype: str = "") -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", mimetype)
        package.writestr(part, b" " * (80 * 1024 * 1024))
    return kept.getvalue()


def nested_xml(part: str, mimetype: str = "") -> bytes:
    return packed(part, "<x>" * 200_000 + "</x>" * 200_000, mimetype)


def laughs(part: str, mimetype: str = "") -> bytes:
    """XML whose entities would grow a thousand million times."""
    grown = "".join(
        f'<!ENTITY {letter} "{f"&{before};" * 10}">'
        for before, letter in zip("abcdefghi", "bcdefghij", strict=True)
    )
    text = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ja">{grown}]><x>&j;</x>'
    return packed(part, text, mimetype)


def packed(part: str, text: str, mimetype: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("mimetype", mimetype)
        package.writestr(part, text)
    return kept.getvalue()
