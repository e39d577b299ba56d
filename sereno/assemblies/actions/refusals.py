"""Why something cannot be done to what people asked."""

from dataclasses import dataclass
from datetime import date

from sereno.assemblies.rules.proof import Refusal as ProofFault


@dataclass
class SamePerson(Exception):
    """Whoever wrote it cannot be the one who answers for it."""

    what: str


@dataclass
class NothingSaid(Exception):
    """It needs words: of this part."""

    what: str


@dataclass
class AlreadyAnswered(Exception):
    """The matter has a commitment, or a no given or on its way."""

    matter: int


@dataclass
class AlreadyDecided(Exception):
    """Another person settled it before; that stands."""

    what: str


@dataclass
class InUse(Exception):
    """Something hangs on it by now: an answer, an advance, a supporter, whoever follows it."""

    what: str


@dataclass
class DueBackwards(Exception):
    """A promise made today cannot have been due before."""

    day: date


@dataclass
class NotTied(Exception):
    """The indicator is not of this project, or the target not of this indicator."""

    project: int


@dataclass
class NotPublished(Exception):
    """A commitment hangs on a promise that anyone can read: this plan is a draft."""

    plan: str


@dataclass
class NoProof(Exception):
    """Something that was done in part needs a record or a link that shows it."""

    percent: str


@dataclass
class NotAPercentage(Exception):
    """A percentage lies between 0 and 100."""

    percent: str


@dataclass
class NotYet(Exception):
    """It cannot have happened on a day that is still to come."""

    day: date


@dataclass
class NotAProof(Exception):
    """A link or a PDF, one of the two; ``fault`` says what is wrong with a file."""

    fault: ProofFault | None = None


@dataclass
class UnknownCalendar(Exception):
    """No steps are in force for this kind of entity, calendar and year."""

    year: int


@dataclass
class AlreadyOpen(Exception):
    """The account of this year was begun before."""

    year: int


@dataclass
class StepsMissing(Exception):
    """The phase stays open: these steps are not done, or nothing that works shows them."""

    names: tuple[str, ...]


@dataclass
class PhaseIsClosed(Exception):
    """What its steps said stands."""

    phase: int


@dataclass
class TimeBackwards(Exception):
    """Somebody asked since that day, and is owed the answer in the time that was in force."""

    day: date


@dataclass
class TimeOverlaps(Exception):
    """A number of days for an answer already begins on this day or later."""

    day: date
