"""Which file may be kept as a record: told by its content, never by its name."""

from enum import StrEnum

LARGEST = 25 * 1024 * 1024


class Refusal(StrEnum):
    EMPTY = "empty"
    TOO_LARGE = "too_large"
    NOT_PDF = "not_pdf"


def fault(content: bytes) -> Refusal | None:
    """Minutes and records are kept as PDF; everything else is pointed at by a link."""
    if not content:
        return Refusal.EMPTY
    if len(content) > LARGEST:
        return Refusal.TOO_LARGE
    return None if content.startswith(b"%PDF-") else Refusal.NOT_PDF
