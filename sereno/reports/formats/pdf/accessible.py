"""Whether a PDF can be read by whoever cannot see it: the part of PDF/UA that a machine can check.

Tags, language, title, order of the headings, heads of the tables, texts of pictures and links,
and fonts that travel with the file. What only a person can judge is not here.
"""

import io
from collections.abc import Iterator

import pikepdf
from pikepdf import Array, Dictionary, Object

HEADINGS = {f"/H{level}": level for level in range(1, 7)}
WIDGET = "/Widget"


def faults(data: bytes) -> list[str]:
    """Codes of what is missing, each once; an empty list is a PDF that passes."""
    with pikepdf.open(io.BytesIO(data)) as opened:
        return list(dict.fromkeys(_faults(opened)))


def _faults(opened: pikepdf.Pdf) -> Iterator[str]:
    root = opened.Root
    marked = root.get("/MarkInfo", Dictionary())
    if not bool(marked.get("/Marked", False)):
        yield "untagged"
    if not str(root.get("/Lang", "")):
        yield "no-language"
    viewer = root.get("/ViewerPreferences", Dictionary())
    if not str(opened.docinfo.get("/Title", "")) or not bool(viewer.get("/DisplayDocTitle", False)):
        yield "no-title"
    with opened.open_metadata() as told:
        if str(told.get("pdfuaid:part", "")) != "1":
            yield "not-declared"
    tree = root.get("/StructTreeRoot")
    if tree is None:
        yield "no-structure"
        return
    yield from _of_structure(tree)
    for page in opened.pages:
        yield from _of_page(page)


def _of_structure(tree: Object) -> Iterator[str]:
    level = 0
    for element in _elements(tree):
        kind = str(element.get("/S", ""))
        if kind in HEADINGS:
            if HEADINGS[kind] > level + 1:
                yield "heading-skipped"
            level = HEADINGS[kind]
        if kind == "/Figure" and not str(element.get("/Alt", element.get("/ActualText", ""))):
            yield "picture-without-text"
        if kind == "/Table" and not any(
            str(cell.get("/S", "")) == "/TH" for cell in _elements(element)
        ):
            yield "table-without-head"


def _elements(element: Object) -> Iterator[Object]:
    """Every element under one, in reading order."""
    children = element.get("/K", Array())
    for child in children if isinstance(children, Array) else [children]:
        if isinstance(child, Dictionary) and "/S" in child:
            yield child
            yield from _elements(child)


def _of_page(page: pikepdf.Page) -> Iterator[str]:
    notes = list(page.obj.get("/Annots", Array()))
    if notes and str(page.obj.get("/Tabs", "")) != "/S":
        yield "no-tab-order"
    for note in notes:
        kind = str(note.get("/Subtype", ""))
        if kind == "/Link" and not str(note.get("/Contents", "")):
            yield "link-without-text"
        if kind == WIDGET:
            yield "form-field"
    for font in page.obj.get("/Resources", Dictionary()).get("/Font", Dictionary()).values():
        for each in font.get("/DescendantFonts", Array([font])):
            about = each.get("/FontDescriptor", Dictionary())
            if not any(f"/FontFile{number}" in about for number in ("", "2", "3")):
                yield "font-not-embedded"
