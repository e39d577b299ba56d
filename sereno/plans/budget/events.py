"""What can happen to the budget."""

from dataclasses import dataclass

from sereno.logbook.events import Audience, Event


@dataclass(frozen=True)
class LineAdded(Event):
    """A line stands in the budget of a year."""

    name = "budget.line_added"
    audience = Audience.ACCOUNTS
    year: int
    code: str


@dataclass(frozen=True)
class LineShared(Event):
    """It was said which projects and indicators a line serves, and with what share."""

    name = "budget.line_shared"
    audience = Audience.ACCOUNTS
    shares: list[list[str]]


@dataclass(frozen=True)
class LineProgrammed(Event):
    """It was said how much of a line is for each month."""

    name = "budget.line_programmed"
    audience = Audience.ACCOUNTS
    shares: list[str]


@dataclass(frozen=True)
class StatementTaken(Event):
    """The statement of a month was kept: lines new or changed, the same, and rows not taken."""

    name = "budget.statement_taken"
    audience = Audience.ACCOUNTS
    month: str
    kept: int
    same: int
    rejected: int
    seal: str


@dataclass(frozen=True)
class SnapshotWithdrawn(Event):
    """What a statement said of a line counts no longer, and nothing takes its place."""

    name = "budget.snapshot_withdrawn"
    audience = Audience.ACCOUNTS
    month: str
    code: str


@dataclass(frozen=True)
class MonthClosed(Event):
    """A month was closed: from here on two people change it."""

    name = "budget.month_closed"
    audience = Audience.ACCOUNTS
    month: str


@dataclass(frozen=True)
class CorrectionProposed(Event):
    """Somebody asks to change a closed month."""

    name = "budget.correction_proposed"
    audience = Audience.ACCOUNTS
    month: str
    changes: int


@dataclass(frozen=True)
class CorrectionAgreed(Event):
    """Another person agreed, and the closed month was changed."""

    name = "budget.correction_agreed"
    audience = Audience.ACCOUNTS
    month: str
    kept: int
    seal: str


@dataclass(frozen=True)
class CorrectionRefused(Event):
    """Another person refused, and the closed month stayed as it was."""

    name = "budget.correction_refused"
    audience = Audience.ACCOUNTS
    month: str


@dataclass(frozen=True)
class TermsSet(Event):
    """It was said how the budget is read: bands of lag and the second balance."""

    name = "budget.terms_set"
    audience = Audience.ACCOUNTS
    behind_time: str
    behind_programming: str
    second: str


@dataclass(frozen=True)
class ContractSigned(Event):
    """A contract takes money of a line."""

    name = "contract.signed"
    audience = Audience.ACCOUNTS
    code: str
    amount: str


@dataclass(frozen=True)
class WorkOrdered(Event):
    """A work was asked under a contract."""

    name = "contract.work_ordered"
    audience = Audience.ACCOUNTS
    code: str
    amount: str


@dataclass(frozen=True)
class WorkProofAdded(Event):
    """Something shows that a work was done."""

    name = "contract.proof_added"
    audience = Audience.ACCOUNTS
    order: str


@dataclass(frozen=True)
class WorkReported(Event):
    """A work was reported as done on a day."""

    name = "contract.work_reported"
    audience = Audience.ACCOUNTS
    order: str
    done_on: str


@dataclass(frozen=True)
class PaymentEntered(Event):
    """Money left on a contract."""

    name = "contract.payment_entered"
    audience = Audience.ACCOUNTS
    number: str
    amount: str
