"""What kind of file these bytes are, whatever the name says."""

import csv
import io
import zipfile
from typing import Final

from charset_normalizer import from_bytes

from sereno.documents.readers.refusals import Unreadable

PICTURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\0", b"MM\0*")
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ENCRYPTED_OLE: Final = "EncryptedPackage".encode("utf-16-le")
STRANGERS: Final = (
    (b"Rar!", "un archivo RAR"),
    (b"7z\xbc\xaf", "un archivo 7z"),
    (b"MZ", "un programa"),
    (b"\x7fELF", "un programa"),
    (b"GIF8", "una imagen GIF"),
    (b"\x1f\x8b", "un archivo comprimido"),
    (b"\0\0\0\x18ftyp", "un vídeo"),
    (b"\0\0\0\x20ftyp", "un vídeo"),
    (b"ID3", "un audio"),
)
DELIMITERS: Final = (";", ",", "\t", "|")


def format_of(data: bytes) -> str:
    """One of the formats' names; refuses by name what is none of them."""
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(PICTURES):
        return "scan"
    if data.startswith(b"PK"):
        return office_of(data)
    if data.startswith(OLE):
        raise Unreadable("encrypted" if ENCRYPTED_OLE in data else "old-office")
    for mark, what in STRANGERS:
        if data.startswith(mark):
            raise Unreadable("wrong-type", what=what)
    if is_binary(data):
        raise Unreadable("wrong-type", what="un archivo binario")
    return "csv" if delimiter_of(decode(data[:65536])) else "text"


def office_of(data: bytes) -> str:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
            kind = ""
            if "mimetype" in names:
                with package.open("mimetype") as told:
                    kind = told.read(200).decode("ascii", "replace")
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError) as problem:
        raise Unreadable("truncated", what="no se abre el paquete") from problem
    if "word/document.xml" in names:
        return "docx"
    if "xl/workbook.xml" in names:
        return "xlsx"
    if kind.startswith("application/vnd.oasis.opendocument.text"):
        return "odt"
    if kind.startswith("application/vnd.oasis.opendocument.spreadsheet"):
        return "ods"
    raise Unreadable("wrong-type", what="un archivo comprimido")


def is_binary(data: bytes) -> bool:
    """Text has no zero bytes, but for UTF-16, which opens with its mark."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return False
    return b"\0" in data[:8192]


def decode(data: bytes) -> str:
    """The text, in the encoding it has: UTF-8 first, then what its letters look like."""
    for encoding in (
        ("utf-8-sig", "utf-16") if data[:2] in (b"\xff\xfe", b"\xfe\xff") else ("utf-8-sig",)
    ):
        try:
            return data.decode(encoding)
        except UnicodeDecodeError as problem:
            if problem.start > len(data) - 4 and len(data) == 65536:
                return data[: problem.start].decode(encoding)
    best = from_bytes(data, cp_isolation=["cp1252", "mac_roman", "cp850"]).best()
    return str(best) if best else data.decode("cp1252", "replace")


def delimiter_of(text: str) -> str | None:
    """The sign that cuts most lines into the same number of cells, or none: then it is prose."""
    lines = [line for line in text.splitlines() if line.strip()][:200]
    if not lines:
        return None
    best, most = None, 0.0
    for sign in DELIMITERS:
        if (share := evenness(lines, sign)) > most:
            best, most = sign, share
    return best if most >= 0.8 else None


def evenness(lines: list[str], sign: str) -> float:
    """How many records have the commonest width, where that is more than one column."""
    try:
        widths = [len(row) for row in csv.reader(lines, delimiter=sign) if row]
    except csv.Error:
        return 0.0
    common = max(set(widths), key=widths.count)
    if common < 2:
        return 0.0
    return widths.count(common) / len(widths)
