"""What can happen to a document that the council brings in."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class DocumentKept(Event):
    """A file was kept as it came."""

    name = "document.kept"
    audience = Audience.ACCOUNTS
    sha256: str


@dataclass(frozen=True)
class DocumentParsed(Event):
    """It was read, as a kind, into so many rows."""

    name = "document.parsed"
    audience = Audience.ACCOUNTS
    kind: str
    rows: int
    findings: int


@dataclass(frozen=True)
class DocumentRejected(Event):
    """It could not be read; the code says why."""

    name = "document.rejected"
    audience = Audience.ACCOUNTS
    code: str


@dataclass(frozen=True)
class RereadingAsked(Event):
    """It is to be read again, as another kind or with its columns mapped by hand."""

    name = "document.rereading_asked"
    audience = Audience.ACCOUNTS
    kind: str


@dataclass(frozen=True)
class DocumentDirected(Event):
    """It was said where its rows go: a plan, a month of the budget, an edition that it corrects."""

    name = "document.directed"
    audience = Audience.ACCOUNTS
    plan: str
    month: str
    corrects: str


@dataclass(frozen=True)
class RowsAccepted(Event):
    """Rows became parts of the plan, of the budget or of what people asked."""

    name = "document.rows_accepted"
    audience = Audience.ACCOUNTS
    became: list[str]
    rejected: int
    unreviewed: bool


@dataclass(frozen=True)
class RowsRefused(Event):
    """Rows were put aside: they enter nothing."""

    name = "document.rows_refused"
    audience = Audience.ACCOUNTS
    rows: int


@dataclass(frozen=True)
class RowReopened(Event):
    """What a row had become was taken out again."""

    name = "document.row_reopened"
    audience = Audience.ACCOUNTS
    was: str


@dataclass(frozen=True)
class RowCorrected(Event):
    """A field of a row was written as a person reads it."""

    name = "document.row_corrected"
    audience = Audience.ACCOUNTS
    row: str
    field: str


@dataclass(frozen=True)
class LeftoversLookedOver(Event):
    """Somebody looked at every word that no field had taken."""

    name = "document.leftovers_looked_over"
    audience = Audience.ACCOUNTS
    pieces: int


@dataclass(frozen=True)
class ColumnsMapped(Event):
    """The columns of a table were named by hand, and are remembered."""

    name = "document.columns_mapped"
    audience = Audience.ACCOUNTS
    columns: int


@dataclass(frozen=True)
class DocumentReviewed(Event):
    """Every row was decided and every leftover seen."""

    name = "document.reviewed"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class EditionApplied(Event):
    """Chosen rows of a corrected edition were applied to what the one before had become."""

    name = "document.edition_applied"
    audience = Audience.ACCOUNTS
    became: list[str]
    rejected: int
