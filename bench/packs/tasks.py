"""What is written: Sereno's documents, and the same matrix by the tools that others use.

Each task gets what it needs ready, and hands back the work that is measured; the work says how
many bytes it made.
"""

import io
import os
import subprocess
from collections.abc import Callable
from datetime import date
from html import escape
from importlib import import_module
from pathlib import Path
from typing import Any

Work = Callable[[], int]
ADDRESS = "https://consejo.example/ediciones/matriz/"
MONTH = (2026, 10)
TAGGED = 'pdf:writer_pdf_Export:{"PDFUACompliance":{"type":"boolean","value":"true"}}'


def matrix_pdf(_folder: Path) -> Work:
    from sereno.reports.formats.pdf.printed import pdf

    whole = _matrix()
    return lambda: len(pdf(whole, address=ADDRESS))


def matrix_docx(_folder: Path) -> Work:
    from sereno.reports.formats.docx.word import word

    whole = _matrix()
    return lambda: len(word(whole))


def matrix_xlsx(_folder: Path) -> Work:
    from sereno.reports.formats.xlsx.workbook import workbook

    whole = _matrix()
    return lambda: len(workbook(whole))


def docxtpl(folder: Path) -> Work:
    """A row of the table repeated by docxtpl, as its manual shows it."""
    template, rows = _row_template(), _texts()
    return lambda: len(_filled(template, rows, folder / "otra.docx"))


def libreoffice(folder: Path) -> Work:
    """The same, and LibreOffice makes a tagged PDF of it."""
    template, rows = _row_template(), _texts()
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"

    def work() -> int:
        written = folder / "otra.docx"
        _filled(template, rows, written)
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", TAGGED, "--outdir", folder, written],  # noqa: S607
            check=True,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        return (folder / "otra.pdf").stat().st_size

    return work


def weasyprint(_folder: Path) -> Work:
    rows = _texts()
    html = import_module("weasyprint").HTML
    return lambda: len(html(string=_page(rows)).write_pdf(pdf_variant="pdf/ua-1"))


def w1_pack(folder: Path) -> Work:
    """Every document that a year of W1 gives, each composed and written in every format."""
    _open(folder)
    from sereno.reports.formats.pack import pack
    from sereno.reports.queries import papers
    from sereno.reports.queries.papers.paper import Ask

    def work() -> int:
        size = 0
        for paper in papers.PAPERS.values():
            for subject, _words in paper.subjects()[:1]:
                ask = Ask(subject, date(2026, 12, 31), "https://consejo.example", {})
                draft = papers.drafted(paper, ask)
                if draft:
                    size += len(pack(draft.document, address=ADDRESS))
        return size

    return work


def month(folder: Path) -> Work:
    """A month of transparency with a hundred rows in each register: scored, composed, written."""
    _open(folder)
    from sereno.reports.formats.pack import pack
    from sereno.reports.queries import transparency
    from sereno.reports.queries.transparency import Asked

    def work() -> int:
        asked = Asked(*MONTH, "https://consejo.example")
        pages = transparency.pages(asked)
        transparency.score(pages, asked, on=asked.last)
        whole = transparency.document(pages, asked, council="Consejo", is_example=False)
        return len(pack(whole, address=ADDRESS))

    return work


BY_NAME: dict[str, Callable[[Path], Work]] = {
    task.__name__: task
    for task in (
        *(matrix_pdf, matrix_docx, matrix_xlsx, docxtpl, libreoffice, weasyprint, w1_pack, month),
    )
}


def _matrix() -> Any:
    from bench.packs.matrix import document

    return document()


def _texts() -> list[list[str]]:
    (table,) = _matrix().tables
    return [[cell.text for cell in row] for row in table.rows]


def _row_template() -> bytes:
    import docx

    page = docx.Document()
    page.add_heading("{{ titulo }}", 1)
    table = page.add_table(rows=4, cols=7)
    table.rows[1].cells[0].text = "{%tr for fila in filas %}"
    for place, cell in enumerate(table.rows[2].cells):
        cell.text = f"{{{{ fila[{place}] }}}}"
    table.rows[3].cells[0].text = "{%tr endfor %}"
    kept = io.BytesIO()
    page.save(kept)
    return kept.getvalue()


def _filled(template: bytes, rows: list[list[str]], to: Path) -> bytes:
    filled = import_module("docxtpl").DocxTemplate(io.BytesIO(template))
    filled.render({"titulo": "Matriz de metas y objetivos", "filas": rows})
    filled.save(to)
    return to.read_bytes()


def _page(rows: list[list[str]]) -> str:
    body = "".join(
        f"<tr>{''.join(f'<td>{escape(text)}</td>' for text in row)}</tr>" for row in rows
    )
    return (
        '<html lang="es"><head><title>Matriz</title><style>@page { size: A4 landscape }'
        "td { border-bottom: 1px solid #ddd }</style></head>"
        f"<body><h1>Matriz</h1><table>{body}</table></body></html>"
    )


def _open(folder: Path) -> None:
    import django

    os.environ |= {"SERENO_DATA": str(folder), "SERENO_EXAMPLE": "none"}
    os.environ["DJANGO_SETTINGS_MODULE"] = "sereno.settings"
    django.setup()
