"""The money of the other city is what its report says, and the share that follows from it."""

from datetime import datetime
from decimal import Decimal

from sereno.example.actions.elsewhere import ACCRUED, REVISED, spend
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE

FOUNDED = datetime(2014, 1, 1, tzinfo=ZONE)


def test_the_sums_are_those_of_the_report() -> None:
    assert (Decimal("5500.00"), Decimal("4884.15")) == (REVISED, ACCRUED)
    assert round(ACCRUED * 100 / REVISED, 1) == Decimal("88.8")


def test_the_line_comes_first_and_its_month_is_closed_last() -> None:
    acts = spend(Cast(founded_at=FOUNDED), latest=datetime(2026, 11, 21, tzinfo=ZONE))
    times = [act.at for act in acts]
    assert times == sorted(times)
    assert len(set(times)) == 4
