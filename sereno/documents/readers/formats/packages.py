"""The zip that a Word, Excel or OpenDocument file is: opened within limits, or refused by name."""

import io
import zipfile
import zlib
from typing import Final

from lxml import etree

from sereno.documents.readers.refusals import Unreadable

MOST_OPEN: Final = 400 * 1024 * 1024
MOST_RATIO: Final = 200
SMALL: Final = 20 * 1024 * 1024
MOST_COLUMNS: Final = 512
MOST_ROWS: Final = 200_000
BROKEN: Final = (
    zipfile.BadZipFile, EOFError, OSError, ValueError, KeyError, NotImplementedError,
)  # fmt: skip


class Package:
    """``parts`` are the names inside; sizes are looked at before anything is unpacked."""

    def __init__(self, data: bytes) -> None:
        try:
            self.zip = zipfile.ZipFile(io.BytesIO(data))
        except BROKEN as problem:
            raise Unreadable("truncated", what="no se abre el paquete") from problem
        entries = self.zip.infolist()
        if any(entry.flag_bits & 1 for entry in entries):
            raise Unreadable("encrypted")
        self.parts = {entry.filename for entry in entries}
        self.refuse_bomb(len(data), sum(entry.file_size for entry in entries))

    def refuse_bomb(self, packed: int, opened: int) -> None:
        if opened > MOST_OPEN or (opened > SMALL and opened > MOST_RATIO * packed):
            size = -(-opened // (1024 * 1024))
            raise Unreadable("zip-bomb", size=str(size), most=str(MOST_OPEN // (1024 * 1024)))

    def part(self, name: str) -> bytes:
        try:
            return self.zip.read(name)
        except (*BROKEN, zipfile.LargeZipFile, zlib.error, RuntimeError) as problem:
            raise Unreadable("truncated", what=f"no se lee {name}") from problem

    def xml(self, name: str) -> etree._Element:
        """Parsed without entities, without the network and without a tree deeper than is sane."""
        parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
        try:
            return etree.fromstring(self.part(name), parser)
        except etree.XMLSyntaxError as problem:
            raise Unreadable("truncated", what=f"{name} no es XML entero") from problem

    def notes(self) -> tuple[str, ...]:
        """Macros are never run; that there are some is said."""
        macros = ("vbaProject.bin", "Basic/", "Scripts/")
        return ("macro",) if any(mark in part for part in self.parts for mark in macros) else ()


def refuse_size(where: str, *, columns: int, rows: int) -> None:
    if columns > MOST_COLUMNS:
        raise Unreadable(
            "too-many-columns", where=where, columns=str(columns), most=str(MOST_COLUMNS)
        )
    if rows > MOST_ROWS:
        raise Unreadable("too-many-rows", where=where, most=str(MOST_ROWS))
