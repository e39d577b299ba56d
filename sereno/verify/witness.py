"""A witness outside the database: which line was the newest, and its seal, day by day.

The chain shows that a line was changed; it does not show that a whole older database was put
back, for that one is whole too. So the newest seal is also kept in a file, on another disk where
the council wants it so. What the file remembers is never forgotten while it does not hold.
"""

import asyncio
import logging
import os
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from django.conf import settings
from django.utils import timezone

from sereno.logbook.doorbell import doorbell, heard
from sereno.logbook.models import Entry
from sereno.logbook.off_loop import off_loop
from sereno.verify.fault import Fault

log = logging.getLogger(__name__)
LOOK_EVERY = 5  # seconds; the bell shortens the wait
REST = 1  # seconds between two notes: an alarm must not wait for the disk of a witness


@dataclass(frozen=True)
class Seen:
    """A line of the logbook that somebody saw, with its seal, and when."""

    number: int
    seal: str
    at: datetime

    def __str__(self) -> str:
        return f"{self.number} {self.seal} {self.at.isoformat(timespec='seconds')}"


def read(path: Path) -> list[Seen]:
    if not path.exists():
        return []
    rows = [row.split() for row in path.read_text(encoding="ascii").splitlines() if row]
    return [Seen(int(number), seal, datetime.fromisoformat(at)) for number, seal, at in rows]


def note(path: Path, *, at: datetime) -> None:
    """Remember the newest line: one of each day, and every one that no longer holds."""
    newest = Entry.objects.order_by("-number").values_list("number", "seal").first()
    seen = read(path)
    if newest is None or (seen and (seen[-1].number, seen[-1].seal) == newest):
        return
    same_day = seen and seen[-1].at.astimezone(UTC).date() == at.astimezone(UTC).date()
    if same_day and holds(seen[-1]):
        seen.pop()
    seen.append(Seen(*newest, at))
    draft = path.with_suffix(f".{os.getpid()}")
    draft.write_text("".join(f"{one}\n" for one in seen), encoding="ascii")
    draft.replace(path)


def holds(seen: Seen) -> bool:
    return Entry.objects.filter(number=seen.number, seal=seen.seal).exists()


def faults(remembered: list[Seen]) -> Iterator[Fault]:
    """What was seen and is no longer in the database: an older one was put back, or another."""
    for seen in remembered:
        kept = Entry.objects.filter(number=seen.number).values_list("seal", flat=True).first()
        if kept == seen.seal:
            continue
        why = "esa línea ya no está" if kept is None else "esa línea lleva hoy otro sello"
        yield Fault(
            f"El testigo vio la línea {seen.number} el {timezone.localtime(seen.at):%Y-%m-%d}",
            f"{why}: se repuso una base más antigua o se escribió otra historia",
        )


async def run() -> None:
    """Note the newest line whenever one comes, until cancelled."""

    def look() -> None:
        note(settings.WITNESS, at=timezone.now())  # noqa: TID251 - an edge, like every follower

    with doorbell.listening() as bell:
        while True:
            bell.clear()
            try:
                await off_loop(look)
            except Exception:
                log.exception("the witness could not note the newest line; it will try again")
            await asyncio.sleep(REST)
            await heard(bell, LOOK_EVERY)
