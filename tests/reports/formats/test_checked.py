"""A published file is whole, or the check names what is not; nothing in it is a formula."""

import io
import os
import random
import zipfile
from dataclasses import replace

import docx
import openpyxl
import pikepdf
import pytest

from sereno.reports.formats import checked, pack
from sereno.reports.formats.csv import triplet
from sereno.reports.formats.docx.word import BrokenTemplate, word
from sereno.reports.formats.neutral import as_it_was, neutral
from sereno.reports.formats.pdf.printed import pdf, sealed_text
from sereno.reports.formats.xlsx.workbook import workbook
from sereno.reports.rules import checking
from sereno.reports.rules.document import Cell, read
from tests.reports.formats.mutations import Published
from tests.reports.formats.stage import HARM, document

MUTATIONS = int(os.environ.get("SERENO_MUTATIONS", "60"))
SEED = int(os.environ.get("SERENO_SEED", "5"))
ADDRESS = "http://127.0.0.1:8000/ediciones/transparencia-2026-10/"


@pytest.fixture(scope="module")
def made() -> dict[str, bytes]:
    """Every file of the document, drawn once."""
    whole = document()
    return {
        "a.pdf": pdf(whole, address=ADDRESS),
        "a.xlsx": workbook(whole),
        "a.zip": pack.pack(whole, address=ADDRESS),
    }


@pytest.mark.parametrize("name", ["a.pdf", "a.xlsx", "a.zip"])
def test_a_file_as_it_was_published_is_whole(made: dict[str, bytes], name: str) -> None:
    assert checked.check(made[name], name) == []


def test_the_same_document_gives_the_same_bytes(made: dict[str, bytes]) -> None:
    assert pack.pack(document(), address=ADDRESS) == made["a.zip"]


def test_the_sealed_text_comes_out_of_the_pdf_again(made: dict[str, bytes]) -> None:
    assert read(sealed_text(made["a.pdf"])) == document()


def test_the_pdf_is_tagged_and_says_its_language(made: dict[str, bytes]) -> None:
    with pikepdf.open(io.BytesIO(made["a.pdf"])) as opened:
        assert opened.Root.MarkInfo.Marked
        assert str(opened.Root.Lang).startswith("es")


def altered(data: bytes, place: str, value: float) -> bytes:
    book = openpyxl.load_workbook(io.BytesIO(data))
    sheet = book.worksheets[1]
    sheet[place] = value
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def test_a_cell_changed_in_excel_is_named(made: dict[str, bytes]) -> None:
    (found,) = checked.check(altered(made["a.xlsx"], "B4", 5884.15), "a.xlsx")
    assert (found.code, found.where) == ("cell", "1 1.3!B4")
    assert (found.found, found.sealed) == ("5884.15", "4884.15")


def test_a_workbook_only_opened_and_saved_is_whole(made: dict[str, bytes]) -> None:
    assert checked.check(altered(made["a.xlsx"], "B4", 4884.15), "a.xlsx") == []


def test_a_figure_that_its_sheet_does_not_give_is_named() -> None:
    whole = document()
    bent = replace(whole, figures=(replace(whole.figures[0], value="6"),))
    _, astray = checking.of_text(bent.text, bent.seal)
    assert [(each.code, each.where) for each in astray] == [("figure", "llegar")]


def test_a_row_changed_in_a_sheet_breaks_the_seal_of_its_figure() -> None:
    whole = document()
    cited = whole.figures[0]
    bent = replace(
        whole, figures=(replace(cited, sheet=cited.sheet.replace("incident:2,8", "incident:2,9")),)
    )
    _, astray = checking.of_text(bent.text, bent.seal)
    assert [each.code for each in astray] == ["figure", "figure_seal"]


def mutated(data: bytes, dice: random.Random) -> bytes:
    place = dice.randrange(len(data))
    return data[:place] + bytes([data[place] ^ (1 + dice.randrange(255))]) + data[place + 1 :]


def test_every_byte_changed_in_a_pdf_is_found(made: dict[str, bytes]) -> None:
    dice = random.Random(20261124)
    missed = [n for n in range(40) if not checked.check(mutated(made["a.pdf"], dice), "a.pdf")]
    assert missed == []


