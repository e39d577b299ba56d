"""When execution lags behind the calendar or behind its own programming, and by how much."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from sereno.plans.budget.rules.amounts import Second
from sereno.plans.budget.rules.shares import by_time
from sereno.plans.rules import programmed


@dataclass(frozen=True)
class Terms:
    """How a council reads its budget: points of lag it lets pass, and its second balance.

    A point is one of a hundred. These are choices of each council, kept as dated rows; the
    numbers here stand until it makes its own.
    """

    behind_time: Decimal = Decimal(15)
    behind_programming: Decimal = Decimal(10)
    second: Second = Second.OF_REVISED


class Lag(StrEnum):
    """Behind what."""

    TIME = "time"
    PROGRAMMING = "programming"
    WORK = "work"


@dataclass(frozen=True)
class Caution:
    """Execution lags: what was expected and what was found, of a hundred."""

    lag: Lag
    expected: Decimal
    found: Decimal

    @property
    def points(self) -> Decimal:
        return self.expected - self.found


def cautions(
    execution: Decimal | None, shares: Sequence[Decimal], *, month: int, terms: Terms
) -> tuple[Caution, ...]:
    """What must be looked at; nothing where there is nothing to execute.

    A line that was programmed is held to its programming, and any other to the calendar.
    """
    if execution is None:
        return ()
    planned = programmed(shares, month=month)
    if planned is not None:
        late = planned - execution > terms.behind_programming
        return (Caution(Lag.PROGRAMMING, planned, execution),) if late else ()
    passed = by_time(month)
    late = passed - execution > terms.behind_time
    return (Caution(Lag.TIME, passed, execution),) if late else ()
