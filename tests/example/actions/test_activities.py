"""What was done of an activity grows with the months and never passes what was due."""

from datetime import date, datetime

import pytest

from sereno.example import files
from sereno.example.actions.activities import done_by, tell
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE

CAST = Cast(founded_at=datetime(2014, 1, 1, tzinfo=ZONE))


def test_every_activity_is_programmed_to_a_hundred_and_named_once() -> None:
    rows = files.table("activities")
    assert all(sum(map(int, row["shares"].split())) == 100 for row in rows)
    assert all(len(row["shares"].split()) == 12 for row in rows)
    assert len({row["activity"] for row in rows}) == len(rows)


def test_what_was_done_grows_and_stays_under_what_was_due() -> None:
    for row in files.table("activities"):
        done = [done_by(row, month) for month in range(13)]
        due = [sum(map(int, row["shares"].split()[:month])) for month in range(13)]
        assert done == sorted(done)
        assert all(mine <= owed for mine, owed in zip(done, due, strict=True))


@pytest.mark.parametrize(
    ("today", "told"),
    [
        (date(2026, 1, 31), 0),
        (date(2026, 2, 3), 0),
        (date(2026, 2, 6), 1),
        (date(2026, 11, 21), 10),
    ],
)
def test_a_month_is_told_on_the_fifth_of_the_next(today: date, told: int) -> None:
    acts = tell(CAST, today=today)
    assert len(acts) == told
    assert all(act.at.date() <= today for act in acts)
