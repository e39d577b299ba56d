"""Percentiles of one round, and the median and spread of a percentile over rounds."""

from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median, quantiles


@dataclass(frozen=True)
class Round:
    """One round's times, in milliseconds."""

    p50: float
    p95: float
    p99: float


def summarise(milliseconds: Sequence[float]) -> Round:
    cuts = quantiles(milliseconds, n=100, method="inclusive")
    return Round(p50=cuts[49], p95=cuts[94], p99=cuts[98])


def cell(values: Sequence[float]) -> str:
    """``median (least-most)`` over the rounds."""
    return f"{median(values):.1f} ({min(values):.1f}-{max(values):.1f})"


def row(name: str, rounds: Sequence[Round]) -> str:
    cells = [cell([getattr(one, p) for one in rounds]) for p in ("p50", "p95", "p99")]
    return f"| {name} | {' | '.join(cells)} |\n"
