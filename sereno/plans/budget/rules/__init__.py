"""How money is added up, shared, compared with the calendar, read from a statement and followed."""

from sereno.plans.budget.rules.amounts import (
    NAMES,
    Amounts,
    Balances,
    Breach,
    Identity,
    Kind,
    Second,
    balances,
    breaches,
    difference,
    execution,
    total,
)
from sereno.plans.budget.rules.groups import groups
from sereno.plans.budget.rules.lateness import Caution, Lag, Terms, cautions
from sereno.plans.budget.rules.numbers import NotAnAmount, Unread
from sereno.plans.budget.rules.shares import (
    ShareFault,
    by_time,
    fault_of_programming,
    fault_of_weights,
    split,
)
from sereno.plans.budget.rules.statement import (
    NoHeader,
    Reject,
    Row,
    Statement,
    Why,
    group_of,
    kind_of,
    read,
)
from sereno.plans.budget.rules.work import Told, Work, shares_of_money, work
from sereno.plans.rules import programmed

__all__ = [
    "NAMES",
    "Amounts",
    "Balances",
    "Breach",
    "Caution",
    "Identity",
    "Kind",
    "Lag",
    "NoHeader",
    "NotAnAmount",
    "Reject",
    "Row",
    "Second",
    "ShareFault",
    "Statement",
    "Terms",
    "Told",
    "Unread",
    "Why",
    "Work",
    "balances",
    "breaches",
    "by_time",
    "cautions",
    "difference",
    "execution",
    "fault_of_programming",
    "fault_of_weights",
    "group_of",
    "groups",
    "kind_of",
    "programmed",
    "read",
    "shares_of_money",
    "split",
    "total",
    "work",
]
