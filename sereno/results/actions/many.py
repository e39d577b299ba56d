"""Many targets are measured from their records at once: each by itself, none stops the others."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sereno.people.models import Person
from sereno.plans.models import Target
from sereno.results.actions.measure import measure
from sereno.results.actions.refusals import DraftWaiting, OutsideTarget
from sereno.results.models import Measurement
from sereno.results.queries import NoSource

REFUSED = (DraftWaiting, NoSource, OutsideTarget)


@dataclass(frozen=True)
class Measured:
    """What became of every target: a draft that somebody else reviews, or why there is none."""

    kept: tuple[Measurement, ...]
    refused: tuple[tuple[Target, Exception], ...]


def measure_many(targets: Iterable[Target], *, by: Person, at: datetime) -> Measured:
    """Measure each target until now, with its worksheet, as if it had been asked for alone."""
    kept: list[Measurement] = []
    refused: list[tuple[Target, Exception]] = []
    for target in targets:
        try:
            kept.append(measure(target, by=by, at=at))
        except REFUSED as problem:
            refused.append((target, problem))
    return Measured(tuple(kept), tuple(refused))
