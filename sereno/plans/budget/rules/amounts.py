"""What a statement says of a line, what follows from it, and every identity that it breaks.

The columns are those of the cédula presupuestaria and of LOTAIP art. 19, numeral 6. All sums are
exact decimals of two places, counted from the first of January to the end of a month.
"""

from collections.abc import Iterable
from dataclasses import dataclass, fields
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum

CENT = Decimal("0.01")
ZERO = Decimal("0.00")
HUNDRED = Decimal(100)


class Kind(StrEnum):
    """Which way the money goes."""

    EXPENSE = "expense"
    INCOME = "income"


class Second(StrEnum):
    """From what the balance still to accrue is counted: entities differ."""

    OF_REVISED = "revised"
    OF_COMMITTED = "committed"


@dataclass(frozen=True)
class Amounts:
    """One line of a statement, or the sum of many.

    An income is neither certified nor committed, and some statements leave out what was
    certified: these are unknown, which is not zero.
    """

    initial: Decimal
    amendments: Decimal
    revised: Decimal
    certified: Decimal | None
    committed: Decimal | None
    accrued: Decimal
    paid: Decimal

    def named(self) -> dict[str, Decimal | None]:
        return {field.name: getattr(self, field.name) for field in fields(self)}


NAMES = tuple(field.name for field in fields(Amounts))


class Identity(StrEnum):
    """What must be true of the amounts of a line."""

    REVISED_IS_THE_SUM = "revised_is_the_sum"
    CERTIFIED_WITHIN_REVISED = "certified_within_revised"
    COMMITTED_WITHIN_REVISED = "committed_within_revised"
    ACCRUED_WITHIN_COMMITTED = "accrued_within_committed"
    PAID_WITHIN_ACCRUED = "paid_within_accrued"
    NOTHING_NEGATIVE = "nothing_negative"


@dataclass(frozen=True)
class Breach:
    """An identity that does not hold, with the amount found and the one it should have kept to."""

    identity: Identity
    found: Decimal
    limit: Decimal

    @property
    def off(self) -> Decimal:
        return self.found - self.limit


def breaches(amounts: Amounts) -> tuple[Breach, ...]:
    """Every identity that the amounts break; none is looked over because another broke."""
    owed = amounts.initial + amounts.amendments
    found = []
    if amounts.revised != owed:
        found.append(Breach(Identity.REVISED_IS_THE_SUM, amounts.revised, owed))
    pairs = (
        (Identity.CERTIFIED_WITHIN_REVISED, amounts.certified, amounts.revised),
        (Identity.COMMITTED_WITHIN_REVISED, amounts.committed, amounts.revised),
        (Identity.ACCRUED_WITHIN_COMMITTED, amounts.accrued, amounts.committed),
        (Identity.PAID_WITHIN_ACCRUED, amounts.paid, amounts.accrued),
    )
    found += [
        Breach(identity, part, whole)
        for identity, part, whole in pairs
        if part is not None and whole is not None and part > whole
    ]
    found += [
        Breach(Identity.NOTHING_NEGATIVE, value, ZERO)
        for name, value in amounts.named().items()
        if name != "amendments" and value is not None and value < 0
    ]
    return tuple(found)


@dataclass(frozen=True)
class Balances:
    """What is still to be committed, accrued and paid; unknown where a part of it is."""

    to_commit: Decimal | None
    to_accrue: Decimal | None
    to_pay: Decimal


def balances(amounts: Amounts, second: Second) -> Balances:
    """The three balances of a statement (LOTAIP art. 19, numeral 6)."""
    base = amounts.revised if second == Second.OF_REVISED else amounts.committed
    return Balances(
        to_commit=None if amounts.committed is None else amounts.revised - amounts.committed,
        to_accrue=None if base is None else base - amounts.accrued,
        to_pay=amounts.accrued - amounts.paid,
    )


def execution(amounts: Amounts) -> Decimal | None:
    """Accrued of a hundred of revised; unknown where nothing was assigned, and never zero then."""
    return amounts.accrued * HUNDRED / amounts.revised if amounts.revised else None


def total(listed: Iterable[Amounts]) -> Amounts | None:
    """The sum column by column; a column with an unknown part is unknown, nothing adds to none."""
    all_of_them = list(listed)
    if not all_of_them:
        return None
    sums = {name: _sum(getattr(one, name) for one in all_of_them) for name in NAMES}
    return Amounts(**sums)  # type: ignore[arg-type]  # only what may be unknown is


def _sum(values: Iterable[Decimal | None]) -> Decimal | None:
    added = ZERO
    for value in values:
        if value is None:
            return None
        added += value
    return added


def cents(value: Decimal) -> Decimal:
    """Rounded half away from zero, as people do on paper."""
    return value.quantize(CENT, rounding=ROUND_HALF_UP)


def difference(before: Amounts | None, now: Amounts) -> tuple[str, ...]:
    """The names of what changed; everything, where there was nothing."""
    if before is None:
        return NAMES
    return tuple(name for name in NAMES if getattr(before, name) != getattr(now, name))
