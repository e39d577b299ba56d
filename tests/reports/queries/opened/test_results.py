"""The figures as open data: what one parish has few of is kept back, and nothing tells it."""

from collections.abc import Callable
from datetime import date

from sereno.reports.queries.opened.results import FIGURES, kept_back
from sereno.results.models import Measurement
from tests.reports.abundant import abound
from tests.reports.conftest import Council

ON = date(2026, 11, 20)


def test_a_small_number_of_a_parish_is_kept_back_whole(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    made = abound(council, measured)
    names = [one.name for one in FIGURES.columns]
    told = {
        row[0]: dict(zip(names, row, strict=True)) for row in FIGURES.rows(FIGURES.source(), on=ON)
    }
    few, whole = told[made.few.slug], told[made.figure.slug]
    assert (few["value"], few["numerator"], few["absence"]) == (None, None, "kept-back")
    assert (few["printed"], few["seal"], few["parish"]) == ("", "", "El Valle")
    assert (str(whole["value"]), whole["absence"], whole["parish"]) == ("7.0000", "", "")


def test_asked_alone_it_is_judged_as_among_all(
    council: Council, measured: Callable[..., Measurement]
) -> None:
    made = abound(council, measured)
    assert kept_back([made.few]) == kept_back(list(FIGURES.source())) == {made.few.pk}
    assert kept_back([made.figure]) == frozenset()
