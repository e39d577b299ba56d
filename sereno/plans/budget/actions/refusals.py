"""Why something cannot be done to the budget."""

from dataclasses import dataclass
from datetime import date

from sereno.plans.budget.rules import ShareFault


@dataclass
class LineTaken(Exception):
    """Another line of the year has this code."""

    code: str


@dataclass
class BadShares(Exception):
    """The shares of a line cannot stand as they are written."""

    fault: ShareFault


@dataclass
class AnotherProject(Exception):
    """The indicator belongs to another project than the one it is written beside."""

    indicator: str


@dataclass
class MonthIsClosed(Exception):
    """It changes only by a correction that two people want."""

    month: str


@dataclass
class MonthNotClosed(Exception):
    """It needs no correction: take the statement again."""

    month: str


@dataclass
class MonthNotBegun(Exception):
    """Nothing can have happened in it yet."""

    month: str


@dataclass
class NothingToKeep(Exception):
    """No row of the statement says anything new."""

    month: str


@dataclass
class NothingTaken(Exception):
    """A month without a statement cannot be closed."""

    month: str


@dataclass
class SamePerson(Exception):
    """Whoever proposed it cannot be the one who agrees."""

    what: str


@dataclass
class AlreadyDecided(Exception):
    """Somebody else decided first."""

    what: str


@dataclass
class NoReason(Exception):
    """A closed month is not changed without saying why."""

    month: str


@dataclass
class TermsBackwards(Exception):
    """A closed month keeps the terms by which it was read."""

    month: str


@dataclass
class BadTerms(Exception):
    """A band of lag lies between 0 and 100 points."""

    name: str


@dataclass
class NotMoney(Exception):
    """An amount that must be above zero is not."""

    what: str


@dataclass
class CodeTaken(Exception):
    """Another contract, order or payment has this number."""

    code: str


@dataclass
class NotBefore(Exception):
    """It would have happened before what it answers, or after today."""

    day: date


@dataclass
class OrderOfAnother(Exception):
    """The order belongs to another contract."""

    code: str
