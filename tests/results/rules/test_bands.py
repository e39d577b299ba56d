"""Categories of compliance are dated data; what is no number has none."""

from decimal import Decimal

import pytest

from sereno.results.rules.bands import BadBands, Band, band_of, read
from sereno.results.rules.progress import Progress, State

LINES = "85% cumplida\n\n50,5  parcial\n0 incumplida"
BANDS = [
    Band(Decimal(85), "cumplida"),
    Band(Decimal("50.5"), "parcial"),
    Band(Decimal(0), "incumplida"),
]


def test_bands_are_read_from_lines() -> None:
    assert read(LINES) == BANDS


@pytest.mark.parametrize(
    ("lines", "why"),
    [
        ("", "from_the_highest_to_zero"),
        ("0 una", "from_the_highest_to_zero"),
        ("50 media\n85 alta\n0 baja", "from_the_highest_to_zero"),
        ("85 alta\n50 media", "from_the_highest_to_zero"),
        ("85 alta\n85 otra\n0 baja", "from_the_highest_to_zero"),
        ("alta 85\n0 baja", "a_number_first"),
        ("85\n0 baja", "a_number_first"),
        ("NaN rara\n0 baja", "a_number_first"),
    ],
)
def test_lines_that_leave_a_gap_are_refused(lines: str, why: str) -> None:
    with pytest.raises(BadBands, match=why):
        read(lines)


@pytest.mark.parametrize(
    ("ratio", "word"),
    [
        ("3.857", "cumplida"),
        ("0.85", "cumplida"),
        ("0.849999", "parcial"),
        ("0", "incumplida"),
        ("-0.5", "incumplida"),
    ],
)
def test_a_band_is_told_by_the_exact_number(ratio: str, word: str) -> None:
    found = band_of(Progress(State.ON_THE_WAY, Decimal(ratio)), BANDS)
    assert found is not None
    assert found.word == word


@pytest.mark.parametrize("state", [State.UNKNOWN, State.NOT_APPLICABLE, State.NOT_DUE])
def test_what_is_no_number_is_not_the_lowest_band(state: State) -> None:
    assert band_of(Progress(state), BANDS) is None
    assert band_of(Progress(State.REACHED, Decimal(1)), []) is None
