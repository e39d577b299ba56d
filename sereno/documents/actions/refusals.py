"""Why something cannot be done with a document."""

from dataclasses import dataclass


@dataclass
class AlreadyKept(Exception):
    """The same file stands already, byte for byte: nothing changes."""

    document: int


@dataclass
class NotRead(Exception):
    """The document has no reading, so nothing of it can be decided."""

    document: int


@dataclass
class AlreadyDecided(Exception):
    """The row was decided before, by this hand or another."""

    item: int


@dataclass
class NotAccepted(Exception):
    """Only what was accepted can be undone."""

    item: int


@dataclass
class CannotUndo(Exception):
    """What the row became stands on its own by now: other parts hang on it, or it was published."""

    subject: str


@dataclass
class EditionStays(Exception):
    """What a corrected edition changed cannot go back by itself to what was there before."""

    subject: str


@dataclass
class NoPlan(Exception):
    """It was not said into which plan the rows go."""

    document: int


@dataclass
class NoMonth(Exception):
    """It was not said of which month the statement is."""

    document: int


@dataclass
class NotYours(Exception):
    """Another role accepts rows of this sort."""

    act: str


@dataclass
class Rejected(Exception):
    """The row cannot stand where it belongs: ``why`` in the words of ``what`` it was to become."""

    what: str
    why: str = ""
    where: str = ""
    text: str = ""


@dataclass
class LeftoversUnseen(Exception):
    """There are words that no field took, and nobody has looked at them."""

    pieces: int


@dataclass
class RowsOpen(Exception):
    """Rows still wait for a decision."""

    rows: int


@dataclass
class UnknownField(Exception):
    """The row has no such field."""

    field: str


@dataclass
class SomethingAccepted(Exception):
    """Rows of this reading stand in the plan already: a new reading would lose their places."""

    document: int


@dataclass
class CorrectsItself(Exception):
    """A document cannot be the corrected edition of itself."""

    document: int


@dataclass
class NoColumns(Exception):
    """No column was given a field."""

    signature: str
