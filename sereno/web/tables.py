"""Tables that people paste or send: text, CSV or a workbook of Excel as the same rows of cells.

Each line stands by itself. Cells of a workbook become what the sheet shows: decimals with a comma,
a share with its sign, a day as 31/12/2026; a formula that was never worked out stays a formula, so
that whoever reads the cell refuses it instead of taking it for empty.
"""

import csv
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time
from decimal import Decimal
from enum import StrEnum
from io import BytesIO, StringIO
from typing import Any
from zipfile import BadZipFile, ZipFile

LARGEST = 2_000_000
UNPACKED = 60_000_000
ROWS, COLUMNS = 10_000, 80
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SEALED = "EncryptedPackage".encode("utf-16-le")
_RUNS = ("=", "+", "-", "@", "\t", "\r")
_DECLARES = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_QUOTED = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')


class Unreadable(StrEnum):
    """Why a file is no table."""

    TOO_LARGE = "too_large"
    LOCKED = "locked"
    OLD_EXCEL = "old_excel"
    HAS_MACROS = "has_macros"
    NOT_A_TABLE = "not_a_table"
    TOO_MANY_ROWS = "too_many_rows"


class NotATable(Exception):
    """This file is not read; ``why`` says the reason."""

    def __init__(self, why: Unreadable) -> None:
        super().__init__(why)
        self.why = why


def text_of(content: bytes) -> str:
    """A file as the text that would have been pasted: UTF-8, what Excel writes, or a workbook."""
    if len(content) > LARGEST:
        raise NotATable(Unreadable.TOO_LARGE)
    if content.startswith(_OLD_OFFICE):
        raise NotATable(Unreadable.LOCKED if _SEALED in content else Unreadable.OLD_EXCEL)
    if content.startswith(b"PK"):
        return "\n".join("\t".join(row) for row in _workbook(content))
    if b"\0" in content or content.startswith(b"%PDF-"):
        raise NotATable(Unreadable.NOT_A_TABLE)
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1252", errors="replace")


def rows_of(text: str) -> list[tuple[int, list[str]]]:
    """The rows that say something, each with its number as a spreadsheet counts it."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    first = next((line for line in lines if line.strip()), "")
    delimiter = next((sign for sign in "\t;," if sign in first), "\t")
    cut = ((number, cells_of(line, delimiter)) for number, line in enumerate(lines, 1))
    return [(number, cells) for number, cells in cut if any(cell.strip() for cell in cells)]


def cells_of(line: str, delimiter: str) -> list[str]:
    """Each line by itself: a quote left open must not swallow the lines after it."""
    try:
        return next(csv.reader([line], delimiter=delimiter), [])
    except csv.Error:
        return [line]


def plain(text: str) -> str:
    """A word as it is compared: small letters, no accents, no points, one space."""
    bare = unicodedata.normalize("NFKD", text.strip().lower())
    letters = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(letters.replace(".", " ").replace("_", " ").split())


def columns_of(header: Sequence[str], known: Iterable[tuple[str, set[str]]]) -> dict[str, int]:
    """Where each known column stands, by any of the words that are used for it."""
    words = [plain(cell) for cell in header]
    return {
        name: place
        for name, said in known
        for place, word in reversed(list(enumerate(words)))
        if word in said
    }


def cell(row: Sequence[str], columns: dict[str, int], name: str) -> str:
    place = columns.get(name, len(row))
    return row[place].strip() if place < len(row) else ""


def harmless(text: str) -> str:
    """A cell that a spreadsheet shows and does not run."""
    return f"'{text}" if text.startswith(_RUNS) else text


def written(rows: Iterable[Sequence[str]]) -> bytes:
    """Rows as CSV that Excel opens as it is set here, with no cell that runs."""
    sheet = StringIO()
    writer = csv.writer(sheet, delimiter=";")
    writer.writerows([harmless(text) for text in row] for row in rows)
    return sheet.getvalue().encode("utf-8-sig")


def workbook_of(
    header: Sequence[str], rows: Iterable[Sequence[str]], *, name: str, widths: Sequence[int] = ()
) -> bytes:
    """A workbook to be filled in: a head that stays in sight, and every cell as text."""
    from xlsxwriter import Workbook

    out = BytesIO()
    as_text = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    book = Workbook(out, as_text)
    sheet = book.add_worksheet(name)
    head = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
    for place, word in enumerate(header):
        sheet.write_string(0, place, word, head)
    for number, row in enumerate(rows, 1):
        for place, said in enumerate(row):
            sheet.write_string(number, place, said, text)
    for place, width in enumerate(widths):
        sheet.set_column(place, place, width)
    sheet.freeze_panes(1, 0)
    book.close()
    return out.getvalue()


def _workbook(content: bytes) -> Iterator[list[str]]:
    """The first sheet that can be seen, read without keeping the workbook in memory."""
    from openpyxl import load_workbook

    _opened(content)
    try:
        shown = load_workbook(BytesIO(content), read_only=True, data_only=True)
        behind = load_workbook(BytesIO(content), read_only=True, data_only=False)
        names = [one.title for one in shown.worksheets if one.sheet_state == "visible"]
        if not names:
            raise NotATable(Unreadable.NOT_A_TABLE)
        pairs = zip(
            shown[names[0]].iter_rows(max_col=COLUMNS),
            behind[names[0]].iter_rows(max_col=COLUMNS),
            strict=True,
        )
        for number, (cells, formulas) in enumerate(pairs, 1):
            if number > ROWS:
                raise NotATable(Unreadable.TOO_MANY_ROWS)
            said = [_said(one, other) for one, other in zip(cells, formulas, strict=True)]
            yield said[: max((place for place, word in enumerate(said, 1) if word), default=0)]
    except (KeyError, ValueError, TypeError, AttributeError, OSError, SyntaxError) as problem:
        raise NotATable(Unreadable.NOT_A_TABLE) from problem


def _opened(content: bytes) -> None:
    """Refuse what is no workbook, runs by itself or unfolds into too much, before it is parsed."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            parts = archive.infolist()
            names = {part.filename for part in parts}
            if any(name.lower().endswith(("vbaproject.bin", "macrosheets/")) for name in names):
                raise NotATable(Unreadable.HAS_MACROS)
            if "xl/workbook.xml" not in names:
                raise NotATable(Unreadable.NOT_A_TABLE)
            if sum(part.file_size for part in parts) > UNPACKED:
                raise NotATable(Unreadable.TOO_LARGE)
            for part in parts:
                if part.filename.endswith((".xml", ".rels")):
                    with archive.open(part) as opened:
                        if _DECLARES.search(opened.read(2048)):
                            raise NotATable(Unreadable.NOT_A_TABLE)
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError) as problem:
        raise NotATable(Unreadable.NOT_A_TABLE) from problem


def _said(shown: Any, behind: Any) -> str:
    """A cell as the sheet shows it; a formula without a result as the formula."""
    value = shown.value
    if value is None:
        return str(behind.value or "")
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, int | float):
        if "%" in _QUOTED.sub("", shown.number_format or ""):
            return f"{_number(value * 100)} %"
        return _number(value)
    if isinstance(value, datetime | date):
        return f"{value:%d/%m/%Y}"
    if isinstance(value, time):
        return f"{value:%H:%M}"
    return " ".join(str(value).split())


def _number(value: float) -> str:
    """Fifteen figures, as many as a spreadsheet keeps, never in powers of ten."""
    return f"{Decimal(f'{value:.15g}'):f}".replace(".", ",")
