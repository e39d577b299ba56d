"""Pages that are pictures are recognised, alone and among pages with text; turned letters too."""

import io

import pikepdf
import pypdfium2
import pytest
import typst

from sereno.documents.readers.formats import open_paper, pdf
from sereno.documents.readers.formats.scan import tesseract
from sereno.documents.readers.refusals import Unreadable
from tests.documents.readers.formats import printed

HEADING = ("No.", "Objetivo", "Meta")
ROWS = [(str(10 * n), "Instalar alarmas comunitarias", f"{n}5 barrios") for n in range(1, 4)]

Table = tuple[tuple[str, ...], ...]


def picture(form: str = "PNG", table: Table = (HEADING, *ROWS)) -> bytes:
    heading, *rows = table
    with pypdfium2.PdfDocument(printed.pdf(heading, rows, ruled=True)) as document:
        seen = document[0].render(scale=200 / 72).to_pil().convert("L")
    kept = io.BytesIO()
    seen.rotate(0.6, fillcolor=255).save(kept, form, dpi=(200, 200), resolution=200)
    return kept.getvalue()


@pytest.mark.needs("Tesseract")
def test_a_scanned_page_among_pages_with_text_is_read() -> None:
    kept = io.BytesIO()
    with (
        pikepdf.open(io.BytesIO(printed.pdf(HEADING, ROWS, ruled=True))) as whole,
        pikepdf.open(io.BytesIO(picture("PDF"))) as scanned,
    ):
        whole.pages.extend(scanned.pages)
        whole.save(kept)
    paper = pdf.read(kept.getvalue())
    cells = [" ".join(cell.text.split()) for grid in paper.grids for cell in grid.cells()]
    assert paper.pages == 2
    assert "ocr" in paper.notes
    assert cells.count("Instalar alarmas comunitarias") == 2 * len(ROWS)


@pytest.mark.needs("Tesseract")
def test_marks_alone_in_their_cells_are_read() -> None:
    """Who reads lines of words passes over a letter or a figure that stands alone."""
    heading = ("No.", "Actividad", "2031", "2032", "2033")
    rows = [
        (str(n), "Instalar alarmas", *("X" if (n + year) % 3 else "" for year in range(3)))
        for n in range(1, 7)
    ]
    _, paper = open_paper(picture("PNG", (heading, *rows)))
    [grid] = paper.grids
    cells = [tuple(" ".join(cell.text.split()) for cell in row) for row in grid.rows]
    assert cells == [heading, *rows]


def test_without_the_program_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tesseract, "program", lambda: "")
    for data in (picture("PNG"), picture("PDF")):
        with pytest.raises(Unreadable, match="apt install tesseract-ocr tesseract-ocr-spa"):
            open_paper(data)


def test_turned_letters_are_not_lost() -> None:
    source = (
        b"#rotate(-90deg, reflow: true)[Primer trimestre] Texto derecho\n\n"
        b"#rotate(90deg, reflow: true)[Sello de entrada]"
    )
    lines = [line.text for line in pdf.read(typst.compile(source)).lines]
    assert {"Primer trimestre", "Texto derecho", "Sello de entrada"} <= set(lines)
