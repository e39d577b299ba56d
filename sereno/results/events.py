"""What can happen to a measurement."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class TargetMeasured(Event):
    """A target was compared with what was done; a draft until someone else reviews it."""

    name = "target.measured"
    audience = Audience.ACCOUNTS
    value: str
    seal: str


@dataclass(frozen=True)
class MeasurementReviewed(Event):
    """Someone other than its author found it right."""

    name = "measurement.reviewed"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class MeasurementApproved(Event):
    """The director answers for it."""

    name = "measurement.approved"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class MeasurementReturned(Event):
    """Sent back to its author, with a reason kept beside it."""

    name = "measurement.returned"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class EvidenceAdded(Event):
    """A file or link was put beside a measurement."""

    name = "evidence.added"
    audience = Audience.ACCOUNTS
    sha256: str
    public: str = ""  # the seal of the copy that the public sees, of a photograph


@dataclass(frozen=True)
class EvidenceProbed(Event):
    """A link was visited; ``found`` is one word for what it turned out to be."""

    name = "evidence.probed"
    audience = Audience.ACCOUNTS
    found: str


@dataclass(frozen=True)
class BandsSet(Event):
    """The categories of compliance change from a day on."""

    name = "bands.set"
    audience = Audience.ACCOUNTS
    bands: int
    seal: str = ""  # of what they are called, since when, by which document, and their limits
