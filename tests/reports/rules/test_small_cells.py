"""Nobody can be told apart in a table, not even by whoever knows how cells are hidden."""

from collections.abc import Sequence
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sereno.reports.rules.small_cells import Cell, protect

MINIMUM = 4
SHOWN, SMALL, BACK = Cell.SHOWN, Cell.SMALL, Cell.KEPT_BACK


@pytest.mark.parametrize(
    ("counts", "cells"),
    [
        ([], ()),
        ([0, 12, 30], (SHOWN, SHOWN, SHOWN)),
        ([3, 12, 30], (SMALL, BACK, SHOWN)),
        ([3, 2, 30], (SMALL, SMALL, SHOWN)),
        # Two ones leave two: both would be known, so a third is kept back.
        ([1, 1, 30, 40], (SMALL, SMALL, BACK, SHOWN)),
        # Whoever knows that the smallest is kept back would know a five beside a five.
        ([4, 5, 5], (SMALL, BACK, BACK)),
        ([3], None),
        ([3, 0, 0], None),
        ([1, 5], None),
    ],
)
def test_small_counts_are_hidden_with_as_many_others_as_needed(
    counts: list[int], cells: tuple[Cell, ...] | None
) -> None:
    assert protect(counts) == cells


def could_be(counts: list[int], cells: tuple[Cell, ...], largest: int) -> list[tuple[int, ...]]:
    """Every line of counts a reader may think of, knowing the total and what is shown."""
    ranges: dict[Cell, Sequence[int]] = {
        SMALL: range(1, MINIMUM),
        BACK: range(MINIMUM, largest + 1),
    }
    choices = [ranges.get(cell, [count]) for count, cell in zip(counts, cells, strict=True)]
    return [line for line in product(*choices) if sum(line) == sum(counts)]


@given(st.lists(st.integers(0, 9), min_size=1, max_size=5))
def test_a_small_count_can_always_be_two_things(counts: list[int]) -> None:
    cells = protect(counts, MINIMUM)
    if cells is None:
        return
    shown = [c for c, cell in zip(counts, cells, strict=True) if cell == SHOWN and c >= MINIMUM]
    lines = could_be(counts, cells, min(shown, default=sum(counts)))
    for place, cell in enumerate(cells):
        if cell == SMALL:
            assert len({line[place] for line in lines}) > 1


@given(st.lists(st.integers(0, 60), max_size=20), st.integers(3, 12))
def test_no_small_count_is_ever_shown_and_no_zero_is_ever_hidden(
    counts: list[int], minimum: int
) -> None:
    for count, cell in zip(counts, protect(counts, minimum) or [], strict=False):
        assert (cell == SMALL) == (0 < count < minimum)
        assert cell == SHOWN or count
