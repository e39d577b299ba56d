"""What recovers tables: Sereno's reader and the libraries beside it, each as its manual advises."""

import json
from collections.abc import Callable
from dataclasses import asdict, dataclass, field
from importlib import import_module
from pathlib import Path
from typing import Any, Final

Rows = list[list[str]]


@dataclass
class Told:
    """The tables as they came out, and, from Sereno alone, what it understood of them."""

    tables: list[Rows] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    reading: dict[str, Any] | None = None

    @property
    def understood(self) -> dict[str, Any]:
        if self.reading is None:
            raise LookupError("only Sereno understands what it recovers")
        return self.reading

    def to_json(self) -> str:
        return json.dumps(asdict(self), default=str)


def sereno(path: Path) -> Told:
    """The whole of it: the tables, what they mean, and what is wrong in them."""
    readers = import_module("sereno.documents.readers")
    formats = import_module("sereno.documents.readers.formats")
    printing = import_module("sereno.documents.readers.printing")
    data = path.read_bytes()
    form, paper = formats.open_paper(data)
    reading = readers.read_paper(paper, readers.file_of(data, path.name, form, paper))
    tables: list[Rows] = []
    for grid in paper.grids:
        rows = [[cell.text for cell in row] for row in grid.rows]
        if grid.is_continued and tables:
            tables[-1] += rows
        else:
            tables.append(rows)
    return Told(tables, [line.text for line in paper.lines], printing.as_json(reading))


def pdfplumber_lines(path: Path) -> Told:
    return _pdfplumber(path, {})


def pdfplumber_text(path: Path) -> Told:
    return _pdfplumber(path, {"vertical_strategy": "text", "horizontal_strategy": "text"})


def _pdfplumber(path: Path, settings: dict[str, str]) -> Told:
    found: list[Rows] = []
    with import_module("pdfplumber").open(path) as document:
        for page in document.pages:
            found += [_texts(table) for table in page.extract_tables(settings)]
    return Told(found)


def camelot_lattice(path: Path) -> Told:
    return _camelot(path, "lattice")


def camelot_stream(path: Path) -> Told:
    return _camelot(path, "stream")


def _camelot(path: Path, flavor: str) -> Told:
    tables = import_module("camelot").read_pdf(str(path), pages="all", flavor=flavor)
    return Told([_texts(table.df.to_numpy().tolist()) for table in tables])


def img2table_lines(path: Path) -> Told:
    return _img2table(path, borderless_tables=False)


def img2table_borderless(path: Path) -> Told:
    return _img2table(path, borderless_tables=True)


def _img2table(path: Path, *, borderless_tables: bool) -> Told:
    ocr = import_module("img2table.ocr").TesseractOCR(n_threads=1, lang="spa")
    document = import_module("img2table.document").PDF(str(path))
    pages = document.extract_tables(ocr=ocr, borderless_tables=borderless_tables)
    return Told(
        [
            _texts([[cell.value for cell in row] for row in table.content.values()])
            for number in sorted(pages)
            for table in pages[number]
        ]
    )


def python_docx(path: Path) -> Told:
    document = import_module("docx").Document(str(path))
    return Told([[[cell.text for cell in row.cells] for row in t.rows] for t in document.tables])


def openpyxl(path: Path) -> Told:
    book = import_module("openpyxl").load_workbook(path, read_only=True)
    return Told([_texts([list(row) for row in sheet.values]) for sheet in book])


def _texts(rows: list[list[Any]]) -> Rows:
    return [["" if cell is None else str(cell) for cell in row] for row in rows]


# Which stand beside which kind of file.
BESIDE: Final[dict[str, tuple[Callable[[Path], Told], ...]]] = {
    "docx": (sereno, python_docx),
    "xlsx": (sereno, openpyxl),
    "ruled": (sereno, pdfplumber_lines, camelot_lattice, img2table_lines),
    "unruled": (sereno, pdfplumber_text, camelot_stream, img2table_borderless),
    "scan": (sereno, img2table_lines),
}
BY_NAME: Final = {tool.__name__: tool for tools in BESIDE.values() for tool in tools}
