"""Earlier years are accounted for by three people: counted, unknown or not applicable."""

from datetime import datetime

from sereno.example.actions.earlier import tell
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE

FOUNDED = datetime(2014, 1, 1, tzinfo=ZONE)


def test_each_plan_of_an_earlier_year_is_told_once_on_its_day() -> None:
    told = tell(Cast(founded_at=FOUNDED), latest=datetime(2026, 11, 21, tzinfo=ZONE))
    assert [f"{act.at:%Y-%m-%d}" for act in told] == ["2020-01-20", "2021-01-20", "2022-01-20"]


def test_nothing_is_told_before_the_council_was_there_or_after_the_story() -> None:
    founded, latest = datetime(2021, 6, 1, tzinfo=ZONE), datetime(2021, 12, 1, tzinfo=ZONE)
    told = tell(Cast(founded_at=founded), latest=latest)
    assert {act.at for act in told} == {founded, latest}
