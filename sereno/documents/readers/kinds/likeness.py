"""How like a kind a paper is, and why: what a recogniser answers."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Likeness:
    """``score`` from 0 to 1; ``because`` is a Spanish clause a planner can check."""

    score: float
    because: str
