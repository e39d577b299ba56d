"""Tables as people really print them: by LibreOffice, from Word styles and from spreadsheets."""

import io
import math
import random
import shutil
import subprocess
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path
from statistics import mean
from typing import Final

import docx
import xlsxwriter
from docx.enum.section import WD_ORIENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from bench.readers import scoring, tools
from bench.readers.truths import Truth, all_three

SEEDS: Final = range(200, 240)
STYLES: Final = (
    "Table Grid",
    "Normal Table",
    "Light List",
    "Light Grid Accent 1",
    "Medium Shading 1 Accent 1",
    "Light Shading",
    "Medium Grid 1",
    "Colorful List",
)
FONTS: Final = ("Liberation Sans", "Liberation Serif", "DejaVu Sans", "Carlito")
INTRODUCED: Final = "El cuadro que sigue fue preparado por la unidad de planificación."
PATIENCE: Final = 300  # seconds for all of them


@dataclass(frozen=True)
class Look:
    """What an office varies, drawn by lot from a seed."""

    style: str
    font: str
    size: int
    margin: int
    after: int
    is_wide: bool
    repeats: bool
    is_whole: bool
    is_justified: bool
    has_borders: bool


def look(dice: random.Random) -> Look:
    return Look(
        dice.choice(STYLES), dice.choice(FONTS), dice.choice((7, 8, 9, 10, 11)),
        dice.choice((10, 15, 25)), dice.choice((0, 0, 4, 8)),
        *(dice.random() < share for share in (0.4, 0.5, 0.3, 0.25, 0.6)),
    )  # fmt: skip


def word_of(truth: Truth, look: Look) -> bytes:
    document = docx.Document()
    section = document.sections[0]
    sides = (Mm(297), Mm(210)) if look.is_wide or truth.is_wide else (Mm(210), Mm(297))
    section.page_width, section.page_height = sides
    section.orientation = WD_ORIENT.LANDSCAPE if sides[0] > sides[1] else WD_ORIENT.PORTRAIT
    section.left_margin = section.right_margin = Mm(look.margin)
    section.header.paragraphs[0].text = "Consejo de Seguridad Ciudadana"
    document.styles["Normal"].font.name = look.font
    document.styles["Normal"].font.size = Pt(look.size)
    document.add_heading(truth.title, 1)
    document.add_paragraph(INTRODUCED)
    table = document.add_table(rows=0, cols=len(truth.heading))
    table.style, table.autofit = document.styles[look.style], False
    room = sides[0] - 2 * Mm(look.margin)
    for column, width in zip(table.columns, truth.widths, strict=True):
        column.width = room * width // sum(truth.widths)
    for number, row in enumerate((truth.heading, *truth.rows)):
        for cell, text in zip(table.add_row().cells, row, strict=True):
            cell.text = text
            paragraph = cell.paragraphs[0]
            paragraph.paragraph_format.space_after = Pt(look.after)
            if number and look.is_justified:
                paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
    for number, row in enumerate(table.rows):
        if look.is_whole:
            row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        if look.repeats and not number:
            row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    document.add_paragraph("Elaborado por la unidad de planificación.")
    kept = io.BytesIO()
    document.save(kept)
    return kept.getvalue()


def sheet_of(truth: Truth, look: Look) -> bytes:
    """All columns on one page's width: a print cut between columns is a fault of its own."""
    kept = io.BytesIO()
    with xlsxwriter.Workbook(kept, {"in_memory": True}) as book:
        sheet = book.add_worksheet("Datos")
        how = {"text_wrap": True, "valign": "top", "font_name": look.font, "font_size": look.size}
        cell = book.add_format(how | ({"border": 1} if look.has_borders else {}))
        widths = [120 * width / sum(truth.widths) for width in truth.widths]
        for column, width in enumerate(widths):
            sheet.set_column(column, column, width)
        sheet.write(0, 0, truth.title)
        for number, row in enumerate((truth.heading, *truth.rows), start=2):
            for column, text in enumerate(row):
                sheet.write_string(number, column, text, cell)
            lines = max(math.ceil(0.3 + 1.3 * len(text) * look.size / 11 / width)
                        for text, width in zip(row, widths, strict=True))  # fmt: skip
            sheet.set_row(number, lines * 1.35 * look.size)
        if look.is_wide or truth.is_wide:
            sheet.set_landscape()
        sheet.set_paper(9)
        sheet.fit_to_pages(1, 0)
        if look.repeats:
            sheet.repeat_rows(2)
        sheet.set_footer("&CPágina &P de &N")
    return kept.getvalue()


def printed(folder: Path) -> dict[Path, tuple[str, Truth]]:
    """Forty prints, each with the name of its kind and the table that stands in it."""
    found: dict[Path, tuple[str, Truth]] = {}
    for seed in SEEDS:
        dice = random.Random(seed)  # noqa: S311 -- the same prints every time
        truth, seen, is_word = dice.choice(all_three()), look(dice), dice.random() < 0.6
        path = folder / f"office-{seed}.{'docx' if is_word else 'xlsx'}"
        path.write_bytes(word_of(truth, seen) if is_word else sheet_of(truth, seen))
        ruled = "ruled" if seen.has_borders else "unruled"
        kind = f"Word, {seen.style}" if is_word else f"spreadsheet, {ruled}"
        found[path] = kind, truth
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    subprocess.run(
        ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", folder, *found],  # noqa: S607
        check=True,
        capture_output=True,
        timeout=PATIENCE,
    )
    return {path.with_suffix(".pdf"): what for path, what in found.items()}


def table(folder: Path) -> Iterator[str]:
    if not shutil.which("soffice"):
        yield "Prints by LibreOffice: left out, soffice is not installed.\n"
        return
    mine: dict[str, list[float]] = defaultdict(list)
    other: dict[str, list[float]] = defaultdict(list)
    for path, (kind, truth) in printed(folder).items():
        mine[kind].append(scoring.score(truth, tools.sereno(path).tables).cell_share)
        other[kind].append(scoring.score(truth, tools.pdfplumber_lines(path).tables).cell_share)
    yield "| printed by LibreOffice | prints | cells % | 99 % and more | pdfplumber, cells % |\n"
    yield "|---|---|---|---|---|\n"
    for kind in sorted(mine):
        yield _row(kind, mine[kind], other[kind])
    yield _row("all", list(chain(*mine.values())), list(chain(*other.values())))


def _row(kind: str, mine: list[float], other: list[float]) -> str:
    good = sum(share >= 99 for share in mine)
    return f"| {kind} | {len(mine)} | {mean(mine):.1f} | {good} | {mean(other):.1f} |\n"
