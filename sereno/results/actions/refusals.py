"""Why something cannot be done with a measurement."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass
class OutsideTarget(Exception):
    """The period reaches outside the target's own, or into the future, or is empty."""

    target: int


@dataclass
class DraftWaiting(Exception):
    """A draft of this target waits to be approved or returned: first that one."""

    measurement: int


@dataclass
class IsComputed(Exception):
    """The number comes from records, so nobody reports it by hand."""

    indicator: str


@dataclass
class OtherUniverse(Exception):
    """The promise was made over a whole of another size."""

    promised: int
    reported: Decimal


@dataclass
class BadNumber(Exception):
    """A number that cannot be: negative, a part larger than its whole, or of the wrong kind."""

    why: str


@dataclass
class NoEvidence(Exception):
    """A reported number is believed only with a file or a link beside it."""

    measurement: int


@dataclass
class NotAFileNorALink(Exception):
    """Evidence is a file or a link: one of the two."""


@dataclass
class SamePerson(Exception):
    """Whoever measured cannot review the same number, and whoever reviewed cannot approve it."""

    measurement: int


@dataclass
class AlreadyDecided(Exception):
    """It was reviewed, approved or returned before; what was approved never changes."""

    measurement: int


@dataclass
class NotReviewed(Exception):
    """Someone else must look at it before the director answers for it."""

    measurement: int


@dataclass
class NoReason(Exception):
    """What is sent back says why."""

    measurement: int


@dataclass
class SealBroken(Exception):
    """The worksheet or the value is not what was sealed: somebody changed it past the actions."""

    measurement: int


@dataclass
class BandsBackwards(Exception):
    """Categories never begin on a day that has passed."""

    starts_on: date


@dataclass
class BandsOfThatDay(Exception):
    """Other categories begin on the same day."""

    starts_on: date
