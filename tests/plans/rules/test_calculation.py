"""How several numbers become one is said by every indicator, carefully where nobody said it."""

import pytest

from sereno.plans.rules import IndicatorDraft, stated
from sereno.plans.rules.calculation import PLACES, TIMES


@pytest.mark.parametrize(
    ("unit", "formula", "accumulates", "time", "place"),
    [
        ("personas", "", True, "sum", "sum"),
        ("%", "", False, "latest", "ratio"),
        ("percent", "share", False, "latest", "ratio"),
        ("min", "median", False, "apart", "apart"),
        ("motocicletas", "", False, "latest", "apart"),
    ],
)
def test_what_is_left_open_is_read_from_its_nature(
    unit: str, formula: str, time: str, place: str, *, accumulates: bool
) -> None:
    draft = IndicatorDraft("uno", "Uno", unit, "rise", formula=formula, accumulates=accumulates)
    found = stated(draft)
    assert (found.over_time, found.over_place) == (time, place)


def test_what_was_said_stays_as_it_was_said() -> None:
    draft = IndicatorDraft("uno", "Uno", "%", "rise", over_time="ratio", over_place="apart")
    assert stated(draft) == draft


def test_places_have_no_last_one() -> None:
    assert {*TIMES} - {*PLACES} == {"latest"}
