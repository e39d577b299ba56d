"""What can happen to what is published: figures, editions, registers."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class FigurePublished(Event):
    """A number may be read by anyone, and walked back to its records."""

    name = "figure.published"
    audience = Audience.ACCOUNTS
    value: str
    seal: str


@dataclass(frozen=True)
class FigureCorrected(Event):
    """A later number takes the place of an earlier one, and says why."""

    name = "figure.corrected"
    audience = Audience.ACCOUNTS
    corrects: str
    value: str
    seal: str


@dataclass(frozen=True)
class EditionPrepared(Event):
    """A document was frozen, and waits for another person to publish it."""

    name = "edition.prepared"
    audience = Audience.ACCOUNTS
    seal: str


@dataclass(frozen=True)
class EditionPublished(Event):
    """A document may be read by anyone, as it was frozen, for good."""

    name = "edition.published"
    audience = Audience.ACCOUNTS
    seal: str
    corrects: str


@dataclass(frozen=True)
class EditionReturned(Event):
    """A document was sent back with a reason."""

    name = "edition.returned"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class RegisterKept(Event):
    """A register of the transparency law was kept for a month."""

    name = "register.kept"
    audience = Audience.ACCOUNTS
    numeral: str
    state: str
    rows: int


@dataclass(frozen=True)
class TextKept(Event):
    """A text was written into a document that is being prepared."""

    name = "text.kept"
    audience = Audience.ACCOUNTS
    document: str
    code: str


@dataclass(frozen=True)
class EditionSigned(Event):
    """Somebody put an electronic signature on the PDF of an edition."""

    name = "edition.signed"
    audience = Audience.ACCOUNTS
    act: str
    sha256: str
    certificate: str


@dataclass(frozen=True)
class TemplateKept(Event):
    """The council gave a Word template of its own for a document."""

    name = "template.kept"
    audience = Audience.ACCOUNTS
    document: str
    sha256: str


@dataclass(frozen=True)
class TemplateAdopted(Event):
    """A document is drawn with a template of the council, or again with the house's own."""

    name = "template.adopted"
    audience = Audience.ACCOUNTS
    document: str
    sha256: str


@dataclass(frozen=True)
class FigureSuperseded(Event):
    """Records came after a figure was published, and no longer give its number."""

    name = "figure.superseded"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class LinksVisited(Event):
    """The links of registers were visited, one after another."""

    name = "links.visited"
    audience = Audience.ACCOUNTS
    links: int
    working: int
