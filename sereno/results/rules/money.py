"""Unspent money beside unmet goals: what is said of a project, in the order it should be read."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from sereno.results.rules.progress import State

WAITING = {State.NOT_DUE, State.NOT_APPLICABLE}


@dataclass(frozen=True)
class Goals:
    """The goals of a project counted by what became of them; the unknown are not met."""

    met: int
    unmet: int
    unknown: int
    waiting: int

    @property
    def open(self) -> int:
        return self.unmet + self.unknown


def goals(states: Iterable[State]) -> Goals:
    listed = list(states)
    met = sum(state == State.REACHED for state in listed)
    unknown = sum(state == State.UNKNOWN for state in listed)
    waiting = sum(state in WAITING for state in listed)
    return Goals(met, len(listed) - met - unknown - waiting, unknown, waiting)


def stands_out(unspent: Decimal | None, counted: Goals) -> bool:
    """Money was left while a goal was not met: neither alone says so."""
    return unspent is not None and unspent > 0 and counted.open > 0


def order(unspent: Decimal | None, counted: Goals) -> tuple[bool, Decimal]:
    """First what stands out, with the most money left first."""
    return (not stands_out(unspent, counted), -(unspent or Decimal(0)))
