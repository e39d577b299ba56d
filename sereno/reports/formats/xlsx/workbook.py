"""A document as a workbook, and a workbook of ours read back cell by cell."""

import io
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from typing import Any

import openpyxl
import xlsxwriter

from sereno.reports.rules.document import NUMERIC, Cell, Column, Document, Kind, Part, Table

SEALED = "Sello"
FIGURES = "Cifras"
# A cell of a workbook holds 32,767 characters at the most.
CHUNK = 30_000
NAME = 31
A4 = 9
COVER = 90
LINE = 13.5  # points
WIDTHS = {Kind.TEXT: 34, Kind.LINK: 40, Kind.DATE: 12}
FORMS = {Kind.MONEY: "#,##0.00", Kind.PERCENT: "0.00", Kind.DATE: "dd/mm/yyyy"}
HEAD_ROWS = 3
# Every workbook of an edition is the same to the byte, whenever it is made.
MADE_AT = datetime(2000, 1, 1)  # noqa: DTZ001 -- a workbook knows no zone


def workbook(document: Document) -> bytes:
    """One sheet a table, prose in the first, and the sealed text in the last."""
    made = io.BytesIO()
    book = xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_formulas": False})
    book.set_properties({"title": document.title, "author": document.council, "created": MADE_AT})
    forms = _forms(book)
    _cover(book, document, forms)
    for table, name in zip(document.tables, names(document), strict=True):
        _sheet(book.add_worksheet(name), table, forms)
    if document.figures and document.site:
        _figures(book.add_worksheet(FIGURES), document, forms)
    sealed = book.add_worksheet(SEALED)
    sealed.set_column(0, 0, 80)
    sealed.print_area(0, 0, 0, 0)  # the sealed text is for programs; on paper its seal is enough
    sealed.write_string(0, 0, document.seal)
    for number, start in enumerate(range(0, len(document.text), CHUNK), 1):
        sealed.write_string(number, 0, document.text[start : start + CHUNK])
    book.close()
    return made.getvalue()


def names(document: Document) -> list[str]:
    """The names of its sheets: short, and each once."""
    return [f"{number} {table.code}"[:NAME] for number, table in enumerate(document.tables, 1)]


def sealed_text(data: bytes) -> tuple[str, str]:
    """The seal and the sealed text that a workbook carries; raises ``KeyError`` where none is."""
    book = openpyxl.load_workbook(io.BytesIO(data), read_only=True)
    rows = [str(row[0] or "") for row in book[SEALED].iter_rows(values_only=True) if row]
    book.close()
    return rows[0], "".join(rows[1:])


def cells(data: bytes) -> Iterator[tuple[str, str, Any]]:
    """Every cell that says something: its sheet, its address, its value."""
    book = openpyxl.load_workbook(io.BytesIO(data))
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.value is not None:
                    yield sheet.title, cell.coordinate, _plain(cell.value)
    book.close()


def _plain(value: Any) -> Any:
    """A number the same whether a program kept it as 5 or as 5.0."""
    is_whole = isinstance(value, float) and value.is_integer()
    return int(value) if is_whole else value


def _forms(book: Any) -> dict[str, Any]:
    base = {"valign": "top", "font_name": "Calibri", "font_size": 10}
    forms = {
        kind.value: book.add_format(
            base | {"num_format": FORMS.get(kind, "General"), "text_wrap": kind not in NUMERIC}
        )
        for kind in Kind
    }
    forms["head"] = book.add_format(
        base | {"bold": True, "font_color": "#16264a", "bottom": 1, "text_wrap": True}
    )
    forms["title"] = book.add_format(base | {"bold": True, "font_size": 14})
    return forms


def _cover(book: Any, document: Document, forms: dict[str, Any]) -> None:
    sheet = book.add_worksheet("Portada")
    sheet.set_column(0, 0, 50)
    sheet.set_column(1, 1, COVER)
    _on_paper(sheet, head=0)
    sheet.write_string(0, 0, document.title, forms["title"])
    facts = [
        ("Institución", document.council),
        ("Período", document.period),
        ("Fecha", document.on),
        ("Línea de la bitácora", str(document.line)),
        ("Sello", document.seal),
        *document.facts,
    ]
    row = 2
    for name, said in facts:
        sheet.write_string(row, 0, name, forms["head"])
        _said(sheet, row, said, forms)
        row += 1
    for part in document.parts:
        row = _prose(sheet, part, row + 1, forms)


def _prose(sheet: Any, part: Part, row: int, forms: dict[str, Any]) -> int:
    sheet.write_string(row, 0, part.heading, forms["head"])
    prose = (
        *part.paragraphs,
        *(f"{name}: {said}" for name, said in part.labels),
        *(sentence.text for sentence in part.sentences),
        *(f"{signer.act}: {signer.office}" for signer in part.signers),
    )
    for text in prose:
        _said(sheet, row, text, forms)
        row += 1
    return row


def _said(sheet: Any, row: int, text: str, forms: dict[str, Any]) -> None:
    """A text of the cover, in a row as high as it needs."""
    sheet.write_string(row, 1, text, forms[Kind.TEXT])
    sheet.set_row(row, LINE * (len(text) // COVER + 1))


def _figures(sheet: Any, document: Document, forms: dict[str, Any]) -> None:
    """Each cited figure with the address where its records are."""
    _on_paper(sheet, head=0)
    for place, name in enumerate(("Cifra", "Valor", "Dirección", "Sello", "Evidencia")):
        sheet.set_column(place, place, 34)
        sheet.write_string(0, place, name, forms["head"])
    for row, cited in enumerate(document.figures, 1):
        shown = "; ".join(f"{each.title}: {each.proof}" for each in cited.evidence)
        told = (cited.slug, cited.printed, document.address_of(cited.slug), cited.seal, shown)
        for place, text in enumerate(told):
            sheet.write_string(row, place, text, forms[Kind.TEXT])


def _on_paper(sheet: Any, *, head: int) -> None:
    """Printed lying down on A4, as wide as one page, with its head on each."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(head)
    sheet.set_footer("&L&A&RPágina &P de &N")


def _sheet(sheet: Any, table: Table, forms: dict[str, Any]) -> None:
    _on_paper(sheet, head=HEAD_ROWS - 1)
    sheet.write_string(0, 0, table.title, forms["title"])
    sheet.freeze_panes(HEAD_ROWS, 0)
    for place, column in enumerate(table.columns):
        sheet.set_column(place, place, WIDTHS.get(column.kind, 14))
        sheet.write_string(HEAD_ROWS - 1, place, column.name, forms["head"])
    sheet.set_row(HEAD_ROWS - 1, LINE * 2)
    widths = [WIDTHS.get(column.kind, 14) for column in table.columns]
    for number, row in enumerate(table.rows, HEAD_ROWS):
        lines = max(len(cell.text) // width for cell, width in zip(row, widths, strict=True)) + 1
        if lines > 1:
            sheet.set_row(number, LINE * lines)
        for place, (column, cell) in enumerate(zip(table.columns, row, strict=True)):
            _write(sheet, number, place, column, cell, forms[column.kind])


def _write(sheet: Any, row: int, place: int, column: Column, cell: Cell, form: Any) -> None:
    """Numbers and days as such, so that they add up; everything else as a text, never a formula."""
    if column.kind in NUMERIC and cell.value:
        sheet.write_number(row, place, Decimal(cell.value), form)
    elif column.kind == Kind.DATE and cell.value:
        sheet.write_datetime(row, place, datetime.fromisoformat(cell.value), form)
    else:
        sheet.write_string(row, place, cell.text, form)
