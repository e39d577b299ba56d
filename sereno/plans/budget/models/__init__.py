"""What money was assigned, what became of it, and what it bought."""

from sereno.plans.budget.models.statements import (
    Correction,
    Group,
    Line,
    Month,
    Snapshot,
    TermsInForce,
    Weight,
)
from sereno.plans.budget.models.works import Contract, Payment, Proof, WorkOrder

__all__ = [
    "Contract",
    "Correction",
    "Group",
    "Line",
    "Month",
    "Payment",
    "Proof",
    "Snapshot",
    "TermsInForce",
    "Weight",
    "WorkOrder",
]
