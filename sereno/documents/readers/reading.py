"""What a document was understood to say: the stable shape that ``read --json`` prints.

The names of fields are those of the model, in English: ``unit_name``, ``objective``,
``activity``, ``indicator``, ``target``, ``note``, ``years``, ``partners``, ``responsible``,
``planned``, ``executed``, ``codified``, ``accrued`` and so on (docs/reading.md lists them).
"""

from dataclasses import dataclass, field
from decimal import Decimal

from sereno.documents.readers.paper import Place

# What a field may hold once it is parsed. A text that is only a text stays a string; a target is
# a dictionary with its kind (docs/reading.md). None where the cell says nothing.
Value = None | str | bool | Decimal | list["Value"] | dict[str, "Value"]


@dataclass(frozen=True)
class Field:
    """One value with its own words and its place. ``confidence`` runs from 0 to 1."""

    text: str
    value: Value
    unit: str = ""
    source: tuple[Place, ...] = ()
    confidence: float = 1.0


@dataclass(frozen=True)
class Row:
    """One record. ``repeats`` is the index in its table of the earlier row that it says again.

    ``notes`` are codes of how it was read: ``shifted`` where its cells stood one column aside.
    """

    fields: dict[str, Field]
    repeats: int | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Table:
    """``headings`` are the columns that were understood: field, words, places; and the title's."""

    title: str
    rows: tuple[Row, ...]
    headings: dict[str, Field] = field(default_factory=dict)
    source: tuple[Place, ...] = ()


@dataclass(frozen=True)
class Fact:
    """A countable statement found in prose: proposed, never accepted by itself."""

    text: str
    counts: str
    value: Decimal
    unit: str
    source: Place


@dataclass(frozen=True)
class Finding:
    """Something wrong in the document itself. ``severity`` is ``error``, ``warning`` or ``note``.

    ``parts`` are the values the sentence is made of, so that it can be said in any language.
    """

    code: str
    says: str
    cells: tuple[Place, ...]
    severity: str = "warning"
    parts: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Unplaced:
    """Words that no field took, kept for whoever reviews: nothing is lost silently."""

    text: str
    source: Place


@dataclass(frozen=True)
class File:
    """The bytes that were read. ``format`` is what they are, whatever the name says."""

    name: str
    sha256: str
    size: int
    format: str
    pages: int = 0


@dataclass(frozen=True)
class Reading:
    """The whole. ``score`` is how sure the kind is, from 0 to 1, and ``because`` says why.

    ``notes`` are the codes of what the format met (``macro``, ``hidden-sheet``, ``ocr``).
    """

    kind: str
    score: float
    because: str
    tables: tuple[Table, ...] = ()
    facts: tuple[Fact, ...] = ()
    findings: tuple[Finding, ...] = ()
    unplaced: tuple[Unplaced, ...] = ()
    file: File | None = None
    notes: tuple[str, ...] = ()
