"""A document as an editable Word file, from a template that a clerk edits in Word.

The template says where title, parts and tables stand, in docxtpl's marks; the tables themselves
are written as WordprocessingML, because filling them cell by cell costs the square of the cells.
"""

import io
import zipfile
from collections.abc import Iterator
from datetime import datetime
from xml.sax.saxutils import escape

import docx
from docx.opc.coreprops import CoreProperties
from docxtpl import DocxTemplate
from jinja2 import TemplateError
from markupsafe import Markup

from sereno.reports.formats.docx.marks import Box, Chapter, Fact, Number, cautious
from sereno.reports.formats.docx.template import default
from sereno.reports.rules.document import NUMERIC, Cell, Column, Document, Part, Table

# Every file of an edition is the same to the byte, whenever it is made.
MADE_AT = datetime(2000, 1, 1)  # noqa: DTZ001 -- a ZIP knows no zone
CELL = (
    "<w:tc><w:tcPr/><w:p><w:pPr>{keeps}{align}</w:pPr>"
    '<w:r>{bold}<w:t xml:space="preserve">{text}</w:t></w:r></w:p></w:tc>'
)
# The head of a table stays on the page of its first row.
KEEPS = "<w:keepNext/>"
RIGHT = '<w:jc w:val="right"/>'
BOLD = "<w:rPr><w:b/></w:rPr>"
HEAD_ROW = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
ROW = "<w:trPr><w:cantSplit/></w:trPr>"
TABLE = (
    '<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:w="5000" w:type="pct"/>'
    '<w:tblLook w:firstRow="1" w:val="0020"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
    "{rows}</w:tbl><w:p/>"
)


ORIGINS = "De dónde salen los números"
ORIGIN_COLUMNS = tuple(map(Column, ("Cifra", "Valor", "Dirección", "Evidencia")))
FAULTS = (TemplateError, zipfile.BadZipFile, ValueError, KeyError, AttributeError, OSError)


class BrokenTemplate(Exception):
    """The template cannot be filled; the message is what is wrong with it."""


def word(document: Document, *, template: bytes | None = None) -> bytes:
    """Fill a template, ours unless another is given; raises ``BrokenTemplate``."""
    source, made = io.BytesIO(template or default()), io.BytesIO()
    try:
        filled = DocxTemplate(source)
        filled.init_docx()
        nameless(filled.docx.core_properties)
        filled.render(_words(document), cautious(), autoescape=True)
        about = filled.docx.core_properties
        about.title, about.author = document.title, document.council
        about.created = about.modified = MADE_AT
        filled.save(made)
    except FAULTS as problem:
        raise BrokenTemplate(str(problem)) from problem
    return _undated(made.getvalue())


def cleaned(template: bytes) -> bytes:
    """A template without the names of who wrote it and the days on which it was kept."""
    made = io.BytesIO()
    opened = docx.Document(io.BytesIO(template))
    nameless(opened.core_properties)
    opened.save(made)
    return _undated(made.getvalue())


def nameless(about: CoreProperties) -> None:
    for name in ("author", "comments", "identifier", "keywords", "last_modified_by", "subject"):
        setattr(about, name, "")
    about.title = about.category = about.language = ""


def _undated(data: bytes) -> bytes:
    """The same file with the same day on every part, so that it can be compared with another."""
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(made, "w") as new:
        for part in old.namelist():
            info = zipfile.ZipInfo(part, MADE_AT.timetuple()[:6])
            new.writestr(info, old.read(part), zipfile.ZIP_DEFLATED)
    return made.getvalue()


def _words(document: Document) -> dict[str, object]:
    return {
        "titulo": document.title,
        "institucion": document.council,
        "periodo": document.period,
        "fecha": document.on,
        "linea": document.line,
        "sello": document.seal,
        "es_ejemplo": document.is_example,
        "corrige": document.corrects,
        "nota_de_correccion": document.correction_note,
        "datos": [Fact(name, said) for name, said in document.facts],
        "partes": [_chapter(part) for part in (*document.parts, *_origins(document))],
        "cifras": [
            Number(each.slug, each.printed, each.seal, document.address_of(each.slug))
            for each in document.figures
        ],
    }


def _chapter(part: Part) -> Chapter:
    table = _table(part.table) if part.table else ""
    prose = (
        *part.paragraphs,
        *(f"{name}: {said}" for name, said in part.labels),
        *(sentence.text for sentence in part.sentences),
    )
    # Every text inside was escaped where it was put in.
    shown = Markup(table)  # noqa: S704
    boxes = tuple(Box(signer.act, signer.office) for signer in part.signers)
    return Chapter(part.heading, part.level, prose, shown, boxes)


def _origins(document: Document) -> tuple[Part, ...]:
    """Where each figure can be followed to its records; Word keeps an address as plain text."""
    if not (document.figures and document.site):
        return ()
    rows = tuple(
        (
            Cell(each.slug),
            Cell(each.printed),
            Cell(document.address_of(each.slug)),
            Cell("; ".join(f"{shown.title}: {shown.proof}" for shown in each.evidence)),
        )
        for each in document.figures
    )
    table = Table("cifras", ORIGINS, ORIGIN_COLUMNS, rows)
    return (Part(ORIGINS, table=table),)


def _table(table: Table) -> str:
    head = "".join(_cell(column, Cell(column.name), bold=True) for column in table.columns)
    body = "".join(f"<w:tr>{ROW}{row}</w:tr>" for row in _rows(table))
    grid = "<w:gridCol/>" * len(table.columns)
    return TABLE.format(grid=grid, rows=f"<w:tr>{HEAD_ROW}{head}</w:tr>{body}")


def _rows(table: Table) -> Iterator[str]:
    for row in table.rows:
        cells = zip(table.columns, row, strict=True)
        yield "".join(_cell(column, cell, bold=False) for column, cell in cells)


def _cell(column: Column, cell: Cell, *, bold: bool) -> str:
    return CELL.format(
        keeps=KEEPS if bold else "",
        align=RIGHT if column.kind in NUMERIC else "",
        bold=BOLD if bold else "",
        text=escape(cell.text),
    )
