"""What tells of a person is kept out of everything that anyone will read."""

from sereno.documents.readers.values.personal import personal

HIDDEN = "[dato personal]"


def holds(text: str) -> bool:
    """Whether a text tells of a person: an id, a tax number, a telephone, a mail."""
    return bool(personal(text))


def without(text: str) -> str:
    """The text as it may enter a plan."""
    for piece in reversed(personal(text)):
        text = text[: piece.start] + HIDDEN + text[piece.end :]
    return text
