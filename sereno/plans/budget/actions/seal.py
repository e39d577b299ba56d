"""The seal of what a statement left in the budget, so that a changed sum shows."""

import json
from collections.abc import Iterable
from hashlib import sha256

from sereno.plans.budget.models import Snapshot

SUMS = ("initial", "amendments", "revised", "certified", "committed", "accrued", "paid")


def seal_of(snapshots: Iterable[Snapshot]) -> str:
    """The SHA-256 of lines and sums, in the order of the codes; the lines must be loaded."""
    rows = sorted(
        [snapshot.line.code, *(_cents(getattr(snapshot, name)) for name in SUMS)]
        for snapshot in snapshots
    )
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return sha256(text.encode()).hexdigest()


def _cents(sum_: object) -> str:
    return "" if sum_ is None else f"{sum_:.2f}"
