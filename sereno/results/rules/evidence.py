"""What a file of evidence is, told by its content and never by its name."""

import csv
from enum import StrEnum
from io import BytesIO, StringIO
from zipfile import BadZipFile, ZipFile

LARGEST = 25 * 1024 * 1024

PDF = "application/pdf"
JPEG = "image/jpeg"
PNG = "image/png"
CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODS = "application/vnd.oasis.opendocument.spreadsheet"
ODT = "application/vnd.oasis.opendocument.text"

ENDINGS = {
    PDF: "pdf",
    JPEG: "jpg",
    PNG: "png",
    CSV: "csv",
    XLSX: "xlsx",
    DOCX: "docx",
    ODS: "ods",
    ODT: "odt",
}
PHOTOGRAPHS = frozenset({JPEG, PNG})
_OPENINGS = ((b"%PDF-", PDF), (b"\xff\xd8\xff", JPEG), (b"\x89PNG\r\n\x1a\n", PNG))
_INSIDE = {"xl/workbook.xml": XLSX, "word/document.xml": DOCX}
_TYPE_LENGTH = 120


class Refusal(StrEnum):
    """Why a file is not taken as evidence."""

    EMPTY = "empty"
    TOO_LARGE = "too_large"
    UNKNOWN_TYPE = "unknown_type"
    HAS_MACROS = "has_macros"
    NOT_A_PHOTOGRAPH = "not_a_photograph"


class NotEvidence(Exception):
    """This file is not taken; ``why`` says the reason."""

    def __init__(self, why: Refusal) -> None:
        super().__init__(why)
        self.why = why


def media_type(content: bytes) -> str:
    """One of the eight types that are taken: PDF, JPEG, PNG, CSV, XLSX, DOCX, ODS, ODT."""
    if not content:
        raise NotEvidence(Refusal.EMPTY)
    if len(content) > LARGEST:
        raise NotEvidence(Refusal.TOO_LARGE)
    for opening, kind in _OPENINGS:
        if content.startswith(opening):
            return kind
    found = _office(content) if content.startswith(b"PK\x03\x04") else _table(content)
    if not found:
        raise NotEvidence(Refusal.UNKNOWN_TYPE)
    return found


def _office(content: bytes) -> str:
    """A document of an office suite: its parts are listed, none is unpacked."""
    try:
        with ZipFile(BytesIO(content)) as archive:
            names = set(archive.namelist())
            if any(name.lower().endswith("vbaproject.bin") for name in names):
                raise NotEvidence(Refusal.HAS_MACROS)
            for name, kind in _INSIDE.items():
                if name in names and "[Content_Types].xml" in names:
                    return kind
            if "mimetype" in names and "content.xml" in names:
                with archive.open("mimetype") as first:
                    said = first.read(_TYPE_LENGTH).decode("ascii", "replace").strip()
                return said if said in {ODS, ODT} else ""
    except (BadZipFile, NotImplementedError, RuntimeError, OSError, EOFError):
        return ""
    return ""


def _table(content: bytes) -> str:
    """Text in rows of the same number of cells, more than one; markup is no table."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if any(ord(sign) < 32 and sign not in "\r\n\t" for sign in text) or text.lstrip()[:1] == "<":
        return ""
    for separator in ",;\t":
        try:
            rows = [row for row in csv.reader(StringIO(text), delimiter=separator) if row]
        except csv.Error:
            continue
        if rows and len(rows[0]) > 1 and all(len(row) == len(rows[0]) for row in rows):
            return CSV
    return ""
