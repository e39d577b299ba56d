"""The PDF can be heard as well as seen: tagged, in Spanish, with a title and words for drawings."""

from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path

import pikepdf
import pytest

from sereno.reports import actions
from sereno.reports.formats.yearly.content import Content, build
from sereno.reports.formats.yearly.pdf import CannotPrint, FontMissing, pdf
from sereno.reports.queries.yearly import year_of
from sereno.results.models import Measurement
from tests.reports.conftest import MORNING, Council

Measured = Callable[..., Measurement]
ADDRESS = "http://127.0.0.1:8000/informe/2026/"


@pytest.fixture
def content(council: Council, measured: Measured) -> Content:
    actions.publish(measured(), by=council.marta, at=MORNING)
    year = year_of(2026)
    assert year is not None
    return build(year, is_example=False)


def structure(node: pikepdf.Object) -> Iterator[pikepdf.Object]:
    """Every element of the structure tree under a node."""
    yield node
    children = node.get("/K", pikepdf.Array())
    for child in children if isinstance(children, pikepdf.Array) else (children,):
        if isinstance(child, pikepdf.Dictionary):
            yield from structure(child)


def test_the_pdf_is_tagged_and_says_its_language_and_title(content: Content) -> None:
    with pikepdf.open(BytesIO(pdf(content, address=ADDRESS))) as document:
        root = document.Root
        assert root.MarkInfo.Marked
        assert str(root.Lang).lower() == "es-ec"
        assert root.ViewerPreferences.DisplayDocTitle
        with document.open_metadata() as about:
            assert about["pdfuaid:part"] == "1"
            assert "Informe anual 2026" in str(about["dc:title"])
        kinds = {str(node.get("/S")) for node in structure(root.StructTreeRoot)}
        assert {"/H1", "/Table", "/TH", "/Figure", "/TOC"} <= kinds
        said = [
            str(node.get("/Alt", ""))
            for node in structure(root.StructTreeRoot)
            if node.get("/S") == "/Figure"
        ]
        assert said
        assert all(said)


def test_only_the_faces_that_typst_carries_are_in_it(content: Content) -> None:
    with pikepdf.open(BytesIO(pdf(content, address=ADDRESS))) as document:
        names = {
            str(font.BaseFont).rpartition("+")[2]
            for page in document.pages
            for font in page.Resources.get("/Font", {}).values()
        }
    assert any(name.startswith("LibertinusSerif") for name in names)
    assert all(name.startswith(("LibertinusSerif", "DejaVuSansMono")) for name in names)


def test_the_same_content_gives_the_same_bytes(content: Content) -> None:
    assert pdf(content, address=ADDRESS) == pdf(content, address=ADDRESS)


def broken(folder: Path, text: str) -> Path:
    template = folder / "broken.typ"
    template.write_text(f'#set document(title: "x")\n{text}\n', encoding="utf-8")
    return template


def test_a_face_that_is_not_there_is_refused_by_name(content: Content, tmp_path: Path) -> None:
    template = broken(tmp_path, '#set text(font: "Una Letra Ausente")\nHola')
    with pytest.raises(FontMissing, match="una letra ausente"):
        pdf(content, address=ADDRESS, template=template)


def test_a_drawing_without_words_is_refused(content: Content, tmp_path: Path) -> None:
    drawing = '<svg xmlns=\\"http://www.w3.org/2000/svg\\" width=\\"1\\" height=\\"1\\"/>'
    template = broken(tmp_path, f'#image(bytes("{drawing}"), format: "svg")')
    with pytest.raises(CannotPrint, match="alt"):
        pdf(content, address=ADDRESS, template=template)


def test_a_template_with_a_fault_is_refused_with_its_first_line(
    content: Content, tmp_path: Path
) -> None:
    with pytest.raises(CannotPrint, match="unknown variable"):
        pdf(content, address=ADDRESS, template=broken(tmp_path, "#nada"))
