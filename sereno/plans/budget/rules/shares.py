"""How a line is shared: over projects and indicators by weight, over the months by programming."""

from collections.abc import Sequence
from decimal import ROUND_DOWN, Decimal
from enum import StrEnum

from sereno.plans.budget.rules.amounts import CENT, HUNDRED
from sereno.plans.rules.programming import MONTHS


class ShareFault(StrEnum):
    """Why shares cannot stand."""

    NONE_GIVEN = "none_given"
    NOT_TWELVE = "not_twelve"
    NOT_POSITIVE = "not_positive"
    NOT_A_HUNDRED = "not_a_hundred"
    TWICE_THE_SAME = "twice_the_same"


def fault_of_weights(weights: Sequence[tuple[object, Decimal]]) -> ShareFault | None:
    """The weights of a line over its results must be above zero and add to 100 exactly."""
    if not weights:
        return ShareFault.NONE_GIVEN
    if any(share <= 0 for _, share in weights):
        return ShareFault.NOT_POSITIVE
    if len({where for where, _ in weights}) < len(weights):
        return ShareFault.TWICE_THE_SAME
    if sum(share for _, share in weights) != HUNDRED:
        return ShareFault.NOT_A_HUNDRED
    return None


def fault_of_programming(shares: Sequence[Decimal]) -> ShareFault | None:
    """A yearly plan is programmed in 12 monthly shares that add to 100 exactly."""
    if len(shares) != MONTHS:
        return ShareFault.NOT_TWELVE
    if any(share < 0 for share in shares):
        return ShareFault.NOT_POSITIVE
    if sum(shares) != HUNDRED:
        return ShareFault.NOT_A_HUNDRED
    return None


def split(amount: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """An amount over weights that add to 100, to the cent, with nothing lost or invented.

    The cents left over go to the largest remainders, the first of them where they are equal.
    """
    exact = [abs(amount) * weight / HUNDRED for weight in weights]
    parts = [part.quantize(CENT, rounding=ROUND_DOWN) for part in exact]
    left = int((abs(amount) - sum(parts, Decimal(0))) / CENT)
    order = sorted(range(len(parts)), key=lambda place: parts[place] - exact[place])
    for place in order[:left]:
        parts[place] += CENT
    return [part.copy_sign(amount) if part else part for part in parts]


def by_time(month: int) -> Decimal:
    """How much of a year has passed at the end of a month, of a hundred."""
    return Decimal(month) * HUNDRED / MONTHS
