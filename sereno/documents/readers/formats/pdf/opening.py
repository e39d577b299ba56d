"""What a PDF is refused for before it is read: a password, a cut, no pages."""

import io

import pikepdf

from sereno.documents.readers.refusals import Unreadable


def refuse_unreadable(data: bytes) -> None:
    """A damaged index is mended by qpdf; what it cannot mend is refused by name."""
    try:
        with pikepdf.open(io.BytesIO(data)) as document:
            if not document.pages:
                raise Unreadable("truncated", what="no tiene páginas")
    except pikepdf.PasswordError as problem:
        raise Unreadable("encrypted") from problem
    except (pikepdf.PdfError, RuntimeError, ValueError) as problem:
        raise Unreadable("truncated", what="no se abre como PDF") from problem
