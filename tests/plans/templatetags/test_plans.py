"""The months of an activity in few words and twelve bars."""

from decimal import Decimal

import pytest

from sereno.plans.templatetags.plans import bars, in_months


def months(**parts: str) -> list[Decimal]:
    return [Decimal(parts.get(f"m{month}", "0")) for month in range(1, 13)]


@pytest.mark.parametrize(
    ("parts", "words"),
    [
        (months(m3="50", m5="50"), "mar 50 %, may 50 %"),
        (months(m3="40", m4="60"), "mar 40 %, abr 60 %"),
        (months(m2="25", m3="25", m4="25", m5="25"), "de feb a may: 25 % cada mes"),
        (months(m1="33.33", m2="33.33", m3="33.34"), "ene 33,33 %, feb 33,33 %, mar 33,34 %"),
        (months(m1="10", m2="30", m3="20", m4="20", m5="20"), "de ene a may: entre 10 % y 30 %"),
        (months(), ""),
    ],
)
def test_the_months_in_words(parts: list[Decimal], words: str) -> None:
    assert words in in_months(parts).replace("\N{NO-BREAK SPACE}", " ")


def test_the_tallest_month_fills_the_height_and_an_empty_one_has_none() -> None:
    drawn = bars(months(m3="50", m5="25"))
    assert [bar.height for bar in drawn[2:5]] == [22, 0, 11]
    assert [bar.x for bar in drawn[:2]] == [1, 9]
    assert {bar.height for bar in bars(months())} == {0}
