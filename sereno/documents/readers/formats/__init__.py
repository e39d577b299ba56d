"""The formats a document may come in, told apart by what the bytes are, never by the name.

A format is a package here with ``read(data: bytes) -> Paper``. To add one, give its name to
``sniff.format_of`` and write the package.
"""

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Final, cast

from sereno.documents.readers.formats.sniff import format_of
from sereno.documents.readers.paper import Paper
from sereno.documents.readers.refusals import Unreadable

SPOKEN: Final = {
    "docx": "Word",
    "xlsx": "Excel",
    "odt": "texto de OpenDocument",
    "ods": "hoja de cálculo de OpenDocument",
    "csv": "CSV",
    "pdf": "PDF",
    "scan": "una imagen",
    "text": "texto",
}
MOST_BYTES: Final = 64 * 1024 * 1024


def open_paper(data: bytes) -> tuple[str, Paper]:
    """The format's name and the paper; ``Unreadable`` where there is nothing to read."""
    if not data.strip(b"\0 \r\n\t"):
        raise Unreadable("empty")
    if len(data) > MOST_BYTES:
        raise Unreadable("too-large", size=megabytes(len(data)), most=megabytes(MOST_BYTES))
    name = format_of(data)
    paper = reader_of(name)(data)
    if not any(piece.text.strip() for piece in paper.pieces()):
        raise Unreadable("no-words")
    return name, paper


def reader_of(name: str) -> Callable[[bytes], Paper]:
    """The reader is imported when it is first asked for: some of them are heavy."""
    path = f"{__name__}.{name}"
    if find_spec(path) is None:
        raise Unreadable("no-reader", what=SPOKEN[name])
    return cast("Callable[[bytes], Paper]", import_module(path).read)


def megabytes(size: int) -> str:
    return str(-(-size // (1024 * 1024)))
