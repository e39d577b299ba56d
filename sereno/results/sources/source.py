"""What a source of rows is."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise

from sereno.results.rules.rows import Period, Row

Words = str | Promise


@dataclass(frozen=True)
class Source:
    """Where rows come from: one question to the operations floor, and what it leaves out.

    ``name`` is what an indicator keeps. ``record`` says what one row stands for. ``formulas``
    are those that make sense over its rows, the usual one first. ``of_a_moment`` tells a state
    at the end of the period from what happened during it. ``kept`` says whether anything of the
    kind was ever recorded: where nobody counts, a count is unknown and not zero.
    """

    name: str
    title: Words
    excludes: Words
    record: Words
    unit: str
    formulas: tuple[str, ...]
    rows: Callable[[Period], list[Row]]
    kept: Callable[[Period], bool]
    of_a_moment: bool = False