def test_seeded_changes_to_every_kind_of_file_are_all_found() -> None:
    """A few here; ``make fuzz`` makes a thousand of each seed."""
    dice, published = random.Random(SEED), Published(document())
    missed = [what for what, astray in map(published.mutate, [dice] * MUTATIONS) if not astray]
    assert missed == []


def test_files_kept_anew_without_a_change_raise_no_false_alarm() -> None:
    dice, published = random.Random(SEED), Published(document())
    assert [astray for astray in map(published.anew, [dice] * (MUTATIONS // 10)) if astray] == []


def test_a_pack_without_a_file_names_it(made: dict[str, bytes]) -> None:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name, data in pack.unpack(made["a.zip"]).items():
            if name != "documento.docx":
                archive.writestr(name, data)
    (found,) = checked.check(kept.getvalue(), "a.zip")
    assert (found.code, found.where) == ("missing", "documento.docx")


def test_half_a_file_is_broken_and_not_whole(made: dict[str, bytes]) -> None:
    for name, data in made.items():
        assert checked.check(data[: len(data) // 2], name)


def test_a_data_set_is_checked_with_its_metadata() -> None:
    files = triplet.files(document())
    data = files["1-3_conjunto_de_datos.csv"]
    name = "1-3_conjunto_de_datos.csv"
    assert checked.check(data, name, beside=files) == []
    (found,) = checked.check(data.replace(b"4.884", b"5.884"), name, beside=files)
    assert found.code == "file"
    with pytest.raises(checked.NotOurs):
        checked.check(data, name, beside={})


def test_metadata_and_dictionary_have_no_heading() -> None:
    files = triplet.files(document())
    assert triplet.read(files["1-3_metadatos.csv"])[0] == ["FECHA", "31/10/2026"]
    assert triplet.read(files["1-3_diccionario.csv"])[0] == ["Institución", "Consejo de Loja"]


def test_no_cell_runs_as_a_formula(made: dict[str, bytes]) -> None:
    book = openpyxl.load_workbook(io.BytesIO(made["a.xlsx"]))
    last = [cell.value for cell in list(book.worksheets[1].iter_rows())[-1]]
    assert last[:2] == [HARM, -5]
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds
    raw = triplet.files(document())["1-3_conjunto_de_datos.csv"].decode("utf-8-sig")
    assert "'=HYPERLINK" in raw
    assert "\n=" not in raw


@pytest.mark.parametrize("text", ["=1+1", "'ya", "-5,00", "+593", "@x", "- lista", "normal", ""])
def test_what_was_neutralised_comes_back(text: str) -> None:
    assert as_it_was(neutral(text)) == text or neutral(text) == text
    assert not neutral(text).startswith(("=", "@"))


def test_a_triplet_gives_every_cell_back() -> None:
    whole = document()
    (table,) = whole.tables
    read_back = triplet.read(triplet.data_set(table))
    assert read_back[1:] == [[cell.text for cell in row] for row in table.rows]


def test_word_carries_every_cell_and_its_heading_row() -> None:
    whole = document()
    (table,) = docx.Document(io.BytesIO(word(whole))).tables
    cells = [[cell.text for cell in row.cells] for row in table.rows]
    assert cells[0] == [column.name for column in next(whole.tables).columns]
    assert cells[1:] == [[cell.text for cell in row] for row in next(whole.tables).rows]


def test_a_broken_template_is_refused_with_its_fault() -> None:
    page = docx.Document()
    page.add_paragraph("{{ no_existe }}")
    kept = io.BytesIO()
    page.save(kept)
    with pytest.raises(BrokenTemplate, match="no_existe"):
        word(document(), template=kept.getvalue())
    with pytest.raises(BrokenTemplate):
        word(document(), template=b"no es Word")


def test_marks_of_a_template_inside_a_cell_are_only_text() -> None:
    whole = document()
    part = whole.parts[0]
    assert part.table is not None
    row = (Cell("{{ sello }} <w:b/>"), *part.table.rows[0][1:])
    bent = replace(whole, parts=(replace(part, table=replace(part.table, rows=(row,))),))
    (table,) = docx.Document(io.BytesIO(word(bent))).tables
    assert table.rows[1].cells[0].text == "{{ sello }} <w:b/>"
