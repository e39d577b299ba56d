"""The chart and the ordinances are entered in an order in which they can be."""

from datetime import date, datetime

from sereno.example import files
from sereno.example.actions.council import settle
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE

FOUNDED = datetime(2014, 1, 1, tzinfo=ZONE)


def test_ordinances_come_before_the_chart_and_both_after_the_founding() -> None:
    ordinances, chart = settle(Cast(founded_at=FOUNDED), latest=datetime(2026, 11, 21, tzinfo=ZONE))
    assert ordinances.at == FOUNDED
    assert f"{chart.at:%Y-%m-%d}" == "2019-01-07"


def test_an_ordinance_reforms_an_earlier_one_of_the_file() -> None:
    issued: dict[str, date] = {}
    for row in files.table("ordinances"):
        day = date.fromisoformat(row["issued_on"])
        assert not row["reforms"] or issued[row["reforms"]] < day
        issued[row["key"]] = day
    assert list(issued.values()) == [date(2006, 7, 25), date(2010, 10, 22), date(2011, 3, 17)]
