"""Each format gives the same table with every cell where it stands, or is refused by name."""

import datetime as dt
import io
import zipfile

import docx
import odfdo
import pytest
import xlsxwriter

from sereno.documents.readers.formats import open_paper
from sereno.documents.readers.paper import Cell, Paper
from sereno.documents.readers.refusals import Unreadable

HEADING = ("Actividad", "Meta", "2031")
TABLE = (
    HEADING,
    *(
        (f"Tarea {at} á", f"{at}% de plazas\nen dos líneas", "X" if at % 2 else "")
        for at in range(40)
    ),
)


def word() -> bytes:
    document = docx.Document()
    document.add_heading("Cuadro de tareas", level=2)
    table = document.add_table(rows=0, cols=3)
    for row in TABLE:
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    return saved(document)


def saved(document: docx.document.Document) -> bytes:
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def excel() -> bytes:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet("Hoja")
        for at, row in enumerate(TABLE):
            for column, text in enumerate(row):
                sheet.write_string(at, column, text)
    return kept.getvalue()


def opened(kind: str) -> bytes:
    document = odfdo.Document(kind)
    document.body.clear()
    table = odfdo.Table("Hoja")
    for row in TABLE:
        table.append_row(odfdo.Row())
        for column, text in enumerate(row):
            cell = odfdo.Cell()
            for line in text.split("\n"):
                cell.append(odfdo.Paragraph(line))
            table.set_cell((column, table.height - 1), cell)
    document.body.append(table)
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def comma() -> bytes:
    quoted = [",".join(f'"{text}"' for text in row) for row in TABLE]
    return ("\ufeff" + "\r\n".join(quoted)).encode()


def texts(paper: Paper) -> list[list[str]]:
    (grid,) = paper.grids
    return [[cell.text for cell in row] + [""] * (3 - len(row)) for row in grid.rows]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (word(), "docx"),
        (excel(), "xlsx"),
        (opened("text"), "odt"),
        (opened("spreadsheet"), "ods"),
        (comma(), "csv"),
    ],
    ids=["docx", "xlsx", "odt", "ods", "csv"],
)
def test_every_cell_of_a_table_comes_back_from_every_format(data: bytes, name: str) -> None:
    form, paper = open_paper(data)
    assert form == name
    assert texts(paper) == [list(row) for row in TABLE]
    with pytest.raises(Unreadable) as refusal:
        open_paper(data[: len(data) // 2] if name != "csv" else b"PK" + data)
    assert refusal.value.code == "truncated"


def test_word_tells_headings_merged_cells_inner_tables_and_page_headers() -> None:
    document = docx.Document()
    document.sections[0].header.paragraphs[0].text = "Consejo"
    document.add_heading("Uno", level=2)
    table = document.add_table(rows=3, cols=3)
    table.cell(0, 0).merge(table.cell(1, 0)).text = "alta"
    table.cell(2, 1).merge(table.cell(2, 2)).text = "ancha"
    table.cell(0, 1).add_table(1, 1).cell(0, 0).text = "dentro"
    paper = open_paper(saved(document))[1]
    assert [(line.text, line.level) for line in paper.lines] == [("Uno", 2), ("Consejo", 0)]
    outer, inner = paper.grids
    assert where(outer.rows[0][0]) == (1, 1, [(2, 1)])
    assert where(outer.rows[2][1]) == (3, 2, [(3, 3)])
    assert [len(row) for row in outer.rows] == [3, 3, 3]
    assert inner.rows[0][0].text == "dentro"


def where(cell: Cell) -> tuple[int | None, int | None, list[tuple[int | None, int | None]]]:
    return cell.place.row, cell.place.column, [(one.row, one.column) for one in cell.also]


def test_what_was_deleted_with_tracked_changes_is_not_read_and_that_is_said() -> None:
    document = docx.Document()
    document.add_paragraph("queda")
    data = rewritten(
        saved(document), "word/document.xml", b"queda</w:t></w:r>",
        b'queda</w:t></w:r><w:del w:id="1" w:author="x"><w:r><w:delText>fuera</w:delText></w:r>'
        b"</w:del>",
    )  # fmt: skip
    paper = open_paper(data)[1]
    assert [line.text for line in paper.lines] == ["queda"]
    assert paper.notes == ("tracked-deletions",)


def rewritten(data: bytes, part: str, old: bytes, new: bytes) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as was, zipfile.ZipFile(kept, "w") as now:
        for name in was.namelist():
            text = was.read(name)
            now.writestr(name, text.replace(old, new) if name == part else text)
    return kept.getvalue()


def test_excel_shows_values_as_people_see_them_and_says_what_is_hidden() -> None:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet("Vista")
        sheet.write_number(0, 0, 0.888, book.add_format({"num_format": "0.00%"}))
        sheet.write_number(0, 1, 4884.15, book.add_format({"num_format": "#,##0.00"}))
        sheet.write_datetime(
            0, 2, dt.date(2031, 8, 5), book.add_format({"num_format": "dd/mm/yyyy"})
        )
        sheet.write_formula(0, 3, "=1+1", None, 2)
        sheet.merge_range(1, 0, 2, 1, "junto")
        book.add_worksheet("Oculta").hide()
    paper = open_paper(kept.getvalue())[1]
    assert [cell.text for cell in paper.grids[0].rows[0]] == [
        "88,80%", "4.884,15", "05/08/2031", "2",
    ]  # fmt: skip
    assert where(paper.grids[0].rows[1][0]) == (2, 1, [(2, 2), (3, 1), (3, 2)])
    assert paper.grids[0].rows[0][0].place.sheet == "Vista"
    assert paper.notes == ("hidden-sheet",)


def many_columns() -> bytes:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept) as book:
        sheet = book.add_worksheet("Ancha")
        for column in range(10_000):
            sheet.write_string(0, column, "x")
    return kept.getvalue()


def bomb() -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("word/document.xml", b" " * (60 * 1024 * 1024))
    return kept.getvalue()


def locked() -> bytes:
    return b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le")


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (many_columns(), "too-many-columns"),
        (("a;" * 10_000 + "b\n").encode() * 2, "too-many-columns"),
        (bomb(), "zip-bomb"),
        (locked(), "encrypted"),
        (saved(docx.Document()), "no-words"),
    ],
    ids=["wide sheet", "wide csv", "bomb", "password", "no words"],
)
def test_a_hostile_or_useless_file_is_refused_by_name(data: bytes, code: str) -> None:
    with pytest.raises(Unreadable) as refusal:
        open_paper(data)
    assert refusal.value.code == code
    assert refusal.value.says.endswith(".")


def test_a_macro_is_never_run_and_is_said() -> None:
    kept = io.BytesIO(excel())
    with zipfile.ZipFile(kept, "a") as package:
        package.writestr("xl/vbaProject.bin", b"x")
    assert open_paper(kept.getvalue())[1].notes == ("macro",)


def test_csv_of_another_encoding_and_pairs_without_a_heading_are_read() -> None:
    data = "Institución;Municipio\nAño;2031\n".encode("cp1252")
    assert [[cell.text for cell in row] for row in open_paper(data)[1].grids[0].rows] == [
        ["Institución", "Municipio"], ["Año", "2031"],
    ]  # fmt: skip
