"""What can happen to something that people asked, and to the process around it."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class SuggestionReceived(Event):
    """Someone asked for something."""

    name = "suggestion.received"
    audience = Audience.COMMUNITY
    channel: str


@dataclass(frozen=True)
class SuggestionGrouped(Event):
    """It was put into a matter with others: ``matter:4``."""

    name = "suggestion.grouped"
    audience = Audience.COMMUNITY
    matter: str


@dataclass(frozen=True)
class ContactErased(Event):
    """How to reach who asked is no longer kept."""

    name = "suggestion.contact_erased"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class MatterOpened(Event):
    """What several people ask was written in the council's words."""

    name = "matter.opened"
    audience = Audience.COMMUNITY
    year: int


@dataclass(frozen=True)
class SuggestionWithdrawn(Event):
    """It was read in a document by mistake, and is no longer kept."""

    name = "suggestion.withdrawn"
    audience = Audience.COMMUNITY


@dataclass(frozen=True)
class MatterWithdrawn(Event):
    """It was opened by mistake out of a document; nobody had answered or supported it."""

    name = "matter.withdrawn"
    audience = Audience.COMMUNITY


@dataclass(frozen=True)
class CommitmentWithdrawn(Event):
    """It was read in a document by mistake; nothing had been noted of it."""

    name = "commitment.withdrawn"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class MatterSupported(Event):
    """One more asks the same."""

    name = "matter.supported"
    audience = Audience.COMMUNITY


@dataclass(frozen=True)
class CommitmentAccepted(Event):
    """The council will do it: by which project, indicator and target, until which day."""

    name = "commitment.accepted"
    audience = Audience.ACCOUNTS
    matter: str
    project: str
    indicator: str
    target: str
    due_on: str


@dataclass(frozen=True)
class AdvanceNoted(Event):
    """It was said how far a commitment went; no percentage is an empty one."""

    name = "advance.noted"
    audience = Audience.ACCOUNTS
    percent: str


@dataclass(frozen=True)
class AdvanceConfirmed(Event):
    """Another person found it right: from now on it counts."""

    name = "advance.confirmed"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class RefusalProposed(Event):
    """A no was written, with its reason."""

    name = "refusal.proposed"
    audience = Audience.ACCOUNTS
    matter: str


@dataclass(frozen=True)
class RefusalConfirmed(Event):
    """Another person gave the no."""

    name = "refusal.confirmed"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class RefusalReturned(Event):
    """The no was not given: the matter waits again."""

    name = "refusal.returned"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class AnswerTimeAdded(Event):
    """So many days for an answer are in force from a day on."""

    name = "answer.time_added"
    audience = Audience.ACCOUNTS
    days: int
    since: str = ""


@dataclass(frozen=True)
class DeliberationCalled(Event):
    """A meeting about the account of a year has a date."""

    name = "deliberation.called"
    audience = Audience.COMMUNITY
    year: int


@dataclass(frozen=True)
class DeliberationCounted(Event):
    """Who came was counted, by groups."""

    name = "deliberation.counted"
    audience = Audience.COMMUNITY
    groups: int


@dataclass(frozen=True)
class MinutesAdded(Event):
    """The minutes of a meeting were kept."""

    name = "deliberation.minutes_added"
    audience = Audience.ACCOUNTS
    proof: str


@dataclass(frozen=True)
class ProcessLoaded(Event):
    """The steps that norms ask for were loaded."""

    name = "process.loaded"
    audience = Audience.ACCOUNTS
    steps: int


@dataclass(frozen=True)
class ProcessOpened(Event):
    """The account of a year began."""

    name = "process.opened"
    audience = Audience.ACCOUNTS
    year: int
    entity: str
    calendar: str


@dataclass(frozen=True)
class ProcessDated(Event):
    """The deliberation has a day, and with it the steps that hang on it."""

    name = "process.dated"
    audience = Audience.ACCOUNTS
    deliberation_on: str


@dataclass(frozen=True)
class StepTold(Event):
    """A step was done on a day."""

    name = "process.step_told"
    audience = Audience.ACCOUNTS
    code: str
    done_on: str


@dataclass(frozen=True)
class PhaseClosed(Event):
    """Every step of a phase was done and shown."""

    name = "process.phase_closed"
    audience = Audience.ACCOUNTS
    phase: int


@dataclass(frozen=True)
class ProofAdded(Event):
    """A record or a link was kept; a link has no SHA-256."""

    name = "proof.added"
    audience = Audience.ACCOUNTS
    sha256: str


@dataclass(frozen=True)
class ProofVerified(Event):
    """Another person opened it and found there what it says."""

    name = "proof.verified"
    audience = Audience.ACCOUNTS


@dataclass(frozen=True)
class ProofRejected(Event):
    """Another person opened it, and it does not open or says something else."""

    name = "proof.rejected"
    audience = Audience.ACCOUNTS
