"""A period is named as short as it can be, and no two share a name."""

from datetime import date, timedelta

import pytest
from django.utils import translation
from hypothesis import given
from hypothesis import strategies as st

from sereno.reports.rules.period import Period


@pytest.mark.parametrize(
    ("first", "last", "code", "words"),
    [
        ((2026, 1, 1), (2026, 12, 31), "2026", "2026"),
        ((2025, 1, 1), (2027, 12, 31), "2025-2027", "2025\u20132027"),
        ((2026, 3, 1), (2026, 3, 31), "2026-03", "marzo de 2026"),
        ((2026, 1, 1), (2026, 3, 31), "2026-01-a-2026-03", "enero a marzo de 2026"),
        (
            (2025, 12, 1),
            (2026, 2, 28),
            "2025-12-a-2026-02",
            "diciembre de 2025 a febrero de 2026",
        ),
        (
            (2026, 1, 1),
            (2026, 11, 20),
            "2026-01-01-a-2026-11-20",
            "del 01/01/2026 al 20/11/2026",
        ),
    ],
)
def test_a_period_is_named(
    first: tuple[int, int, int], last: tuple[int, int, int], code: str, words: str
) -> None:
    period = Period(date(*first), date(*last))
    assert (period.code, period.words) == (code, words)


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        ((2026, 1, 1), (2026, 3, 31), "January to March 2026"),
        ((2025, 12, 1), (2026, 2, 28), "December 2025 to February 2026"),
        ((2026, 1, 1), (2026, 11, 20), "from 01/01/2026 to 20/11/2026"),
    ],
)
def test_a_period_is_named_in_the_language_of_its_reader(
    first: tuple[int, int, int], last: tuple[int, int, int], words: str
) -> None:
    with translation.override("en"):
        assert Period(date(*first), date(*last)).words == words


days = st.dates(date(2020, 1, 1), date(2030, 12, 31))


@given(one=days, two=days, lengths=st.tuples(st.integers(0, 800), st.integers(0, 800)))
def test_two_periods_do_not_share_a_code(one: date, two: date, lengths: tuple[int, int]) -> None:
    first = Period(one, one + timedelta(days=lengths[0]))
    second = Period(two, two + timedelta(days=lengths[1]))
    assert (first.code == second.code) == (first == second)
