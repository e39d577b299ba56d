"""The acts by which people of the example tell how far the activities of the year have come."""

from datetime import date, datetime
from decimal import Decimal
from functools import partial

from sereno.example import files
from sereno.example.cast import Cast
from sereno.example.story.stage import ZONE
from sereno.example.timeline import Act
from sereno.plans import actions
from sereno.plans.models import Task

SHOWN = "https://example.org/evidencia"  # a name that is kept for examples, of nobody
NOTE = "Avance inventado para el ejemplo"
DAY = 5


def tell(cast: Cast, *, today: date) -> list[Act]:
    """On the fifth of every month, what was done by the end of the one before; none in January."""
    return [
        Act(
            datetime(today.year, month + 1, DAY, 10, tzinfo=ZONE),
            partial(_tell, cast, year=today.year, month=month, is_newest=month == _newest(today)),
        )
        for month in range(1, _newest(today) + 1)
    ]


def _newest(today: date) -> int:
    """The last month that was told; none yet on the first days of February."""
    return max(today.month - (1 if today.day > DAY else 2), 0)


def _tell(cast: Cast, *, year: int, month: int, is_newest: bool, at: datetime) -> None:
    """Where something was due; the last activity of the newest month still waits for a yes."""
    told = []
    for row in files.table("activities"):
        done = done_by(row, month)
        if done == done_by(row, month - 1):
            continue
        task = Task.objects.select_related("project__objective__component__plan").get(
            name=row["activity"], starts_on__year=year
        )
        by = cast.people["carmen"]
        told.append(
            actions.tell_progress(
                task, done, year=year, month=month, evidence=SHOWN, note=NOTE, by=by, at=at
            )
        )
    for progress in told[:-1] if is_newest else told:
        actions.confirm_progress(progress, by=cast.people["elena"], at=at)


def done_by(row: files.Row, month: int) -> Decimal:
    """What was due by the end of a month, slowed by its pace, in whole hundredths."""
    due = sum(int(share) for share in row["shares"].split()[:month])
    return Decimal(due * int(row["pace"]) // 100)
