"""How an activity is programmed over the months of its year, and what makes that impossible."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import Any

from sereno.plans.rules.drafts import Programming

MONTHS = 12
HUNDRED = Decimal(100)


class Misprogrammed(StrEnum):
    """Why an activity cannot be programmed as it is written."""

    PERIOD_BACKWARDS = "period_backwards"
    OUTSIDE_THE_PLAN = "outside_the_plan"
    NEGATIVE = "negative"
    NOT_TWELVE = "not_twelve"
    NOT_A_HUNDRED = "not_a_hundred"
    NOT_THE_COST = "not_the_cost"
    MORE_THAN_A_YEAR = "more_than_a_year"
    OUTSIDE_ITS_MONTHS = "outside_its_months"


def misprogrammed(
    said: Programming, *, plan_starts_on: date, plan_ends_on: date
) -> Misprogrammed | None:
    """What is wrong with the days, the shares or the money of an activity."""
    if said.ends_on < said.starts_on:
        return Misprogrammed.PERIOD_BACKWARDS
    if said.starts_on < plan_starts_on or said.ends_on > plan_ends_on:
        return Misprogrammed.OUTSIDE_THE_PLAN
    if said.cost is not None and said.cost < 0:
        return Misprogrammed.NEGATIVE
    for parts in (said.shares, said.spending):
        fault = _of_months(parts, said)
        if fault:
            return fault
    if said.shares and sum(said.shares) != HUNDRED:
        return Misprogrammed.NOT_A_HUNDRED
    if said.spending and sum(said.spending) != said.cost:
        return Misprogrammed.NOT_THE_COST
    return None


def _of_months(parts: Sequence[Decimal], said: Programming) -> Misprogrammed | None:
    """Twelve parts of one year, none below zero, and none in a month in which nothing is done."""
    if not parts:
        return None
    if len(parts) != MONTHS:
        return Misprogrammed.NOT_TWELVE
    if any(part < 0 for part in parts):
        return Misprogrammed.NEGATIVE
    if said.starts_on.year != said.ends_on.year:
        return Misprogrammed.MORE_THAN_A_YEAR
    within = range(said.starts_on.month, said.ends_on.month + 1)
    astray = any(part and month not in within for month, part in enumerate(parts, 1))
    return Misprogrammed.OUTSIDE_ITS_MONTHS if astray else None


def programmed(shares: Sequence[Decimal], *, month: int) -> Decimal | None:
    """How much was to be done by the end of a month, added up; unknown where unprogrammed."""
    return sum(shares[:month], Decimal(0)) if shares else None


def as_row(said: Programming) -> dict[str, object]:
    """As it is kept and told: days as in the calendar of ISO 8601, decimals as exact text."""
    return {
        "starts_on": said.starts_on.isoformat(),
        "ends_on": said.ends_on.isoformat(),
        "shares": [str(share) for share in said.shares],
        "cost": "" if said.cost is None else str(said.cost),
        "spending": [str(part) for part in said.spending],
    }


def of_row(row: Mapping[str, Any]) -> Programming:
    """What ``as_row`` wrote down."""
    return Programming(
        starts_on=date.fromisoformat(row["starts_on"]),
        ends_on=date.fromisoformat(row["ends_on"]),
        shares=tuple(Decimal(share) for share in row["shares"]),
        cost=Decimal(row["cost"]) if row["cost"] else None,
        spending=tuple(Decimal(part) for part in row["spending"]),
    )
