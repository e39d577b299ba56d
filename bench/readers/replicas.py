"""A table as files of each kind: Word, Excel, PDF with and without rules, and a poor scan of it."""

import html
import io
import json
from dataclasses import dataclass

import docx
import numpy as np
import pypdfium2
import typst
import weasyprint
import xlsxwriter
from PIL import Image

from bench.readers.truths import Truth


@dataclass(frozen=True)
class Look:
    """How a table is set: what councils' offices vary."""

    font: str = "DejaVu Sans"
    size: float = 8
    padding: float = 3
    is_ruled: bool = True
    repeats_heading: bool = True
    is_wide: bool = False
    align: str = "top"
    right_aligned: tuple[int, ...] = ()
    paper: str = "A4"
    hyphens: bool = False
    rules: str = "all"  # all, rows


def docx_of(truth: Truth) -> bytes:
    document = docx.Document()
    document.add_heading(truth.title, level=1)
    table = document.add_table(rows=0, cols=len(truth.heading))
    for row in (truth.heading, *truth.rows):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
    document.add_paragraph("Elaborado por la unidad de planificación.")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def xlsx_of(truth: Truth) -> bytes:
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Datos")
        sheet.write(0, 0, truth.title)
        for number, row in enumerate((truth.heading, *truth.rows), start=2):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text)
    return kept.getvalue()


def weasy_of(truth: Truth, look: Look) -> bytes:
    total = sum(truth.widths)
    columns = "".join(f'<col style="width:{100 * w / total:.2f}%">' for w in truth.widths)
    rules = {
        "all": "td,th{border:0.6pt solid #222}",
        "rows": "td,th{border-top:0.6pt solid #222;border-bottom:0.6pt solid #222}",
    }
    right = "".join(f"td:nth-child({n + 1}){{text-align:right}}" for n in look.right_aligned)
    turned = " landscape" if look.is_wide or truth.is_wide else ""
    style = (
        f"@page{{size:{look.paper}{turned};margin:15mm;"
        "@bottom-center{content:'Página ' counter(page) ' de ' counter(pages);font-size:7pt}"
        "@top-left{content:'Consejo de Seguridad Ciudadana';font-size:7pt}}"
        f"body{{font-family:'{look.font}';font-size:{look.size}pt}}"
        "table{border-collapse:collapse;width:100%;table-layout:fixed}"
        f"td,th{{padding:{look.padding}pt;vertical-align:{look.align};text-align:left;"
        "overflow-wrap:break-word}"
        + (rules[look.rules] if look.is_ruled else "")
        + right
        + ("td{hyphens:auto}" if look.hyphens else "")
        + ("" if look.repeats_heading else "thead{display:table-row-group}")
    )
    head = "".join(f"<th>{html.escape(text)}</th>" for text in truth.heading)
    body = "".join(
        "<tr>" + "".join(f"<td>{html.escape(text)}</td>" for text in row) + "</tr>"
        for row in truth.rows
    )
    page = (
        f'<html lang="es"><style>{style}</style><h3>{html.escape(truth.title)}</h3>'
        "<p>El cuadro que sigue fue preparado por la unidad de planificación con la información "
        "de cada dirección y revisado en la sesión ordinaria del consejo.</p>"
        f"<table><colgroup>{columns}</colgroup><thead><tr>{head}</tr></thead><tbody>{body}"
        "</tbody></table><p>Elaborado por la unidad de planificación.</p></html>"
    )
    made: bytes = weasyprint.HTML(string=page).write_pdf()
    return made


TYPST = """
#let data = json(bytes(sys.inputs.data))
#set page(paper: "a4", flipped: data.wide, margin: 15mm, numbering: "1 / 1",
  header: text(size: 7pt)[Consejo de Seguridad Ciudadana])
#set text(font: data.font, size: data.size * 1pt, lang: "es", hyphenate: data.hyphens)
#set par(justify: false)
= #data.title
El cuadro que sigue fue preparado por la unidad de planificación.
#table(
  columns: data.widths.map(width => width * 1fr),
  inset: data.padding * 1pt,
  stroke: if not data.ruled { none } else if data.rules == "rows" {
    (x, y) => (top: 0.5pt, bottom: 0.5pt)
  } else { 0.5pt },
  align: (x, y) => (if x in data.right and y > 0 { right } else { left }) + (
    if data.align == "middle" { horizon } else { top }
  ),
  table.header(repeat: data.repeats, ..data.heading.map(text => strong(text))),
  ..data.rows.flatten()
)
Elaborado por la unidad de planificación.
"""


def typst_of(truth: Truth, look: Look) -> bytes:
    data = {
        "wide": look.is_wide or truth.is_wide,
        "font": look.font,
        "size": look.size,
        "hyphens": look.hyphens,
        "title": truth.title,
        "widths": truth.widths,
        "padding": look.padding,
        "ruled": look.is_ruled,
        "rules": look.rules,
        "right": look.right_aligned,
        "align": look.align,
        "repeats": look.repeats_heading,
        "heading": truth.heading,
        "rows": truth.rows,
    }
    made: bytes = typst.compile(TYPST.encode(), sys_inputs={"data": json.dumps(data)})
    return made


def scan_of(pdf: bytes, *, dpi: int = 200, skew: float = 0.7, noise: float = 12.0) -> bytes:
    """The PDF printed, put crooked on the glass and photographed in grey: a PDF of pictures."""
    dice = np.random.default_rng(7)
    pages = []
    document = pypdfium2.PdfDocument(pdf)
    for number in range(len(document)):
        picture = document[number].render(scale=dpi / 72).to_pil().convert("L")
        turned = picture.rotate(
            skew if number % 2 else -skew, Image.Resampling.BICUBIC, fillcolor=255
        )
        grey = np.asarray(turned, dtype=np.float32)
        grey = grey * 0.94 + dice.normal(0, noise, grey.shape).astype(np.float32)
        specks = dice.random(grey.shape) < 0.0004
        grey[specks] = 40
        pages.append(Image.fromarray(np.clip(grey, 0, 255).astype(np.uint8)))
    kept = io.BytesIO()
    pages[0].save(kept, "PDF", save_all=True, append_images=pages[1:], resolution=dpi, quality=80)
    return kept.getvalue()
