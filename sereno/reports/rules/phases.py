"""Why a step of the accountability process would not count, before the authority says so.

Since the account of 2024 a year counts as not fulfilled where one step of one phase is not shown;
whoever looks opens every link. So a step counts only when it was done, something shows it, and
another person opened that and found it there.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Why(StrEnum):
    """What a step lacks; the first that holds."""

    NOT_DONE = "not_done"
    NO_PROOF = "no_proof"
    BROKEN = "broken"
    NOT_OPENED = "not_opened"


@dataclass(frozen=True)
class Told:
    """A step as it is kept: its proofs by whether another person found them working.

    ``works`` is true or false once somebody opened a proof, and nothing before.
    """

    number: int
    phase: int
    name: str
    done_on: date | None
    due_on: date | None
    works: tuple[bool | None, ...] = ()


@dataclass(frozen=True)
class Lacking:
    """A step that does not count yet; ``is_late`` where its day has passed."""

    step: Told
    why: Why
    is_late: bool


def lacking(steps: Iterable[Told], *, on: date) -> tuple[Lacking, ...]:
    """The steps that would not count on a day, in their order."""
    found = ((step, _why(step)) for step in steps)
    return tuple(
        Lacking(step, why, is_late=step.due_on is not None and step.due_on < on)
        for step, why in found
        if why
    )


def _why(step: Told) -> Why | None:
    if step.done_on is None:
        return Why.NOT_DONE
    if not step.works:
        return Why.NO_PROOF
    if any(step.works):
        return None
    return Why.BROKEN if False in step.works and None not in step.works else Why.NOT_OPENED
