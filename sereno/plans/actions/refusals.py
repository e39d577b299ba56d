"""Why something cannot be done to a plan."""

from dataclasses import dataclass
from decimal import Decimal

from sereno.plans.rules import Fault, Misprogrammed


@dataclass
class PlanIsPublished(Exception):
    """Its promises can be read by anyone and no longer change: a new plan replaces them."""

    slug: str


@dataclass
class SlugTaken(Exception):
    """Another plan, indicator or catalogue has this address."""

    slug: str


@dataclass
class UnknownParish(Exception):
    """No parish of the canton has this name."""

    name: str


@dataclass
class UnknownObjective(Exception):
    """No catalogue has an objective of this number."""

    catalogue: str
    number: str


@dataclass
class BadTarget(Exception):
    """The target could never be measured as it is written."""

    fault: Fault
    words: str


@dataclass
class BadProgramming(Exception):
    """The days, months and money of an activity contradict each other."""

    fault: Misprogrammed
    words: str
    total: Decimal = Decimal(0)  # what its twelve parts come to, where they are at fault


@dataclass
class PeriodBackwards(Exception):
    """It ends before it starts."""

    what: str


@dataclass
class NothingPromised(Exception):
    """A plan without a single target or activity is no promise yet."""

    slug: str


@dataclass
class SamePerson(Exception):
    """Whoever wrote it cannot be the one who answers for it."""

    what: str


@dataclass
class AlreadyThere(Exception):
    """A unit, an ordinance of that day or an article of it is already kept by this name."""

    what: str


@dataclass
class UnderItself(Exception):
    """A unit would hang, at the end of the line, on itself."""

    name: str


@dataclass
class ReformsLater(Exception):
    """An ordinance can only reform one that was issued before it."""

    title: str


@dataclass
class NoEvidence(Exception):
    """What is said to be done shows where that can be seen."""

    number: str


@dataclass
class BadEvidence(Exception):
    """It is no address that a reader could open."""

    link: str


@dataclass
class PartInUse(Exception):
    """Something hangs on this part: take that out first."""

    part: str


@dataclass
class PlanIsDraft(Exception):
    """A draft is corrected where it stands; only what was published changes in the open."""

    slug: str


@dataclass
class NoReason(Exception):
    """A promise that changes says why."""

    target: int


@dataclass
class NothingChanged(Exception):
    """The new amount is the old one, or the promise is a document and has none."""

    target: int


@dataclass
class ChangeWaiting(Exception):
    """Another change of this target waits to be confirmed or refused: first that one."""

    target: int


@dataclass
class AlreadyDecided(Exception):
    """It was confirmed or refused before."""

    change: int


@dataclass
class BeforeItBegan(Exception):
    """Nothing of an activity was done before its first month, nor in a month that is none."""

    until: str


@dataclass
class NotYetOver(Exception):
    """Progress is told of a month that ended, or has begun; not of one still to come."""

    until: str


@dataclass
class BadShare(Exception):
    """Progress is a part of a hundred, from nothing to all."""

    task: int


@dataclass
class ProgressWaiting(Exception):
    """Another progress of this activity waits to be confirmed or returned: first that one."""

    task: int
