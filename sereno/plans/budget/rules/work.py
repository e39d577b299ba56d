"""The work of a project beside its money: what its activities were to have done, and did."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from sereno.plans.budget.rules.amounts import HUNDRED
from sereno.plans.budget.rules.lateness import Caution, Lag, Terms
from sereno.plans.rules.programming import MONTHS


@dataclass(frozen=True)
class Told:
    """An activity at the end of a month: how much was due and done, of a hundred.

    Without months nothing is known to be due; without a confirmed report nothing is known of what
    was done. ``spending`` is what was to be spent by then, where the plan says it.
    """

    due: Decimal | None
    done: Decimal | None
    spending: Decimal | None


@dataclass(frozen=True)
class Work:
    """The activities of a project together: each counts the same, whatever it costs.

    Due and done are worked out of the same activities, those that are programmed and reported;
    ``silent`` are programmed, already due, and unreported: they are in neither.
    """

    activities: int
    counted: int
    silent: int
    due: Decimal | None
    done: Decimal | None
    spending: Decimal | None
    cautions: tuple[Caution, ...]


def work(listed: Sequence[Told], terms: Terms) -> Work | None:
    """Nothing where a project has no activity: that is not an activity left undone."""
    if not listed:
        return None
    known = [(one.due, one.done) for one in listed if one.due is not None and one.done is not None]
    due = sum((due for due, _ in known), Decimal(0)) / len(known) if known else None
    done = sum((done for _, done in known), Decimal(0)) / len(known) if known else None
    late = due is not None and done is not None and due - done > terms.behind_programming
    spending = [one.spending for one in listed if one.spending is not None]
    return Work(
        activities=len(listed),
        counted=len(known),
        silent=sum(1 for one in listed if one.due and one.done is None),
        due=due,
        done=done,
        spending=sum(spending, Decimal(0)) if len(spending) == len(listed) else None,
        cautions=(Caution(Lag.WORK, due or Decimal(0), done or Decimal(0)),) if late else (),
    )


def shares_of_money(listed: Sequence[Sequence[Decimal]]) -> tuple[Decimal, ...]:
    """The months of a project, of a hundred of its money; unknown where one activity has none."""
    whole = sum((part for parts in listed for part in parts), Decimal(0))
    if whole <= 0 or not all(len(parts) == MONTHS for parts in listed):
        return ()
    months = zip(*listed, strict=True)
    return tuple(sum(month, Decimal(0)) * HUNDRED / whole for month in months)
