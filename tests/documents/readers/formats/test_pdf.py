"""Tables in PDF come out as they were written: with rules and without, over several pages."""

import io

import pikepdf
import pytest
from PIL import Image

from sereno.documents.readers.formats import pdf
from sereno.documents.readers.paper import Grid, Line
from sereno.documents.readers.refusals import Unreadable
from tests.documents.readers.formats import printed

HEADING = ("No.", "Objetivo de la unidad", "Indicador", "Meta cuantificable")
LONG = (
    "Coordinar con los comités de seguridad de los barrios la instalación de alarmas y la "
    "capacitación de quienes las atienden durante la noche"
)
ROWS = [
    (str(n), LONG[: 30 + 17 * (n % 7)].strip(), "Porcentaje de avance", f"{n * 3}%")
    for n in range(1, 40)
]


def texts(grid: Grid) -> list[tuple[str, ...]]:
    return [tuple(" ".join(cell.text.split()) for cell in row) for row in grid.rows]


@pytest.mark.parametrize("ruled", [True, False])
@pytest.mark.parametrize("inset", [4, 6])
def test_a_table_over_pages_is_one_table(ruled: bool, inset: float) -> None:
    paper = pdf.read(printed.pdf(HEADING, ROWS, ruled=ruled, inset=inset))
    assert paper.pages > 2
    assert len(paper.grids) == 1
    assert texts(paper.grids[0]) == [HEADING, *ROWS]


def test_every_cell_says_where_it_stands() -> None:
    paper = pdf.read(printed.pdf(HEADING, ROWS, ruled=True))
    heading, *body = paper.grids[0].rows
    assert [place.page for place in heading[0].also] == list(range(2, paper.pages + 1))
    for number, row in enumerate(body, start=2):
        for column, cell in enumerate(row, start=1):
            assert (cell.place.table, cell.place.row, cell.place.column) == (1, number, column)
            assert cell.place.box is not None


@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_page_that_lies_on_its_side_or_its_head_is_read_as_if_it_stood(degrees: int) -> None:
    straight = printed.pdf(HEADING, ROWS, ruled=False)
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(straight)) as document:
        for page in document.pages:
            page.rotate(degrees, relative=True)
        document.save(kept)
    paper, upright = pdf.read(kept.getvalue()), pdf.read(straight)
    assert paper.blocks == upright.blocks
    assert paper.sideways == (() if degrees == 180 else tuple(range(1, paper.pages + 1)))


def test_text_around_the_table_and_heads_stay_as_lines() -> None:
    paper = pdf.read(printed.pdf(HEADING, ROWS, ruled=False))
    lines = [block.text for block in paper.blocks if isinstance(block, Line)]
    assert lines.count("Consejo de prueba") == paper.pages
    assert "Texto que presenta el cuadro." in lines
    assert lines.index("Texto que presenta el cuadro.") < lines.index("Elaborado por Carmen.")
    assert next(line for line in paper.lines if line.text == "Metas del año").level == 1


def test_hyphens_at_line_ends_are_mended() -> None:
    rows = [(str(n), f"{LONG} {LONG}", "Porcentaje", "1") for n in range(1, 4)]
    paper = pdf.read(printed.pdf(HEADING, rows, ruled=True, hyphens=True))
    assert texts(paper.grids[0])[1:] == rows


def test_no_word_is_lost() -> None:
    paper = pdf.read(printed.pdf(HEADING, ROWS, ruled=False))
    words = " ".join(piece.text for piece in paper.pieces()).split()
    assert words.count("Porcentaje") == len(ROWS)
    assert len(words) >= sum(len(" ".join(row).split()) for row in ROWS)


def test_a_password_is_refused_by_name() -> None:
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(printed.pdf(HEADING, ROWS[:2], ruled=True))) as document:
        document.save(kept, encryption=pikepdf.Encryption(owner="a", user="b"))
    with pytest.raises(Unreadable) as refused:
        pdf.read(kept.getvalue())
    assert refused.value.code == "encrypted"


@pytest.mark.parametrize("part", [40, 400])
def test_a_cut_file_is_refused_by_name(part: int) -> None:
    with pytest.raises(Unreadable) as refused:
        pdf.read(printed.pdf(HEADING, ROWS[:2], ruled=True)[:part])
    assert refused.value.code == "truncated"


def pictures() -> bytes:
    kept = io.BytesIO()
    Image.new("L", (600, 800), 255).save(kept, "PDF")
    return kept.getvalue()
