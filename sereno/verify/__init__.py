"""Whether what is published is still what people signed: everything is worked out again."""

from collections.abc import Iterator

from sereno.verify import (
    chain,
    editions,
    evidence,
    figures,
    locks,
    measurements,
    money,
    people,
    plans,
    terms,
    written,
)
from sereno.verify.fault import Fault

CHECKS = (
    chain.faults,
    measurements.faults,
    figures.faults,
    editions.faults,
    written.faults,
    plans.faults,
    terms.faults,
    money.faults,
    evidence.faults,
    people.faults,
    locks.faults,
)


def faults() -> Iterator[Fault]:
    """Everything in the database and the evidence folder that does not hold, by name."""
    for check in CHECKS:
        yield from check()
